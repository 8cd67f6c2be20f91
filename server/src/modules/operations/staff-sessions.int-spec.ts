import { AsyncResource } from 'node:async_hooks';
import { createHash, randomUUID } from 'node:crypto';
import { aColleagueAtHome, aHouseholdTheySignedFor, numbersSeen } from '../../../test/a-colleague';
import { aComplaint } from '../../../test/a-complaint';
import { besideHeld } from '../../../test/beside-held';
import { aCall } from '../../../test/call-list';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { type IdentityDesk, RIGHT_CODE, staffHeaders, startIdentityDesk } from '../../../test/identity-desk';
import { json } from '../../../test/local-bureau';
import { holdOn } from '../../../test/outbox-house';
import { send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { StaffApart } from '../../platform/audit/staff-apart.port';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { IntegrityChecks } from '../../platform/integrity/integrity-checks';
import { Gauges } from '../../platform/metrics/gauges';
import { SigningCommands } from '../../platform/signed-rows/signing-commands';
import { CallList } from '../notices/call-list.port';
import { StaffSigning } from './signed-staff-sessions';
import { StaffSession } from './staff-session.entity';
import { StaffSessions } from './staff-sessions';
import { StaffSignInTry } from './staff-sign-in-try.entity';

const MINUTE = 60_000;
const BEGAN = Date.parse('2026-11-25T02:00:00Z');

let desk: IdentityDesk;
let database: TestDatabase;
let server: TestServer;
let now = BEGAN;

beforeAll(async () => {
  desk = await startIdentityDesk();
  database = await emptyDatabase();
  const networks = { TRUSTED_PROXIES: '127.0.0.1', STAFF_TRIES_PER_NUMBER: '12' };
  server = await startServer({ ...desk.env, ...networks }, database);
  // a hundred guess at once: an answer that lies in a busy machine's socket is not a bureau that says nothing
  holdOn(server.app);
  jest.spyOn(server.app.get(Clock), 'now').mockImplementation(() => new Date(now));
});

beforeEach(() => {
  now += 24 * 60 * MINUTE;
});

afterAll(async () => {
  await server.end();
  await desk.bureau.close();
});

const signIn = (staffNumber: string, code: string, from = '203.0.113.1') =>
  server.post('/api/v1/staff/sessions', JSON.stringify({ staffNumber, code }), { 'x-forwarded-for': from });

async function codeOf(response: Response): Promise<unknown> {
  return ((await response.json()) as { code?: unknown }).code;
}

const current = (headers: { authorization: string }) => server.get('/api/v1/staff/sessions/current', headers);

describe('signing in at /staff', () => {
  it('opens a session for whom the bureau names, with their role and offices', async () => {
    const response = await signIn('J2001', RIGHT_CODE);
    expect(response.status).toBe(200);
    const { token, staff } = (await response.json()) as { token: string; staff: unknown };
    const expected = {
      staffId: 'J2001',
      name: '经办甲',
      role: 'street-clerk',
      offices: [{ code: '120111001', name: '西青区西营门街道' }],
    };
    expect(staff).toEqual(expected);
    const again = await current({ authorization: `Bearer ${token}` });
    expect(await again.json()).toEqual({ staff: expected });
    expect(again.headers.get('cache-control')).toBe('no-store');
  });

  it('says the same of a wrong code and of a number nobody has', async () => {
    const answers = await Promise.all([signIn('J1001', '000000'), signIn('J9999', '000000')]);
    const [one, other] = await Promise.all(
      answers.map(async (each) => ({ ...((await each.json()) as object), traceId: '' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ code: 'staff.wrong-code' });
  });

  it('keeps neither the token nor the name in plain, nor anything that was typed', async () => {
    const { token } = (await (await signIn('J1001', RIGHT_CODE)).json()) as { token: string };
    await signIn('110105194912310021', '000000');
    const { manager } = server.app.get(Transactions);
    const kept = JSON.stringify([await manager.find(StaffSession), await manager.find(StaffSignInTry)]);
    const names = Buffer.concat((await manager.find(StaffSession)).map(({ name }) => name));
    expect(kept).not.toContain(token);
    expect(kept).not.toContain('110105194912310021');
    expect(names.includes('运营甲')).toBe(false);
    const audit = await manager.find(AuditRow);
    expect(JSON.stringify(audit)).not.toContain('110105194912310021');
    expect(audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['staff.signed-in', 'staff.sign-in-refused']),
    );
    expect(server.logs()).not.toMatch(/110105194912310021|运营甲/);
  });

  it('is over for fifteen minutes after five wrong codes, even with the right one, and then open again', async () => {
    for (let count = 0; count < 5; count += 1) expect((await signIn('J2002', '000000')).status).toBe(401);
    const locked = await signIn('J2002', RIGHT_CODE);
    expect([locked.status, await codeOf(locked), locked.headers.get('retry-after')]).toEqual([
      429,
      'staff.locked',
      '900',
    ]);
    expect((await signIn('J2001', RIGHT_CODE)).status).toBe(200);
    now += 15 * MINUTE - 1;
    expect((await signIn('J2002', RIGHT_CODE)).status).toBe(429);
    now += 1;
    expect((await signIn('J2002', RIGHT_CODE)).status).toBe(200);
  });

  it('lets in the colleague whose number somebody else tried elsewhere, from a network of their own', async () => {
    const stranger = '198.51.100.9';
    for (let count = 0; count < 5; count += 1) await signIn('J2002', '000000', stranger);
    const before = desk.bureau.deliveries.length;
    expect((await signIn('J2002', RIGHT_CODE, stranger)).status).toBe(429);
    expect(desk.bureau.deliveries.length).toBe(before);
    expect((await signIn('J2002', RIGHT_CODE)).status).toBe(200);
    expect((await signIn('J2002', '000000', stranger)).status).toBe(429);
  });

  it('is over for everybody when it was tried so often from many networks, with an alarm that names nobody', async () => {
    const alarms = () => server.logs().split('staff number tried from many networks').length - 1;
    for (let count = 0; count < 12; count += 1) {
      expect(alarms()).toBe(0);
      await signIn('J2001', '000000', `198.51.100.${count}`);
    }
    expect(alarms()).toBe(1);
    const before = desk.bureau.deliveries.length;
    expect(await codeOf(await signIn('J2001', RIGHT_CODE))).toBe('staff.locked');
    expect([desk.bureau.deliveries.length, alarms()]).toEqual([before, 1]);
    expect(server.logs()).not.toContain('J2001');
    now += 15 * MINUTE;
    expect((await signIn('J2001', RIGHT_CODE)).status).toBe(200);
  });

  it('counts a right code for no mistake, from wherever colleagues of a district sign in all day', async () => {
    for (let round = 0; round < 20; round += 1) {
      expect((await signIn('J3001', RIGHT_CODE, `198.51.100.${round}`)).status).toBe(200);
    }
  });

  it('lets a hundred guesses at once be five', async () => {
    const before = desk.bureau.deliveries.length;
    const answers = await Promise.all(Array.from({ length: 100 }, () => signIn('J2009', '000000')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(95);
    expect(desk.bureau.deliveries.length - before).toBe(5);
  });

  it('forgets wrong codes after a right one', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 4; count += 1) await signIn('J3001', '000000');
      expect((await signIn('J3001', RIGHT_CODE)).status).toBe(200);
    }
  });

  it.each([
    { staffNumber: 'J1001' },
    { staffNumber: 'J1001', code: '12345' },
    { staffNumber: '', code: '123456' },
    { staffNumber: "' OR 1=1", code: '123456' },
    { staffNumber: ['J1001'], code: '123456' },
    { staffNumber: 'J1001', code: '123456', role: 'operator' },
  ])('refuses %j before the bureau is asked', async (body) => {
    const before = desk.bureau.deliveries.length;
    expect((await server.post('/api/v1/staff/sessions', JSON.stringify(body))).status).toBe(400);
    expect(desk.bureau.deliveries.length).toBe(before);
  });
});

describe('a session at /staff', () => {
  it('ends a quarter of an hour after the last request, and half an hour after it began', async () => {
    const idle = await staffHeaders(server.url, 'J1001');
    now += 15 * MINUTE - 1;
    expect((await current(idle)).status).toBe(200);
    now += 15 * MINUTE;
    expect((await current(idle)).status).toBe(401);

    const busy = await staffHeaders(server.url, 'J1001');
    for (let minutes = 0; minutes < 25; minutes += 5) {
      now += 5 * MINUTE;
      expect((await current(busy)).status).toBe(200);
    }
    now += 5 * MINUTE;
    expect((await current(busy)).status).toBe(401);
  });

  it('ends at once when its owner signs out, and only that one', async () => {
    const [one, other] = [await staffHeaders(server.url, 'J1001'), await staffHeaders(server.url, 'J1001')];
    const out = await fetch(`${server.url}/api/v1/staff/sessions/current`, { method: 'DELETE', headers: one });
    expect(out.status).toBe(204);
    expect((await current(one)).status).toBe(401);
    expect((await current(other)).status).toBe(200);
  });

  it('ends when the bureau names another post for its owner the next time they sign in', async () => {
    const before = await staffHeaders(server.url, 'J1001-8');
    const row = await server.app
      .get(StaffSessions, { strict: false })
      .find(before.authorization.slice('Bearer '.length));
    const { manager } = server.app.get(Transactions);
    // as if they had been a clerk when they signed in
    const was = await manager.findOneByOrFail(StaffSession, { id: row?.sessionId ?? '' });
    const clerk: StaffSession = { ...was, role: 'street-clerk', offices: ['120111001'] };
    const { role, offices, signed } = { ...clerk, signed: server.app.get(StaffSigning, { strict: false }).sign(clerk) };
    await manager.update(StaffSession, { id: clerk.id }, { role, offices, signed });
    expect((await current(before)).status).toBe(200);
    const now = await staffHeaders(server.url, 'J1001-8');
    expect((await current(before)).status).toBe(401);
    expect((await current(now)).status).toBe(200);
  });

  it('that is ended while something is done in it ends after that', async () => {
    const token = (await staffHeaders(server.url, 'J1001')).authorization.slice('Bearer '.length);
    const [sessions, transactions] = [server.app.get(StaffSessions, { strict: false }), server.app.get(Transactions)];
    const { sessionId = '' } = (await sessions.find(token)) ?? {};
    const order: string[] = [];
    let ending: Promise<unknown> = Promise.resolve();
    const outside = new AsyncResource('outside the act');
    await transactions.run(async () => {
      expect(await sessions.dutyIn(sessionId)).toEqual({ role: 'operator', offices: [] });
      ending = outside.runInAsyncScope(() =>
        transactions.run(() => sessions.end(token)).then(() => order.push('ended')),
      );
      for (let looks = 0; looks < 20; looks += 1) await transactions.manager.countBy(StaffSession, { id: sessionId });
      order.push('done');
    });
    await ending;
    expect(order).toEqual(['done', 'ended']);
    expect(await transactions.run(() => sessions.dutyIn(sessionId))).toBeUndefined();
  });

  it.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}'`])('is not opened by the token %j', async (token) => {
    expect((await current({ authorization: `Bearer ${token}` })).status).toBe(401);
  });
});

