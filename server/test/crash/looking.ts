import { Transactions } from '../../src/platform/database/transactions';
import { brokenRules } from '../booking-invariants';
import type { TestServer } from '../server';
import type { Heard } from './asking';
import type { Told } from './journeys';

/** What is not as it was said. Each list has one line for each thing that is wrong. */
export interface Found {
  /** Acknowledged and not there. */
  readonly lost: string[];
  /** One key with two answers, or an answer that is somebody else's. */
  readonly wrong: string[];
  /** There and never acknowledged, or one half of what belongs together. */
  readonly leaked: string[];
  /** More taken than there is, or two where there may be one. */
  readonly over: string[];
  /** Words to a bureau that are missing, are there twice, or had no effect there. */
  readonly words: string[];
}

type Rows = readonly Readonly<Record<string, string | number | null>>[];

/** Compares what everybody was told with what there is. The storm is over, and every wish has its answer. */
export async function look(
  server: TestServer,
  heard: Heard,
  told: Told,
  effects: ReadonlyMap<string, number>,
): Promise<Found> {
  const { manager } = server.app.get(Transactions);
  const sql = (query: string): Promise<Rows> => manager.query(query);
  const found: Found = { lost: [], wrong: [...heard.wrong], leaked: [], over: [], words: [] };
  await lookAtBookings(sql, told, found);
  await lookAtApplications(sql, told, found);
  await lookAtKeys(sql, heard, found);
  await lookAtWords(sql, told, found, effects);
  for (const rule of await brokenRules(server))
    (/more units|two active/.test(rule) ? found.over : found.leaked).push(rule);
  return found;
}

type Sql = (query: string) => Promise<Rows>;

async function lookAtBookings(sql: Sql, { held, confirmed, cancelled }: Told, { lost, wrong, leaked, over }: Found) {
  const rows = await sql(`SELECT b.id, b.number, b.state, b.window_id, p.account_id, p.person_id FROM booking b
    LEFT JOIN booking_party p ON p.booking_id = b.id AND p.role = 'holder'`);
  const there = new Map(rows.map((row) => [String(row.id), row]));
  if (rows.length !== there.size) over.push(`${rows.length - there.size} bookings with two holders`);
  for (const [id, { caller, windowId, number }] of held) {
    const row = there.get(id);
    if (!row) {
      lost.push(`booking ${id}`);
      continue;
    }
    if (row.account_id !== caller.accountId || row.person_id !== caller.personId)
      wrong.push(`booking ${id} of another`);
    if (row.window_id !== windowId || row.number !== number) wrong.push(`booking ${id} is another than was told`);
    const state = cancelled.has(id) ? 'cancelled' : confirmed.has(id) ? 'confirmed' : 'held';
    if (row.state !== state) (state === 'held' ? leaked : lost).push(`booking ${id} is ${row.state}, told ${state}`);
  }
  for (const id of there.keys()) if (!held.has(id)) leaked.push(`booking ${id} was told to nobody`);
}

async function lookAtApplications(sql: Sql, { drafts, submitted }: Told, { lost, wrong, leaked }: Found) {
  const rows = await sql('SELECT id, account_id, state, receipt_number FROM relief_application');
  const cases = await sql('SELECT id, application_id FROM relief_case');
  const there = new Map(rows.map((row) => [String(row.id), row]));
  for (const [id, { accountId }] of drafts) {
    const row = there.get(id);
    if (!row) lost.push(`application ${id}`);
    else if (row.account_id !== accountId) wrong.push(`application ${id} of another`);
  }
  for (const [id, { receiptNumber, cases: numbers }] of submitted) {
    const row = there.get(id);
    if (row?.state !== 'open') lost.push(`application ${id} is ${row?.state}, told it was handed in`);
    else if (row.receipt_number !== receiptNumber) wrong.push(`application ${id} has another receipt`);
    const own = cases.filter(({ application_id }) => application_id === id).map((each) => String(each.id));
    if (own.toSorted().join() !== [...numbers].sort().join()) wrong.push(`application ${id} has other cases than told`);
    if (own.length !== 2) leaked.push(`application ${id} has ${own.length} cases`);
  }
  for (const { id, state } of rows) {
    if (!drafts.has(String(id))) leaked.push(`application ${id} was told to nobody`);
    if (state !== 'draft' && !submitted.has(String(id))) leaked.push(`application ${id} was handed in and nobody told`);
  }
  const known = new Set([...submitted.keys()]);
  for (const each of cases)
    if (!known.has(String(each.application_id))) leaked.push(`case ${each.id} of no application`);
}

/** A yes has its key, and a key its yes. */
async function lookAtKeys(sql: Sql, { yes }: Heard, { lost, leaked }: Found) {
  const rows = await sql('SELECT request_key FROM idempotency_key');
  const there = new Set(rows.map(({ request_key }) => String(request_key)));
  for (const [key, { intention }] of yes) {
    if (intention.method !== 'PATCH' && !there.has(key))
      lost.push(`the answer to ${intention.method} ${intention.path}`);
  }
  for (const key of there) if (!yes.has(key)) leaked.push(`a key nobody had a yes for: ${key}`);
}

/** Of each booking and each case the words it should have led to, once, and each taken by its bureau. */
async function lookAtWords(sql: Sql, told: Told, { words }: Found, effects: ReadonlyMap<string, number>) {
  const rows = await sql(`SELECT id, topic, order_key, state FROM outbox_message WHERE bureau <> 'wechat'`);
  const counted = new Map<string, number>();
  for (const { id, topic, order_key, state } of rows) {
    const name = `${topic} of ${order_key}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
    if (state !== 'done') words.push(`${name} is ${state}`);
    if (!effects.has(String(id))) words.push(`${name} never reached its bureau`);
  }
  const expected = new Set([
    ...[...told.confirmed].map((id) => `marriage-registration.confirmed of ${id}`),
    ...[...told.cancelled].map((id) => `marriage-registration.cancelled of ${id}`),
    ...(await filedCases(sql)).flatMap(({ id, bureau }) => [
      `${bureau}.case-filed of ${id}`,
      `${bureau}.case-message of ${id}`,
    ]),
  ]);
  for (const name of expected) if (!counted.has(name)) words.push(`${name} is missing`);
  for (const [name, times] of counted) {
    if (times > 1) words.push(`${name} is there ${times} times`);
    if (!expected.has(name)) words.push(`${name} belongs to nothing anybody was told`);
  }
}

/** What waits for another programme's answer is told to its bureau later. */
const filedCases = (sql: Sql): Promise<Rows> => sql("SELECT id, bureau FROM relief_case WHERE state <> 'held-back'");
