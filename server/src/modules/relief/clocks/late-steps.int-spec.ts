import type { TimelineView } from '@jinmen/shared/applications/views';
import { type ReliefHouse, startReliefHouse, type TestResident } from '../../../../test/relief-house';
import { Clock } from '../../../platform/clock';
import { Holidays } from '../../holidays/holidays.port';
import { ReliefClocks } from '../relief-clocks.port';
import { ReliefOperations } from '../relief-operations.port';
import { CaseDues } from './case-dues.service';
import { LateSteps } from './late-steps.service';

const LIVING = 'minimum-living-allowance';
const ON = '2026-11-25';
const OFFICE = '西青区西营门街道办事处';

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());
afterEach(() => jest.restoreAllMocks());

const get = <Of>(port: abstract new (...given: never[]) => Of): Of => house.server.app.get(port, { strict: false });
const onDay = (day: string) =>
  jest.spyOn(house.server.app.get(Clock), 'now').mockReturnValue(new Date(`${day}T02:00:00Z`));

/** One turn of the job. */
async function aTurn(): Promise<void> {
  await get(CaseDues).reckonAnew();
  while ((await get(LateSteps).tellOffices()) > 0);
  await get(LateSteps).tellDistricts();
}

async function accepted() {
  const anna = house.resident();
  const { id, cases } = await anna.submitted([LIVING]);
  const caseNo = cases[0]?.id ?? '';
  await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
  return { anna, id, caseNo };
}