describe('whoever has the database', () => {
  const manager = () => server.app.get(Transactions).manager;
  const isOver = () => server.app.get(SigningCommands, { strict: false }).signed('运维 李工', '都换成新版本了');

  it('opens no session of a colleague with a token of their own making, nor gets another post, nor sheds their marks', async () => {
    const headers = await staffHeaders(server.url, 'J2003');
    await isOver();
    expect((await current(headers)).status).toBe(200);
    const token = 'a'.repeat(43);
    const [session] = await manager().find(StaffSession, { order: { createdAt: 'DESC' }, take: 1 });
    if (!session) throw new Error('nobody is signed in');
    const changes = [
      { tokenHash: createHash('sha256').update(token).digest('hex') },
      { role: 'operator' as const, offices: [] },
      { marks: null },
      { staffId: 'J9999' },
      { signed: null },
    ];
    for (const change of changes) {
      await manager().update(StaffSession, { id: session.id }, change);
      const opened = [await current(headers), await current({ authorization: `Bearer ${token}` })];
      expect([change, opened.map(({ status }) => status)]).toEqual([change, [401, 401]]);
      const { tokenHash, role, offices, marks, staffId, signed } = session;
      await manager().update(StaffSession, { id: session.id }, { tokenHash, role, offices, marks, staffId, signed });
      expect((await current(headers)).status).toBe(200);
    }
    expect(server.logs()).toContain(`"row":"staff-session:${session.id}"`);
    await manager().update(StaffSession, { id: session.id }, { role: 'operator' });
    const results = await server.app.get(IntegrityChecks).run({ all: false });
    const wrong = results.find(({ name }) => name === 'signed staff-session')?.wrong;
    expect(wrong).toEqual([`staff-session ${session.id} is not what was signed`]);
  });
});

