import { numbered } from '../../../test/relief-house';
import { Phone, type Reply, send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { IdentityChecks } from '../identity/identity-checks.port';

const NOON = Date.parse('2026-11-25T04:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let wechat: LocalWechat;
let server: TestServer;
let nowMs = NOON;

beforeAll(async () => {
  wechat = await startLocalWechat();
  server = await startServer({ ...wechat.env });
  Object.assign(server.app.get(Clock), { now: () => new Date(nowMs) });
});
afterAll(async () => {
  await server.end();
  await wechat.close();
});

const call = (token: unknown, method: string, path: string) =>
  send(server, method, `/api/v1${path}`, undefined, { authorization: `Bearer ${String(token)}` });
const borrow = (code: string, borrowed: unknown = true) =>
  send(server, 'POST', '/api/v1/sessions/wechat', { code, borrowed });
const accountOf = async ({ body }: Reply) => (await call(body.accessToken, 'GET', '/me')).body.accountId;

describe('a session on a borrowed phone', () => {
  it('is of no account of the phone’s owner, and of another one each time', async () => {
    const owner = await Phone.of(server, 'owner');
    const { accountId } = (await owner.send('GET', '/api/v1/me')).body;
    const [one, other] = [await borrow('owner/b1'), await borrow('owner/b2')];
    const accounts = new Set([accountId, await accountOf(one), await accountOf(other)]);
    expect([one.status, other.status, accounts.size]).toEqual([200, 200, 3]);
    expect((await owner.send('GET', '/api/v1/me')).body.accountId).toBe(accountId);
  });

  it('is over two hours after it began, however often it was renewed', async () => {
    let tokens = (await borrow('owner/b3')).body;
    const renew = () => send(server, 'POST', '/api/v1/sessions/refresh', { refreshToken: tokens.refreshToken });
    for (let quarter = 0; quarter < 7; quarter += 1) {
      nowMs += 15 * MINUTE;
      const renewed = await renew();
      expect(renewed.status).toBe(200);
      tokens = renewed.body;
    }
    nowMs += 16 * MINUTE;
    expect((await renew()).status).toBe(401);
  });

  it('signed out is over at once: neither token works any more', async () => {
    const { accessToken, refreshToken } = (await borrow('owner/b4')).body;
    expect((await call(accessToken, 'DELETE', '/sessions/current')).status).toBe(204);
    expect((await call(accessToken, 'GET', '/me')).status).toBe(401);
    expect((await send(server, 'POST', '/api/v1/sessions/refresh', { refreshToken })).status).toBe(401);
  });

  it('so often a day on one phone and no more, however many come at once; another phone is not asked', async () => {
    const replies = await Promise.all(Array.from({ length: 9 }, (_, time) => borrow(`lender/${time}`)));
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array(6).fill(200), ...Array(3).fill(429)]);
    const [refused] = replies.filter(({ status }) => status === 429);
    expect(refused?.body.code).toBe('session.borrowed-too-often');
    expect(refused?.body.detail).toEqual(expect.stringContaining('本人的手机'));
    expect(refused?.body.detail).toEqual(expect.stringContaining('街道'));
    expect((await borrow('lender-of-another/1')).status).toBe(200);
    expect((await Phone.of(server, 'lender')).session.accessToken).toBeDefined();
    nowMs += DAY;
    expect((await borrow('lender/tomorrow')).status).toBe(200);
  });

  it('of a parent and then of an uncle is of two people; all on one phone ask who somebody is five times together', async () => {
    const checks = server.app.get(IdentityChecks, { strict: false });
    const asks = async (code: string, order: string) => {
      const accountId = String(await accountOf(await borrow(code)));
      const asking = server.app.get(Transactions).run(() => checks.count(accountId, numbered('19500101', order)));
      return asking.then(
        () => 'asked',
        ({ status }: { status: number }) => status,
      );
    };
    const answers: unknown[] = [];
    for (const order of ['001', '002', '003', '004', '005', '006']) answers.push(await asks(`niece/${order}`, order));
    expect(answers).toEqual(['asked', 'asked', 'asked', 'asked', 'asked', 429]);
    expect(await asks('niece-of-another/1', '006')).toBe('asked');
  });

  it('says nothing of whose phone it was on: what is counted is a digest of that day, gone two days later', async () => {
    await borrow('lender-of-a-day/1');
    const { manager } = server.app.get(Transactions);
    const rows = await manager.query('SELECT phone FROM borrowed_sign_in');
    expect(JSON.stringify(rows)).not.toContain('lender');
    nowMs += 2 * DAY;
    await server.app.get(Jobs).wake('session-sweep');
    expect(await manager.query('SELECT phone FROM borrowed_sign_in')).toEqual([]);
  });

  it('is asked for by yes alone', async () => {
    for (const wrong of ['true', 1, false]) expect((await borrow('owner/b5', wrong)).status).toBe(400);
  });
});
