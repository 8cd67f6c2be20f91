import { Phone } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import { SessionCheck } from '../../platform/auth/session-check.port';
import { DailyUse } from './daily-use';

let wechat: LocalWechat;
let server: TestServer;

beforeAll(async () => {
  wechat = await startLocalWechat();
  server = await startServer(wechat.env);
});
afterAll(async () => {
  await server.end();
  await wechat.close();
});

async function accountOf(phone: Phone): Promise<string> {
  const resident = await server.app.get(SessionCheck, { strict: false }).find(phone.session.accessToken);
  return resident?.accountId ?? '';
}

it('what somebody sent today is counted on for whoever deletes their account and comes back, and for nobody else', async () => {
  const daily = server.app.get(DailyUse, { strict: false });
  const gerda = await Phone.of(server, 'gerda');
  const first = await accountOf(gerda);
  await daily.countBytes(first, 150 * 1024 * 1024);
  expect((await gerda.send('DELETE', '/api/v1/me')).status).toBe(204);
  const second = await accountOf(await Phone.of(server, 'gerda'));
  expect(second).not.toBe(first);
  const enough = { status: 429, code: 'upload.daily-limit' };
  await expect(daily.mustHaveRoom(second)).rejects.toMatchObject(enough);
  await expect(daily.countBytes(second, 1)).rejects.toMatchObject(enough);
  const another = await accountOf(await Phone.of(server, 'hans'));
  await daily.mustHaveRoom(another);
  await daily.countBytes(another, 1);
});