describe('what a colleague may open', () => {
  const number = (id: string, headers: { authorization: string }) =>
    send(server, 'POST', `/api/v1/staff/call-list/${id}/number`, undefined, headers);
  const records = (action: string) => server.app.get(Transactions).manager.findBy(AuditRow, { action });

  it('is nothing of their own or their family’s, whichever way; a colleague can, and the try is on record', async () => {
    const { own, guardian, child } = await aColleagueAtHome(server, new Date(now));
    const stranger = randomUUID();
    const [theirs, other] = [await staffHeaders(server.url, 'J2003'), await staffHeaders(server.url, 'J2001')];
    const call = (accountId: string) => aCall(server, { office: '120111001', accountId });
    const calls = [await call(own), await call(guardian)];
    for (const id of calls) {
      const kept = await number(id, theirs);
      expect([kept.status, kept.body.code]).toEqual([403, 'staff.own-or-kin']);
      expect((await number(id, other)).status).toBe(200);
    }
    expect((await number(await call(stranger), theirs)).status).toBe(200);
    const tries = await records('staff.kept-apart');
    expect(tries.map(({ actorId, object }) => `${actorId} ${object}`).sort()).toEqual(
      calls.map((id) => `J2003 notice-call:${id}`).sort(),
    );
    const apart = (about: { person: string }) => server.app.get(StaffApart, { strict: false }).isApart('J2003', about);
    expect([await apart({ person: child }), await apart({ person: stranger })]).toEqual([true, false]);
  });

  it('is nothing of a household whose income was looked up with their yes', async () => {
    await aColleagueAtHome(server, new Date(now));
    const spouse = await aHouseholdTheySignedFor(server, new Date(now));
    const [theirs, other] = [await staffHeaders(server.url, 'J2003'), await staffHeaders(server.url, 'J2001')];
    const id = await aCall(server, { office: '120111001', accountId: spouse });
    const kept = await number(id, theirs);
    expect([kept.status, kept.body.code]).toEqual([403, 'staff.own-or-kin']);
    expect((await number(id, other)).status).toBe(200);
  });

  it('is no complaint of their own or their family’s: it is not in their list, and a colleague’s has it', async () => {
    const { own, guardian } = await aColleagueAtHome(server, new Date(now));
    const stranger = await aComplaint(server, '120111001');
    const kept = [await aComplaint(server, '120111001', own), await aComplaint(server, '120111001', guardian)];
    const seenBy = async (staffNumber: string) => {
      const headers = await staffHeaders(server.url, staffNumber);
      const { body } = await send(server, 'GET', '/api/v1/staff/complaints', undefined, headers);
      const items = body.items as { id: string }[]; // what this list is, by its schema
      return [stranger, ...kept].filter((id) => items.some((item) => item.id === id));
    };
    expect(await seenBy('J2003')).toEqual([stranger]);
    expect(await seenBy('J2001')).toEqual([stranger, ...kept]);
    const text = await send(
      server,
      'POST',
      `/api/v1/staff/complaints/${kept[0]}/text`,
      undefined,
      await staffHeaders(server.url, 'J2003'),
    );
    expect([text.status, text.body.code]).toEqual([403, 'staff.own-or-kin']);
  });

  it('is thirty numbers an hour, then thirty more for a fresh code, and whoever watches the records sees it', async () => {
    const headers = await staffHeaders(server.url, 'J2002');
    const id = await aCall(server, { office: '120111002' });
    const seen = (times: number) => numbersSeen(server, 'J2002', times, new Date(now));
    await seen(29);
    expect((await number(id, headers)).status).toBe(200);
    const stopped = await number(id, headers);
    expect([stopped.status, stopped.body.code]).toEqual([403, 'staff.show-again']);
    const show = (code: string) => send(server, 'POST', '/api/v1/staff/sessions/current/code', { code }, headers);
    const wrong = await show('000000');
    expect([wrong.status, wrong.body.code, (await number(id, headers)).status]).toEqual([403, 'staff.not-shown', 403]);
    now += MINUTE;
    expect((await show(RIGHT_CODE)).status).toBe(204);
    now += MINUTE;
    await seen(29);
    expect([(await number(id, headers)).status, (await number(id, headers)).status]).toEqual([200, 403]);
    expect(await records('staff.many-numbers')).toHaveLength(3);
    const audit = await send(server, 'GET', '/api/v1/staff/audit', undefined, await staffHeaders(server.url, 'J3001'));
    expect(audit.body.watched).toContainEqual({ at: expect.any(String), staffId: 'J2002', what: 'many-numbers' });
    expect(audit.body.watched).toContainEqual({ at: expect.any(String), staffId: 'J2003', what: 'kept-apart' });
    expect(await server.app.get(Gauges).text()).toContain('staff_many_numbers_total 3');
  });
});

