import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { afterReading } from '../../../../test/after-reading';
import { brokenCases } from '../../../../test/case-invariants';
import { type ReliefHouse, startReliefHouse, type TestResident } from '../../../../test/relief-house';
import { Transactions } from '../../../platform/database/transactions';
import { IntegrityChecks } from '../../../platform/integrity/integrity-checks';
import { SigningCommands } from '../../../platform/signed-rows/signing-commands';
import { ReliefCase } from './relief-case.entity';

const LIVING = 'minimum-living-allowance';
const CARE = 'disability-care-subsidy';
const NAMES = ['applications', 'signed relief-case'];

let house: ReliefHouse;
let anna: TestResident;
let id: string;
let caseNo: string;
let other: string;
let undo: (() => Promise<unknown>)[];

const get = <Part>(part: abstract new (...args: never[]) => Part) =>
  house.server.app.get<Part>(part, { strict: false });
const over = () => get(SigningCommands).signed('运维 李工', '都换成新版本了');
const found = async () => {
  const results = await get(IntegrityChecks).run({ all: false });
  return results.filter(({ name }) => NAMES.includes(name)).flatMap(({ wrong }) => wrong);
};
const approve = (programme: string) =>
  house.tell('social-assistance', { kind: 'decided', caseNo, programme, outcome: 'approved', on: '2026-11-25' });

/** As somebody with the database in their hands; put back when the test is over. */
async function write(table: string, key: string, value: string, change: Readonly<Record<string, unknown>>) {
  const columns = Object.keys(change);
  const set = columns.map((column) => `${column} = ?`).join(', ');
  const [row] = await house.sql<Record<string, unknown>>(
    `SELECT ${columns.join(', ')} FROM ${table} WHERE ${key} = ? ORDER BY id LIMIT 1`,
    [value],
  );
  await house.sql(`UPDATE ${table} SET ${set} WHERE ${key} = ?`, [...Object.values(change), value]);
  undo.push(() =>
    house.sql(`UPDATE ${table} SET ${set} WHERE ${key} = ?`, [...columns.map((column) => row?.[column]), value]),
  );
}

beforeAll(async () => {
  house = await startReliefHouse();
});
afterAll(() => house.end());
beforeEach(async () => {
  undo = [];
  anna = house.resident();
  const view = await anna.submitted([LIVING, CARE]);
  await house.delivered();
  [id, caseNo, other] = [view.id, view.cases[0]?.id ?? '', view.cases[1]?.id ?? ''];
  await house.tell('social-assistance', { kind: 'accepted', caseNo });
  await over();
  expect(await found()).toEqual([]);
});
afterEach(async () => {
  for (const back of undo.reverse()) await back();
  expect(await found()).toEqual([]);
});

describe('cases only the server wrote', () => {
  it('are signed as they stand, after whatever the bureau, a street and the resident did', async () => {
    await house.tellCommon('social-assistance', {
      kind: 'moved',
      caseNo,
      office: { code: '120111002', name: '李七庄街道办事处' },
      on: '2026-11-25',
      why: '搬家了',
    });
    expect(await found()).toEqual([]);
    await approve(LIVING);
    expect(await found()).toEqual([]);
    await anna.post(`/${id}/withdrawal`, { programmes: [CARE] });
    expect(await brokenCases(house.server)).toEqual([]);
    const [row] = await house.sql<{ state: string }>('SELECT state FROM relief_application WHERE id = ?', [id]);
    expect(row).toEqual({ state: 'closed' });
  });

  it('have a place of its own for each word, also of one that had read before another came', async () => {
    const visited = () => house.tell('social-assistance', { kind: 'visited', caseNo });
    const transactions = get(Transactions);
    const alone = house.server.database.dialect !== 'mysql'; // one transaction at a time
    if (alone) await visited();
    const outside = new AsyncResource('somebody else');
    await transactions.run(async () => {
      await transactions.manager.query('SELECT COUNT(*) FROM relief_case_event');
      if (!alone) await outside.runInAsyncScope(visited);
      await approve(LIVING);
    });
    const rows = await house.sql<{ position: number }>(
      'SELECT position FROM relief_case_event WHERE case_id = ? ORDER BY position',
      [caseNo],
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ position }) => position)).toEqual(rows.map((_, at) => at));
  });

  it('are no finding when a word comes in while somebody looks at them', async () => {
    // the embedded database lets nobody in beside a transaction
    if (house.server.database.dialect === 'embedded') return;
    afterReading(ReliefCase, () => approve(LIVING));
    expect(await found()).toEqual([]);
    const decided = "SELECT id FROM relief_case_event WHERE case_id = ? AND kind = 'decided'";
    expect(await house.sql(decided, [caseNo])).toHaveLength(1);
  });

  it('stay so when something is noted of them that moves nothing', async () => {
    await house.unreadable('social-assistance', { caseNo });
    expect(await found()).toEqual([]);
    await approve(LIVING);
    expect(await found()).toEqual([]);
  });
});

