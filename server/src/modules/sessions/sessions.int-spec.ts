import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { SessionView } from '@jinmen/shared/residents/views';
import { json } from '../../../test/local-bureau';
import { Phone, type Reply, send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { AccessTokens } from '../../platform/auth/access-tokens';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { IntegrityChecks } from '../../platform/integrity/integrity-checks';
import { Gauges } from '../../platform/metrics/gauges';
import { DataKeys } from '../../platform/sealing/data-keys';
import { SigningCommands } from '../../platform/signed-rows/signing-commands';
import { Account } from './account.entity';
import { Accounts } from './accounts.port';
import { LoginCode, RefreshToken } from './refresh-token.entity';
import { Session } from './session.entity';
import { SessionSweep } from './session-sweep.job';

const NOON = Date.parse('2026-11-25T04:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let wechat: LocalWechat;
let server: TestServer;
let nowMs = NOON;

beforeAll(async () => {
  wechat = await startLocalWechat();
  server = await startServer({ ...wechat.env, SIMULATORS_URL: wechat.bureau.url });
  Object.assign(server.app.get(Clock), { now: () => new Date(nowMs) });
});
afterAll(async () => {
  await server.end();
  await wechat.close();
});
beforeEach(() => {
  nowMs = NOON;
  wechat.says();
});

const signIn = (code: string) => send(server, 'POST', '/api/v1/sessions/wechat', { code });
const refresh = (refreshToken: string) => send(server, 'POST', '/api/v1/sessions/refresh', { refreshToken });
const viewOf = ({ body }: Reply) => body as unknown as SessionView;
const signOut = (accessToken: string) =>
  send(server, 'DELETE', '/api/v1/sessions/current', undefined, { authorization: `Bearer ${accessToken}` });
/** Whether the token opens a route for residents; asking does not end anything. */
const opens = async (accessToken: string) => {
  const headers = { authorization: `Bearer ${accessToken}` };
  return (await send(server, 'GET', '/api/v1/notices', undefined, headers)).status === 200;
};
const manager = () => server.app.get(Transactions).manager;

describe('signing in with WeChat', () => {
  it('gives tokens that open the resident’s own routes for fifteen minutes', async () => {
    const reply = await signIn('anna/1');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(Object.keys(reply.body).sort()).toEqual(['accessToken', 'expiresIn', 'refreshToken']);
    expect(viewOf(reply).expiresIn).toBe(900);
    expect(await opens(viewOf(reply).accessToken)).toBe(true);
    nowMs += 15 * MINUTE;
    expect(await opens(viewOf(reply).accessToken)).toBe(false);
  });

  it('is the same account for the same openid, and a new session each time', async () => {
    const before = await manager().count(Account);
    await Promise.all(['2', '3', '4', '5'].map((at) => signIn(`berta/${at}`)));
    expect(await manager().count(Account)).toBe(before + 1);
    const [account] = await manager().find(Account, { order: { createdAt: 'DESC' } });
    const accounts = await manager().find(Account);
    const opened = await Promise.all(accounts.map(({ id }) => server.app.get(Accounts).findOpenid(id)));
    expect(opened).toContain(`o${Buffer.from('berta').toString('hex')}`);
    expect(account?.openid.toString('latin1')).not.toContain(Buffer.from('berta').toString('hex'));
  });

  it('is nobody else’s account whose openid somebody exchanged for another’s in the database', async () => {
    const [victims, thiefs] = [viewOf(await signIn('victim/1')), viewOf(await signIn('thief/1'))];
    const accountOf = (view: SessionView) =>
      server.app.get(AccessTokens).read('resident', view.accessToken)?.subject ?? '';
    const [victim, thief] = [accountOf(victims), accountOf(thiefs)];
    const digestOf = async (id: string) => (await manager().findOneByOrFail(Account, { id })).openidDigest;
    const file = (id: string, openidDigest: Buffer) => manager().update(Account, { id }, { openidDigest });
    const [own, others] = [await digestOf(thief), await digestOf(victim)];
    const sessions = await manager().count(Session);
    await file(thief, Buffer.alloc(32));
    await file(victim, own);
    const reply = await signIn('thief/2');
    await file(victim, others);
    await file(thief, own);
    expect([reply.status, reply.body.code]).toEqual([500, 'server.unexpected']);
    expect(await manager().count(Session)).toBe(sessions);
    expect(server.logs()).toContain('"alarm":"a sealed value does not open"');
    expect(accountOf(viewOf(await signIn('thief/3')))).toBe(thief);
  });

  it('takes a code once: of two at the same time one is let in, and WeChat is asked once', async () => {
    const asked = wechat.codes().length;
    const replies = await Promise.all([signIn('clara/1'), signIn('clara/1')]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401]);
    const later = await signIn('clara/1');
    expect([later.status, later.body.code]).toEqual([401, 'session.sign-in-again']);
    expect(wechat.codes().length).toBe(asked + 1);
  });

  it('takes the code of a made-up person any number of times, beside the simulators', async () => {
    expect((await signIn('sim:单人-断收入')).status).toBe(200);
    expect((await signIn('sim:单人-断收入')).status).toBe(200);
    expect(wechat.codes()).toContain('sim:单人-断收入');
  });

  it.each([
    [40029, 401, 'session.sign-in-again'],
    [40226, 403, 'session.blocked'],
    [45011, 429, 'session.too-often'],
    [40013, 503, 'session.unavailable'],
  ])('answers WeChat’s %d with %d', async (errcode, status, code) => {
    wechat.says(json(200, { errcode }));
    const reply = await signIn(`dora/${errcode}`);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.detail).toMatch(/^[\u4e00-\u9fff，。0-9 ]+$/);
    expect(reply.headers.has('retry-after')).toBe(status === 429 || status === 503);
  });

  it.each([
    {},
    { code: '' },
    { code: 7 },
    { code: ['a'] },
    { code: 'a b' },
    { code: 'a'.repeat(129) },
    { code: 'a', x: 1 },
  ])('refuses %j as malformed', async (body) => {
    expect((await send(server, 'POST', '/api/v1/sessions/wechat', body)).status).toBe(400);
  });

  it('leaves no code, openid or token in the log', async () => {
    const reply = viewOf(await signIn('canary-code/1'));
    for (const secret of [
      'canary-code',
      Buffer.from('canary-code').toString('hex'),
      reply.refreshToken,
      reply.accessToken,
    ]) {
      expect(server.logs()).not.toContain(secret);
    }
  });
});

