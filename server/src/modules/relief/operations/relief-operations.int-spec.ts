import type { TimelineView } from '@jinmen/shared/applications/views';
import { type ReliefHouse, startReliefHouse, type TestResident } from '../../../../test/relief-house';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { CallList } from '../../notices/call-list.port';
import { ReliefOperations } from '../relief-operations.port';

const LIVING = 'minimum-living-allowance';
const ON = '2026-11-25';
const OWN = ['120111001'];
const OTHER = ['120111002'];

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());
afterEach(() => jest.restoreAllMocks());

const operations = () => house.server.app.get(ReliefOperations, { strict: false });
const calls = () => house.server.app.get(CallList, { strict: false });

async function accepted(): Promise<{ anna: TestResident; id: string; caseNo: string }> {
  const anna = house.resident();
  const { id } = await anna.submitted([LIVING]);
  const caseNo = (await anna.view(id)).cases[0]?.id ?? '';
  await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
  return { anna, id, caseNo };
}

describe('what stands too long', () => {
  it('is listed from the day after its clock has run out, for its own office and for the city, masked', async () => {
    const { caseNo } = await accepted();
    expect(await operations().overdue('all')).toEqual([]);
    const later = new Date('2027-06-01T02:00:00Z');
    jest.spyOn(house.server.app.get(Clock), 'now').mockReturnValue(later);
    const [late] = await operations().overdue('all');
    expect(late).toMatchObject({
      caseId: caseNo,
      bureau: 'social-assistance',
      holder: '西青区西营门街道办事处',
      receiptNumber: expect.stringMatching(/\S/),
      clock: expect.stringContaining('工作日'),
    });
    expect(late?.applicant).toBe('测*甲');
    expect((await operations().overdue(OWN)).map(({ caseId }) => caseId)).toContain(caseNo);
    expect(await operations().overdue(OTHER)).toEqual([]);
    expect(await operations().overdue([])).toEqual([]);
  });

  it('is no longer listed once it is decided', async () => {
    const { caseNo } = await accepted();
    const decided = { caseNo, programme: LIVING, outcome: 'approved', on: ON } as const;
    await house.tell('social-assistance', { kind: 'visited', caseNo, on: ON });
    await house.tell('social-assistance', { kind: 'publicised', caseNo, from: ON, until: '2026-12-02' });
    await house.tell('social-assistance', {
      kind: 'decided',
      ...decided,
      amount: { fen: 100, per: 'household-month' },
    });
    jest.spyOn(house.server.app.get(Clock), 'now').mockReturnValue(new Date('2027-06-01T02:00:00Z'));
    expect((await operations().overdue('all')).map(({ caseId }) => caseId)).not.toContain(caseNo);
  });
});

describe('what waits for a person', () => {
  const of = async (caseNo: string, offices: readonly string[] | 'all' = 'all') =>
    (await operations().stuck(offices)).filter((each) => each.caseId === caseNo);

  it('is a case whose bureau said something nobody can read, until it says something else', async () => {
    const { anna, id, caseNo } = await accepted();
    expect(await of(caseNo)).toEqual([]);
    await house.unreadable('social-assistance', { caseNo });
    expect(await of(caseNo)).toEqual([
      expect.objectContaining({ why: 'news-unreadable', holder: '西青区西营门街道办事处', applicant: '测*甲' }),
    ]);
    expect((await anna.call('GET', `/${id}/timeline`)).body.notice).toContain('系统没看懂');
    expect(await of(caseNo, OTHER)).toEqual([]);
    expect(await of(caseNo, OWN)).toHaveLength(1);
    await house.tell('social-assistance', { kind: 'visited', caseNo, on: ON });
    expect(await of(caseNo)).toEqual([]);
    expect((await anna.call('GET', `/${id}/timeline`)).body.notice).toBeUndefined();
  });

  it('is no case of another bureau, and none that nobody has', async () => {
    const { caseNo } = await accepted();
    await house.unreadable('disability-benefits', { caseNo });
    await house.unreadable('social-assistance', { caseNo: 'x' });
    await house.unreadable('social-assistance', 'nothing at all');
    expect(await of(caseNo)).toEqual([]);
  });

  it('is an application a person gave up sending, and its resident is told whom to call', async () => {
    const anna = house.resident();
    house.bureaus['social-assistance'].answer = { kind: 'failed', answered: true, why: 'status 500' };
    const { id, cases } = await anna.submitted([LIVING]);
    const caseNo = cases[0]?.id ?? '';
    await house.skip(caseNo);
    house.bureaus['social-assistance'].answer = { kind: 'done', body: {} };
    expect(await of(caseNo)).toMatchObject([{ why: 'filing-skipped' }]);
    const { steps } = (await anna.call('GET', `/${id}/timeline`)).body as unknown as TimelineView;
    expect(steps[1]).toMatchObject({ state: 'stopped', line: expect.stringContaining('请打街道电话') });
    expect(steps.filter(({ state }) => state === 'now')).toEqual([]);
    const list = (await anna.call('GET', '')).body as unknown as { items: readonly object[] };
    expect(list.items[0]).toMatchObject({ waitsForYou: true, now: expect.stringContaining('请打西青区西营门街道') });
    await house.tell('social-assistance', { kind: 'accepted', caseNo, on: ON });
    expect(await of(caseNo)).toEqual([]);
  });
});

describe('somebody whom only a call reaches', () => {
  it('stands on the call list of the street when papers are asked for, with the number they wrote', async () => {
    const { caseNo } = await accepted();
    const desk = { staffId: 'J2001', offices: OWN };
    const before = (await calls().list(desk)).items.map(({ id }) => id);
    const asked = { kind: 'papers-requested', caseNo, papers: ['收入证明'], by: '2026-12-02' };
    await house.tell('social-assistance', asked);
    const rows = (await calls().list(desk)).items.filter(({ id }) => !before.includes(id));
    expect(rows).toMatchObject([
      { topic: 'paper-requested', phone: '138****0000', office: '120111001', state: 'open' },
    ]);
    expect(await calls().showNumber(desk, rows[0]?.id ?? '')).toBe('13800000000');
    expect((await calls().list({ staffId: 'J2002', offices: OTHER })).items).toEqual([]);
  });
});

describe('where applications go', () => {
  it('is changed by an operator from then on, with a record of who and why', async () => {
    await operations().setRoute('120111001', '120111002', 'J1001', '区里发文');
    expect(await operations().routes()).toMatchObject([
      { street: { code: '120111001' }, office: { code: '120111002' } },
    ]);
    const anna = house.resident();
    const { id } = await anna.submitted([LIVING]);
    expect((await anna.view(id)).cases[0]?.holder).toContain('李七庄');
    const rows = await house.server.app.get(Transactions).manager.findBy(AuditRow, { action: 'relief-route.changed' });
    expect(rows.map(({ actorId, object }) => [actorId, object])).toEqual([['J1001', 'relief-route:120111001']]);
    await operations().setRoute('120111001', '120111001', 'J1001', '改回来');
    expect(await operations().routes()).toEqual([]);
  });

  it.each([
    ['120111001', '999999999'],
    ['x', '120111001'],
  ])('is not changed for a street nobody knows: %s to %s', async (street, office) => {
    await expect(operations().setRoute(street, office, 'J1001', '试试')).rejects.toThrow('relief.unknown-street');
  });
});