describe('in the database nobody unseen', () => {
  const IS_NOT = 'is not what was signed';

  it.each([
    ['gives a case another state', { state: 'routed' }, IS_NOT],
    ['closes a case', { state: 'closed' }, 'is closed, and its items say that it goes on'],
    ['sends it to another street', { office_code: '120111002' }, IS_NOT],
    ['lets it have begun another day', { created_at: '2026-11-01 02:00:00.000' }, IS_NOT],
    ['takes the signature away', { signed: null }, 'is not signed'],
    ['says that fewer words are signed', { signed_up_to: 1 }, IS_NOT],
  ] as const)('%s', async (_who, change, says) => {
    await write('relief_case', 'id', caseNo, change);
    expect(await found()).toEqual([`relief-case ${caseNo} ${says}`]);
  });

  it('grants what nobody granted', async () => {
    await write('relief_case', 'id', caseNo, { state: 'closed' });
    await write('relief_case_item', 'case_id', caseNo, { state: 'approved' });
    expect(await found()).toEqual([`relief-case ${caseNo} ${IS_NOT}`]);
  });

  it('closes an application whose cases go on, or opens one that was never handed in', async () => {
    await write('relief_application', 'id', id, { state: 'closed' });
    expect(await found()).toEqual([`application ${id} is closed, and its cases say open`]);
    const draft = await anna.draft([LIVING]);
    const handedIn = { state: 'open', submitted_at: '2026-11-25 02:00:00.000', receipt_number: randomUUID().slice(24) };
    await write('relief_application', 'id', draft.id, handedIn);
    expect(await found()).toContain(`application ${draft.id} is open, and its cases say draft`);
  });

  it('makes a word of the bureau another, or one without effect', async () => {
    await write('relief_case_event', 'event_id', await lastEvent(), { kind: 'visited' });
    expect(await found()).toEqual([`relief-case ${caseNo} ${IS_NOT}`]);
    await undo.pop()?.();
    await write('relief_case_event', 'event_id', await lastEvent(), { applied: 0, why_not: 'behind' });
    expect(await found()).toEqual([`relief-case ${caseNo} ${IS_NOT}`]);
  });

  it('gives one case the signature of another', async () => {
    const [theirs] = await house.sql<{ signed: Buffer; upTo: number }>(
      'SELECT signed, signed_up_to AS upTo FROM relief_case WHERE id = ?',
      [other],
    );
    await write('relief_case', 'id', caseNo, { signed: theirs?.signed, signed_up_to: theirs?.upTo });
    expect(await found()).toEqual([`relief-case ${caseNo} ${IS_NOT}`]);
  });

  it('has what they wrote signed by the next word of the bureau', async () => {
    await write('relief_case', 'id', caseNo, { created_at: '2026-11-01 02:00:00.000' });
    await house.tell('social-assistance', { kind: 'visited', caseNo });
    expect(await found()).toEqual([`relief-case ${caseNo} is not signed`]);
    expect(house.server.logs()).toContain(`"alarm":"a row is not what was signed","row":"relief-case:${caseNo}"`);
    await undo.pop()?.();
    await over();
  });

  it('takes the last word back with all that came of it', async () => {
    const [event] = await house.sql<Record<string, unknown>>(
      'SELECT * FROM relief_case_event WHERE case_id = ? ORDER BY position DESC LIMIT 1',
      [caseNo],
    );
    await write('relief_case', 'id', caseNo, { state: 'routed' });
    await house.sql('DELETE FROM relief_case_event WHERE id = ?', [event?.id]);
    const columns = Object.keys(event ?? {});
    undo.push(() =>
      house.sql(
        `INSERT INTO relief_case_event (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        Object.values(event ?? {}),
      ),
    );
    expect(await found()).toEqual([`relief-case ${caseNo} ${IS_NOT}`]);
  });

  async function lastEvent(): Promise<string> {
    const [row] = await house.sql<{ id: string }>(
      'SELECT event_id AS id FROM relief_case_event WHERE case_id = ? ORDER BY position DESC LIMIT 1',
      [caseNo],
    );
    return row?.id ?? '';
  }
});