describe('where no simulators are', () => {
  it('no made-up person signs in, and WeChat is not asked', async () => {
    const alone = await startServer(wechat.env);
    const asked = wechat.codes().length;
    const reply = await send(alone, 'POST', '/api/v1/sessions/wechat', { code: 'sim:单人-断收入' });
    expect([reply.status, reply.body.code]).toEqual([401, 'session.sign-in-again']);
    expect(wechat.codes()).toHaveLength(asked);
    await alone.end();
  });
});

describe('a forged or spent access token', () => {
  it('is answered like no token at all, whatever is wrong with it', async () => {
    const { accessToken, refreshToken } = (await Phone.of(server, 'emma')).session;
    const { secret } = server.app.get(DataKeys).ring('session-token').current;
    const [head = '', body = '', mac = ''] = accessToken.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = (input: string) => `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    expect(await opens(signed(`${head}.${base64(claims)}`))).toBe(true);
    const crafted = [
      `${base64({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
      `${base64({ alg: 'HS512', typ: 'at+jwt' })}.${body}.${mac}`,
      `${base64({ alg: 'RS256', typ: 'at+jwt', jku: 'https://evil.example' })}.${body}.${mac}`,
      `${base64({ alg: 'HS256', typ: 'at+jwt', kid: '../../dev/null' })}.${body}.${mac}`,
      signed(`${base64({ alg: 'HS256', typ: 'JWT' })}.${body}`),
      signed(`${head}.${base64({ ...claims, aud: 'jinmen-staff' })}`),
      signed(`${head}.${base64({ ...claims, iss: 'somebody' })}`),
      signed(`${head}.${base64({ ...claims, exp: Number(claims.iat) })}`),
      signed(`${head}.${base64({ ...claims, sid: '5e0f8d0e-0000-4000-8000-000000000000' })}`),
      signed(`${head}.${base64({ ...claims, sub: '5e0f8d0e-0000-4000-8000-000000000000' })}`),
      `${head}.${base64({ ...claims, sub: 'somebody' })}.${mac}`,
      `${head}.${body}`,
      refreshToken,
    ];
    const none = await send(server, 'GET', '/api/v1/notices');
    expect(none.status).toBe(401);
    for (const token of crafted) {
      const reply = await send(server, 'GET', '/api/v1/notices', undefined, { authorization: `Bearer ${token}` });
      expect({ status: reply.status, body: reply.body }).toEqual({ status: 401, body: none.body });
    }
  });
});

describe('refreshing', () => {
  it('gives new tokens for the same session, and the old refresh token is spent', async () => {
    const first = (await Phone.of(server, 'frida')).session;
    nowMs += 20 * MINUTE;
    const reply = await refresh(first.refreshToken);
    expect(reply.status).toBe(200);
    expect(viewOf(reply).refreshToken).not.toBe(first.refreshToken);
    expect(await opens(viewOf(reply).accessToken)).toBe(true);
    expect((await refresh(viewOf(reply).refreshToken)).status).toBe(200);
  });

  it('ends the whole session when a spent token comes again, and records it', async () => {
    const first = (await Phone.of(server, 'gerda')).session;
    const second = viewOf(await refresh(first.refreshToken));
    const third = viewOf(await refresh(second.refreshToken));
    nowMs += MINUTE;
    const replayed = await refresh(first.refreshToken);
    expect([replayed.status, replayed.body.code]).toEqual([401, 'session.ended']);
    expect((await refresh(third.refreshToken)).status).toBe(401);
    expect(await opens(third.accessToken)).toBe(false);
    expect(await manager().countBy(AuditRow, { action: 'session.refresh-reused' })).toBe(1);
  });

  it('tells the successor again for ten seconds, as long as nobody has used it', async () => {
    const first = (await Phone.of(server, 'hanna')).session;
    const lost = viewOf(await refresh(first.refreshToken));
    nowMs += 10_000;
    const again = viewOf(await refresh(first.refreshToken));
    expect(again.refreshToken).toBe(lost.refreshToken);
    expect((await refresh(again.refreshToken)).status).toBe(200);
  });

  it('does not tell it again after ten seconds, nor once it was used', async () => {
    const late = (await Phone.of(server, 'ida')).session;
    await refresh(late.refreshToken);
    nowMs += 10_001;
    expect((await refresh(late.refreshToken)).status).toBe(401);

    const stolen = (await Phone.of(server, 'ida')).session;
    const next = viewOf(await refresh(stolen.refreshToken));
    await refresh(next.refreshToken);
    expect((await refresh(stolen.refreshToken)).status).toBe(401);
    expect(await opens(next.accessToken)).toBe(false);
  });

  it('at the same moment twenty times gives one successor and signs nobody out', async () => {
    const first = (await Phone.of(server, 'jana')).session;
    const replies = await Promise.all(Array.from({ length: 20 }, () => refresh(first.refreshToken)));
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(new Set(replies.map((reply) => viewOf(reply).refreshToken)).size).toBe(1);
  });

  it('ends after seven days without use, and after thirty in any case', async () => {
    const unused = (await Phone.of(server, 'klara')).session;
    nowMs += 7 * DAY;
    expect((await refresh(unused.refreshToken)).status).toBe(401);

    nowMs = NOON;
    let busy = (await Phone.of(server, 'klara')).session;
    for (let day = 6; day < 30; day += 6) {
      nowMs = NOON + day * DAY;
      const reply = await refresh(busy.refreshToken);
      expect(reply.status).toBe(200);
      busy = viewOf(reply);
    }
    nowMs = NOON + 30 * DAY;
    expect((await refresh(busy.refreshToken)).status).toBe(401);
  });

  it('is refused alike for a token that never was', async () => {
    const reply = await refresh('A'.repeat(43));
    expect([reply.status, reply.body.code]).toEqual([401, 'session.ended']);
  });

  it.each([{}, { refreshToken: 'x' }, { refreshToken: 7 }, { refreshToken: ['A'.repeat(43)] }])(
    'is refused as malformed with %j',
    async (body) => {
      expect((await send(server, 'POST', '/api/v1/sessions/refresh', body)).status).toBe(400);
    },
  );
});

describe('whoever has the database', () => {
  const accountOf = (view: SessionView) => server.app.get(AccessTokens).read('resident', view.accessToken);
  const tokenOf = (digest: Buffer) => manager().findOneBy(RefreshToken, { digest });
  const digestOf = (view: SessionView) => createHash('sha256').update(view.refreshToken).digest();
  const isOver = () => server.app.get(SigningCommands, { strict: false }).signed('运维 李工', '都换成新版本了');
  const found = async () => {
    const results = await server.app.get(IntegrityChecks).run({ all: false });
    return results.find(({ name }) => name === 'signed refresh-token')?.wrong;
  };

  let times = 0;

  /** Two who are signed in. */
  async function both() {
    times += 1;
    const [thiefs, victims] = [viewOf(await signIn(`hugo/${times}`)), viewOf(await signIn(`ida/${times}`))];
    const [thief, victim] = [accountOf(thiefs), accountOf(victims)];
    if (!thief || !victim) throw new Error('nobody is signed in');
    return { thiefs, thief, victim };
  }

  it('writes tokens of the version before, which go on until somebody answers for them, and after it as well', async () => {
    const { thiefs } = await both();
    await manager().query('UPDATE refresh_token SET signed = NULL');
    const next = await refresh(thiefs.refreshToken);
    expect(next.status).toBe(200);
    await manager().query('UPDATE refresh_token SET signed = NULL');
    await isOver();
    expect(await found()).toEqual([]);
    expect((await refresh(viewOf(next).refreshToken)).status).toBe(200);
  });

  it('and makes their session another’s, goes on with neither', async () => {
    const { thiefs, thief, victim } = await both();
    await isOver();
    await manager().update(Session, { id: thief.sessionId }, { accountId: victim.subject });
    expect(await found()).toEqual([`refresh-token ${digestOf(thiefs).toString('hex')} is not what was signed`]);
    expect(await opens(thiefs.accessToken)).toBe(false);
    const reply = await refresh(thiefs.refreshToken);
    expect([reply.status, reply.body.code]).toEqual([401, 'session.ended']);
    expect(await server.app.get(Gauges).text()).toMatch(/^rows_not_as_signed_total\{kind="refresh-token"\} [1-9]/m);
  });

  it('and makes their token another session’s, is let in nowhere', async () => {
    const { thiefs, victim } = await both();
    await isOver();
    await manager().update(RefreshToken, { digest: digestOf(thiefs) }, { sessionId: victim.sessionId });
    expect((await refresh(thiefs.refreshToken)).status).toBe(401);
  });

  it('and puts a token of their own making there, is let in nowhere, with a signature of another or none', async () => {
    const { thiefs, victim } = await both();
    await isOver();
    const signatureOfAnother = (await tokenOf(digestOf(thiefs)))?.signed ?? null;
    for (const signed of [signatureOfAnother, null]) {
      const token = randomBytes(32).toString('base64url');
      const valid = { issuedAt: new Date(nowMs), endsAt: new Date(nowMs + DAY), usedAt: null };
      const digest = createHash('sha256').update(token).digest();
      await manager().insert(RefreshToken, { digest, sessionId: victim.sessionId, ...valid, signed });
      expect((await refresh(token)).status).toBe(401);
    }
  });
});

describe('signing out', () => {
  it('is at once: neither token of the session works again, and the other phone stays signed in', async () => {
    const here = (await Phone.of(server, 'lena')).session;
    const there = (await Phone.of(server, 'lena')).session;
    expect((await signOut(here.accessToken)).status).toBe(204);
    expect(await opens(here.accessToken)).toBe(false);
    expect((await refresh(here.refreshToken)).status).toBe(401);
    expect((await signOut(here.accessToken)).status).toBe(401);
    expect(await opens(there.accessToken)).toBe(true);
  });

  it('is at once for everybody who is looked up in the same moment, and for nobody else', async () => {
    const [over, running] = [viewOf(await signIn('fritz/many-1')), viewOf(await signIn('fritz/many-2'))];
    const asked = Array.from({ length: 20 }, (_, at) => opens((at % 2 === 0 ? over : running).accessToken));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([true]));
    await signOut(over.accessToken);
    const again = Array.from({ length: 20 }, (_, at) => opens((at % 2 === 0 ? over : running).accessToken));
    expect(await Promise.all(again)).toEqual(Array.from({ length: 20 }, (_, at) => at % 2 === 1));
  });

  it('is told before the key and the body of a booking are looked at, and the key before the body', async () => {
    const { accessToken } = viewOf(await signIn('gerda/order'));
    const book = async (headers: Readonly<Record<string, string>>) => {
      const { status, body } = await send(server, 'POST', '/api/v1/bookings', { service: ['marriage'] }, headers);
      return [status, body.code];
    };
    const mine = { authorization: `Bearer ${accessToken}` };
    expect(await book({})).toEqual([401, 'session.required']);
    expect(await book(mine)).toEqual([400, 'idempotency.key-required']);
    expect(await book({ ...mine, 'idempotency-key': 'key-of-gerda' })).toEqual([400, 'request.invalid']);
    await signOut(accessToken);
    expect(await book({ ...mine, 'idempotency-key': 'key-of-gerda' })).toEqual([401, 'session.required']);
  });

  it('needs a session', async () => {
    expect((await send(server, 'DELETE', '/api/v1/sessions/current')).status).toBe(401);
  });
});

describe('the sweep', () => {
  it('forgets codes after ten minutes and sessions a day after their end, and nothing else', async () => {
    const kept = (await Phone.of(server, 'mona')).session;
    const counts = () => Promise.all([LoginCode, Session, RefreshToken].map((entity) => manager().count(entity)));
    const [codes, sessions, tokens] = await counts();
    await server.app.get(SessionSweep).sweep();
    expect(await counts()).toEqual([codes, sessions, tokens]);
    nowMs += 30 * MINUTE;
    await server.app.get(SessionSweep).sweep();
    expect(await counts()).toEqual([0, sessions, tokens]);
    expect((await refresh(kept.refreshToken)).status).toBe(200);
    nowMs = NOON + 32 * DAY;
    await server.app.get(SessionSweep).sweep();
    expect(await counts()).toEqual([0, 0, 0]);
  });
});
