import { Phone, type Reply, send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import { Clock } from '../../platform/clock';

const NOON = Date.parse('2026-11-25T04:00:00Z');
const MINUTE = 60_000;

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

  it('is asked for by yes alone', async () => {
    for (const wrong of ['true', 1, false]) expect((await borrow('owner/b5', wrong)).status).toBe(400);
  });
});
