import type { ApplicationView } from '@jinmen/shared/applications/views';
import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { photoOfPaper } from '../../../../test/hostile-files';
import { type ReliefHouse, startReliefHouse, type TestResident, viewOf } from '../../../../test/relief-house';
import { Clock, instantOf } from '../../../platform/clock';
import { ReliefOperations } from '../relief-operations.port';
import { PaperStands } from './paper-stands.service';
import { PromiseReminders } from './promise-reminders.job';

const LIVING = 'minimum-living-allowance';
const TODAY = '2026-11-25';
const DUE = addDays(TODAY, 10);

let house: ReliefHouse;

beforeAll(async () => {
  house = await startReliefHouse(undefined, { QUIET_HOURS: 'off' });
});
afterAll(() => house.end());
afterEach(() => setToday(TODAY));

/** Ten in the morning of that day. */
function setToday(day: CivilDate): void {
  const clock = house.server.app.get(Clock);
  Object.assign(clock, { now: () => instantOf(Date.parse(`${day}T02:00:00Z`)) });
}

/** The job, by two servers at once, as often as they like. */
async function look(): Promise<void> {
  const job = house.server.app.get(PromiseReminders, { strict: false });
  await Promise.all([job.look(), job.look()]);
  await job.look();
}

async function promised(anna: TestResident): Promise<ApplicationView> {
  const { id } = await anna.filledDraft([LIVING]);
  await anna.post(`/${id}/commitments`, { papers: [{ kind: 'income', by: DUE }], accepted: true });
  return viewOf(await anna.post(`/${id}/submission`));
}

async function topics(anna: TestResident): Promise<string[]> {
  const query = 'SELECT topic FROM notice WHERE account_id = ? ORDER BY created_at';
  return (await house.sql<{ topic: string }>(query, [anna.accountId])).map(({ topic }) => topic);
}

async function supply(anna: TestResident, id: string): Promise<ApplicationView> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await photoOfPaper())]), 'x.jpg');
  const url = `${house.server.url}/api/v1/relief/applications/${id}/materials/income`;
  await fetch(url, { method: 'PUT', headers: { authorization: `Bearer ${anna.accountId}` }, body: form });
  return viewOf(await anna.post(`/${id}/supplements`));
}

const stuckOf = async (caseId: string | undefined) =>
  (await house.server.app.get(ReliefOperations, { strict: false }).stuck('all')).filter(
    (each) => each.caseId === caseId,
  );

it('is told of three days, one day and no day before, once each however many look', async () => {
  const anna = house.resident();
  await promised(anna);
  const told: Record<string, number> = {};
  for (const left of [5, 4, 3, 2, 1, 0]) {
    setToday(addDays(DUE, -left));
    await look();
    told[left] = (await topics(anna)).filter((topic) => topic === 'paper-due').length;
  }
  expect(told).toEqual({ 5: 0, 4: 0, 3: 1, 2: 1, 1: 2, 0: 3 });
});

it('missed, it refuses nobody: the case says what is missing, the street is told, and more time is given once', async () => {
  const anna = house.resident();
  const { id, cases } = await promised(anna);
  setToday(addDays(DUE, 1));
  await look();
  const late = await anna.view(id);
  expect(late.state).toBe('open');
  expect(late.paperRequest).toMatchObject({ by: addDays(DUE, 11), papers: [{ name: '收入的材料', received: false }] });
  expect(late.papers?.items.find(({ kind }) => kind === 'income')?.state).toBe('asked');
  expect((await topics(anna)).filter((topic) => topic === 'paper-requested')).toHaveLength(1);
  expect(await stuckOf(cases[0]?.id)).toMatchObject([{ why: 'papers-missed' }]);
  expect(late.papers?.terms).toMatchObject({ lastDay: addDays(DUE, 11), extend: ['income'] });
  const more = { papers: [{ kind: 'income', by: addDays(DUE, 6) }], accepted: true };
  const extended = viewOf(await anna.post(`/${id}/commitments`, more));
  expect(extended.commitment).toMatchObject({ extended: true, papers: [{ by: addDays(DUE, 6) }] });
  expect((await anna.post(`/${id}/commitments`, more)).body.code).toBe('commitment.extended');
  await house.delivered();
  const commitments = house.bureaus['social-assistance']
    .effects('told')
    .filter((said) => (said as { message: { type: string } }).message.type === 'COMMITMENT');
  expect(commitments).toHaveLength(3);
  const kept = await supply(anna, id);
  expect(kept.commitment?.papers).toMatchObject([{ kept: true }]);
  expect(kept.paperRequest).toBeUndefined();
  expect(await stuckOf(cases[0]?.id)).toEqual([]);
});

it('kept before its day, nobody is reminded and nothing is missing', async () => {
  const anna = house.resident();
  const { id } = await promised(anna);
  await supply(anna, id);
  setToday(addDays(DUE, 5));
  await look();
  expect(await topics(anna)).not.toContain('paper-due');
  expect((await anna.view(id)).paperRequest).toBeUndefined();
});

it('in a draft, or taken back, nobody is reminded of it', async () => {
  const anna = house.resident();
  const { id } = await anna.filledDraft([LIVING]);
  await anna.post(`/${id}/commitments`, { papers: [{ kind: 'income', by: DUE }], accepted: true });
  const ben = house.resident();
  const { id: taken } = await promised(ben);
  await ben.post(`/${taken}/withdrawal`);
  setToday(DUE);
  await look();
  expect([...(await topics(anna)), ...(await topics(ben))]).not.toContain('paper-due');
});

it('of one that cannot be reminded is logged, and everybody after them is reminded all the same', async () => {
  const broken = house.resident();
  const others = [house.resident(), house.resident()];
  const ids = [await promised(broken)];
  for (const each of others) ids.push(await promised(each));
  setToday(DUE);
  const job = house.server.app.get(PromiseReminders, { strict: false });
  const stands = house.server.app.get(PaperStands, { strict: false });
  const find = stands.findForUpdate.bind(stands);
  const failing = jest.spyOn(stands, 'findForUpdate').mockImplementation(async (id) => {
    if (id === ids[0]?.id) throw new Error('this one is broken');
    return find(id);
  });
  await job.look();
  failing.mockRestore();
  const told = (await Promise.all(others.map(topics))).map((each) => each.includes('paper-due'));
  expect(told).toEqual([true, true]);
  expect(await topics(broken)).not.toContain('paper-due');
  await job.look();
  expect(await topics(broken)).toContain('paper-due');
});