describe('whoever writes a colleague a newer session by hand', () => {
  it('sheds none of what they are kept from, in the session they are at work in or beside it', async () => {
    const { own } = await aColleagueAtHome(server, new Date(now));
    const theirs = await staffHeaders(server.url, 'J2003');
    const { manager } = server.app.get(Transactions);
    const [real] = await manager.find(StaffSession, { order: { createdAt: 'DESC' }, take: 1 });
    if (!real) throw new Error('nobody is signed in');
    const id = randomUUID();
    const newer = { createdAt: new Date(now + MINUTE), marks: null, signed: Buffer.alloc(32, 7) };
    await manager.insert(StaffSession, { ...real, id, tokenHash: 'f'.repeat(64), ...newer });
    const call = await aCall(server, { office: '120111001', accountId: own });
    const path = `/api/v1/staff/call-list/${call}/number`;
    const { status, body } = await send(server, 'POST', path, undefined, theirs);
    expect([status, body.code]).toEqual([403, 'staff.own-or-kin']);
    expect(await server.app.get(StaffApart, { strict: false }).isApart('J2003', { person: own })).toBe(true);
    await manager.delete(StaffSession, { id });
  });
});

describe('wrong codes', () => {
  it('at the door keep nobody from showing theirs again at work, nor the other way round', async () => {
    const headers = await staffHeaders(server.url, 'J2001-8');
    const door = async (code: string) =>
      (await server.post('/api/v1/staff/sessions', JSON.stringify({ staffNumber: 'J2001-8', code }))).status;
    const show = async (code: string) =>
      (await send(server, 'POST', '/api/v1/staff/sessions/current/code', { code }, headers)).status;
    for (let count = 0; count < 5; count += 1) expect(await door('000000')).toBe(401);
    expect([await door(RIGHT_CODE), await show(RIGHT_CODE)]).toEqual([429, 204]);
    now += 16 * MINUTE;
    const later = await staffHeaders(server.url, 'J2001-9');
    const showLater = async (code: string) =>
      (await send(server, 'POST', '/api/v1/staff/sessions/current/code', { code }, later)).status;
    for (let count = 0; count < 5; count += 1) expect(await showLater('000000')).toBe(403);
    expect(await showLater(RIGHT_CODE)).toBe(429);
    await staffHeaders(server.url, 'J2001-9');
  });
});

describe('of two numbers looked at in the same moment', () => {
  it('only one is shown when it is the thirtieth, and the other wants a fresh code', async () => {
    now += 61 * MINUTE;
    await staffHeaders(server.url, 'J2001');
    const clerk = { staffId: 'J2001', offices: ['120111001'] };
    const id = await aCall(server, { office: '120111001' });
    await numbersSeen(server, 'J2001', 29, new Date(now));
    const show = () => server.app.get(CallList, { strict: false }).showNumber(clerk, id);
    const second = await besideHeld(server.app.get(Transactions), show, show);
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'staff.show-again' } });
  });
});

describe('while the identity bureau does not answer', () => {
  it('says so, and counts no wrong code', async () => {
    const down = await startIdentityDesk();
    down.bureau.behave(json(500, {}));
    const other = await startServer(down.env);
    for (let count = 0; count < 6; count += 1) {
      const body = JSON.stringify({ staffNumber: 'J1001', code: RIGHT_CODE });
      const answer = await other.post('/api/v1/staff/sessions', body);
      expect([answer.status, await codeOf(answer)]).toEqual([503, 'staff.sign-in-unavailable']);
    }
    await other.end();
    await down.bureau.close();
  });
});
