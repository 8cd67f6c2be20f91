import type { ApplicationView } from '@jinmen/shared/applications/views';
import { NoticeCall } from '../../src/modules/notices/notice-call.entity';
import { StaffSession } from '../../src/modules/operations/staff-session.entity';
import { StaffSessions } from '../../src/modules/operations/staff-sessions';
import { ApplicationOwnership } from '../../src/modules/relief/applications/application-ownership';
import { POST_OVER } from '../../src/platform/audit/audit';
import { AuditRow } from '../../src/platform/audit/audit-row.entity';
import { Transactions } from '../../src/platform/database/transactions';
import { staffHeaders } from '../identity-desk';
import { type AccessHouse, call, must, type Person, STAFF } from './access-house';
import { send } from './matrix';
import { outcomesOf } from './policies';
import { aDraft } from './relief-things';
import type { Row, Rows } from './row';

/**
 * The next request about somebody's application is let in, and then stands still until `takeAway` is done: no waiting, and
 * no chance that it comes too late.
 */
export function onceLetIn(house: AccessHouse, takeAway: () => Promise<unknown>): void {
  const ownership = house.server.app.get(ApplicationOwnership, { strict: false });
  const owns = ownership.owns.bind(ownership);
  jest.spyOn(ownership, 'owns').mockImplementationOnce(async (resident, id) => {
    const letIn = await owns(resident, id);
    await takeAway();
    return letIn;
  });
}

/** Of each kind of act a helper may do, one: typing, a paper, an account for the money, handing in, taking back. */
const ACTS = ['PATCH', 'DELETE', 'PUT /materials/{kind}', 'PUT /payee', 'POST /submission', 'POST /withdrawal'];

/** Acts of a helper that are let in, whose mandate is then taken back. Resolves to those that went through all the same. */
export async function tryWithoutMandate(house: AccessHouse, rows: Rows): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const act of ACTS) {
    const [method, rest = ''] = act.split(' ');
    const route = `${method} /relief/applications/{id}${rest}`;
    const asked = await rows[route]?.ask(house, 'helped');
    // cast: the one who is helped was made as a person, and is the owner
    const owner = asked?.cast?.owner as Person | undefined;
    if (asked === undefined || owner === undefined) throw new Error(`${route} is no act of a helper`);
    const mandates = await must<{ items: readonly { id: string }[] }>(call(owner, 'GET', '/mandates'));
    const before = await viewOf(owner, asked.at?.id);
    let taken = 0;
    onceLetIn(house, async () => {
      for (const { id } of mandates.items) await must(call(owner, 'DELETE', `/mandates/${id}`));
      taken = mandates.items.length;
    });
    const { status, text } = await send(house, route, asked, 'helper');
    if (taken === 0) wrong.push(`${route} was not let in: ${status}`);
    else if (status !== 404) wrong.push(`${route} went on without a mandate: ${status} ${text.slice(0, 200)}`);
    if ((await viewOf(owner, asked.at?.id)) !== before) wrong.push(`${route} changed something`);
  }
  return wrong;
}

/** An application that is handed in by somebody who takes the consent to it back meanwhile. */
export async function tryWithoutConsent(house: AccessHouse): Promise<readonly string[]> {
  const { id, by } = await aDraft(house, 'own');
  onceLetIn(house, () => must(call(by, 'DELETE', '/consents/relief-application')));
  const { status, body } = await call(by, 'POST', `/relief/applications/${id}/submission`, {});
  const found = [status, body.code, (await viewOf(by, id)).split(' ')[0]].join(' ');
  return found === '403 consent.required draft' ? [] : [found];
}

/** What may go on, as long as it puts nothing on record: what only asks, and what finds nothing to do in this house. */
const NOTHING_DONE = [
  /^GET |\/preview$/,
  // where its cases go already
  /\/routing\/(changes|\{street\})$/,
  // nobody is aboard, and no day was made a hot one
  /\/manifest\/whole$|\/hot-days\/\{day\}\/removal$/,
];

/**
 * Everything a colleague may ask at a desk, each let in in a session that is then ended. Resolves to what was done, or put
 * on record as done, all the same; and how many acts were refused and are on record as tries.
 */
export async function tryInAnEndedSession(house: AccessHouse, rows: Rows) {
  const wrong: string[] = [];
  let refused = 0;
  for (const [route, row] of Object.entries(rows).filter(isAtDesk)) {
    const caller = outcomesOf(row.policy).operator === 'in' ? 'operator' : 'auditor';
    if (outcomesOf(row.policy)[caller] !== 'in') continue;
    const asked = await row.ask(house, 'own');
    const cast = { [caller]: await staffHeaders(house.server.url, STAFF[caller]) };
    const before = await doneBy(house, STAFF[caller]);
    letInOnce(house, (token) => house.run(() => sessionsOf(house).end(token)));
    const { status, text } = await send(house, route, { ...asked, cast }, caller);
    const after = await doneBy(house, STAFF[caller]);
    const isRefused = status === 403 && text.includes(POST_OVER);
    const records = [...after].flatMap(([id, action]) => (before.has(id) ? [] : [action]));
    if (isRefused && records.join() === POST_OVER) refused += 1;
    else if (isRefused || records.length > 0 || !NOTHING_DONE.some((each) => each.test(route)))
      wrong.push(`${route}: ${status} ${text.slice(0, 100)}; on record: ${records.join()}`);
  }
  return { wrong, refused };
}

/** Somebody is told to be no operator any more while they close a call. Resolves to how that went, and what it is now. */
export async function tryInAnotherPost(house: AccessHouse, rows: Rows): Promise<string> {
  const route = 'POST /staff/call-list/{id}/done';
  const asked = await rows[route]?.ask(house, 'own');
  if (!asked) throw new Error(`${route} has no row`);
  const cast = { operator: await staffHeaders(house.server.url, STAFF.operator) };
  letInOnce(house, (token) => house.run(() => otherPost(house, token)));
  const { status } = await send(house, route, { ...asked, cast }, 'operator');
  const call = await house.server.app.get(Transactions).manager.findOneByOrFail(NoticeCall, { id: asked.at?.id ?? '' });
  return `${status}, the call is ${call.state}`;
}

const isAtDesk = ([route, { policy }]: [string, Row]) => / \/staff\//.test(route) && policy !== 'public';
const sessionsOf = (house: AccessHouse) => house.server.app.get(StaffSessions, { strict: false });

/** The next request of staff is let in, and then stands still until `takeAway` is done. */
function letInOnce(house: AccessHouse, takeAway: (token: string) => Promise<unknown>): void {
  const sessions = sessionsOf(house);
  const find = sessions.find.bind(sessions);
  jest.spyOn(sessions, 'find').mockImplementationOnce(async (token) => {
    const letIn = await find(token);
    await takeAway(token);
    return letIn;
  });
}

async function otherPost(house: AccessHouse, token: string): Promise<void> {
  const { manager } = house.server.app.get(Transactions);
  const letIn = await sessionsOf(house).find(token);
  await manager.update(StaffSession, { id: letIn?.sessionId ?? '' }, { role: 'street-clerk' });
}

/** What is on record of somebody, by the record's id: the clock stands still here, so there is no order. */
async function doneBy(house: AccessHouse, actorId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await house.server.app.get(Transactions).manager.findBy(AuditRow, { actorId });
  return new Map(rows.map(({ id, action }) => [id, action]));
}

/** What an act would have changed; who helps is no part of it. */
async function viewOf(person: Person, id: string | undefined): Promise<string> {
  const { version, state } = await must<ApplicationView>(call(person, 'GET', `/relief/applications/${id}`));
  return `${state} ${version}`;
}