async function lateOf(anna: TestResident, id: string, title = '街道上门看看') {
  const { steps } = (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
  return steps.find((step) => step.title === title);
}

const rows = (caseNo: string) =>
  house.sql<{ step: string; state: string }>(
    'SELECT step, state FROM relief_late_step WHERE case_id = ? ORDER BY step',
    [caseNo],
  );

describe('a step that is late', () => {
  it('is told once to the office, once to its district, and the resident reads what was done', async () => {
    const { anna, id, caseNo } = await accepted();
    onDay('2026-11-30');
    await aTurn();
    expect((await lateOf(anna, id))?.late).toBeUndefined();
    onDay('2026-12-01');
    await Promise.all([aTurn(), aTurn()]);
    await aTurn();
    expect((await lateOf(anna, id))?.late).toEqual({
      told: [{ whom: OFFICE, on: '2026-12-01' }],
      ask: expect.stringContaining('12345'),
    });
    expect(await rows(caseNo)).toEqual([{ step: 'visited', state: 'open' }]);
    onDay('2026-12-03');
    await aTurn();
    expect((await lateOf(anna, id))?.late?.told).toHaveLength(1);
    onDay('2026-12-04');
    await aTurn();
    onDay('2026-12-08');
    await aTurn();
    expect((await lateOf(anna, id))?.late?.told).toEqual([
      { whom: OFFICE, on: '2026-12-01' },
      { whom: '西青区民政局', on: '2026-12-04' },
    ]);
    const listed = (await get(ReliefOperations).overdue('all')).find((each) => each.caseId === caseNo);
    expect(listed).toMatchObject({ told: 'district', step: '街道上门看看', due: '2026-11-30' });
  });

  it('is answered by whoever looks after the office, in words the resident reads, and goes no further then', async () => {
    const { anna, id, caseNo } = await accepted();
    onDay('2026-12-01');
    await aTurn();
    const word = '这周人手少，12 月 3 日上门，请您在家等一等。';
    const elsewhere = { id: 'J2002', offices: ['120112001'] };
    await expect(get(ReliefClocks).answer(caseNo, elsewhere, word)).rejects.toThrow();
    await get(ReliefClocks).answer(caseNo, { id: 'J2001', offices: ['120111001'] }, word);
    onDay('2026-12-10');
    await aTurn();
    expect((await lateOf(anna, id))?.late).toMatchObject({
      told: [{ whom: OFFICE }],
      word: { from: OFFICE, on: '2026-12-01', text: word },
    });
    await house.tell('social-assistance', { kind: 'visited', caseNo, on: '2026-12-10' });
    expect(await rows(caseNo)).toEqual([{ step: 'visited', state: 'over' }]);
    await expect(get(ReliefClocks).answer(caseNo, { id: 'J1001', offices: 'all' }, word)).rejects.toThrow();
  });

  it('is nobody’s while the resident brings papers', async () => {
    const { caseNo } = await accepted();
    await house.tell('social-assistance', { kind: 'papers-requested', caseNo, papers: ['收入证明'], by: '2026-12-20' });
    onDay('2026-12-15');
    await aTurn();
    expect(await rows(caseNo)).toEqual([]);
    expect((await get(ReliefOperations).overdue('all')).map((each) => each.caseId)).not.toContain(caseNo);
  });
});

describe('a holiday notice that comes later', () => {
  it('moves the days of open cases, takes back what is not late by it, and begins again when it is', async () => {
    const { anna, id, caseNo } = await accepted();
    const decision = '低保：等结果';
    expect((await lateOf(anna, id, decision))?.due).toMatchObject({ on: '2027-01-06', expected: true });
    onDay('2027-01-07');
    await aTurn();
    expect(await rows(caseNo)).toContainEqual({ step: `item:${LIVING}`, state: 'open' });
    const off = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'];
    const notice = { off, work: [], document: '国办发明电〔2026〕示例号' };
    await get(Holidays).load('2027', notice, 'J1001', '通知发了');
    await aTurn();
    expect((await lateOf(anna, id, decision))?.due).toMatchObject({
      on: '2027-01-08',
      expected: false,
      overdue: false,
    });
    expect(await rows(caseNo)).toContainEqual({ step: `item:${LIVING}`, state: 'over' });
    onDay('2027-01-09');
    await aTurn();
    expect((await lateOf(anna, id, decision))?.late?.told).toEqual([{ whom: OFFICE, on: '2027-01-09' }]);
    expect((await get(Holidays).notices()).map(({ year, released }) => [year, released])).toEqual([
      ['2025', true],
      ['2026', true],
      ['2027', false],
    ]);
    const broken = { off: ['2027-13-01'], work: ['2027-01-05'], document: '示例' };
    await expect(get(Holidays).load('2027', broken, 'J1001', '打错了')).rejects.toThrow('calendar.unreadable');
  });

  it('reaches a case whose days nobody has reckoned yet', async () => {
    const { caseNo } = await accepted();
    for (const table of ['relief_case_clock', 'relief_case_due'])
      await house.sql(`DELETE FROM ${table} WHERE case_id = ?`, [caseNo]);
    await get(Holidays).load('2028', { off: ['2028-01-01'], work: [], document: '示例' }, 'J1001', '再发');
    await aTurn();
    const [row] = await house.sql<{ due_on: string }>(
      "SELECT due_on FROM relief_case_due WHERE case_id = ? AND step = 'visited'",
      [caseNo],
    );
    expect(row?.due_on).toBe('2026-11-30');
  });

  it('reaches every case behind one that cannot be reckoned, and that one as soon as it can', async () => {
    const cases = [(await accepted()).caseNo, (await accepted()).caseNo].sort();
    await get(Holidays).load('2029', { off: ['2029-01-01'], work: [], document: '示例' }, 'J1001', '再发');
    const basis = async (caseNo = '') => {
      const sql = 'SELECT basis FROM relief_case_clock WHERE case_id = ?';
      return (await house.sql<{ basis: string }>(sql, [caseNo]))[0]?.basis;
    };
    const before = await Promise.all(cases.map(basis));
    const dues = get(CaseDues);
    const follow = dues.follow.bind(dues);
    const failing = jest.spyOn(dues, 'follow').mockImplementation(async (row) => {
      if (row.id === cases[0]) throw new Error('this one is broken');
      return follow(row);
    });
    await aTurn();
    expect([await basis(cases[0]), (await basis(cases[1])) === before[1]]).toEqual([before[0], false]);
    failing.mockRestore();
    await aTurn();
    expect(await basis(cases[0])).toBe(await basis(cases[1]));
  });
});
