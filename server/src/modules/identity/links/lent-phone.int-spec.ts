import { numbered } from '../../../../test/relief-house';
import { Phone, send } from '../../../../test/resident';
import { startServer, type TestServer } from '../../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../../test/wechat';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { PeopleService } from '../people.service';

let wechat: LocalWechat;
let server: TestServer;
let nowMs = Date.parse('2026-11-25T04:00:00Z');

beforeAll(async () => {
  wechat = await startLocalWechat();
  server = await startServer({ ...wechat.env });
  Object.assign(server.app.get(Clock), { now: () => new Date(nowMs) });
});
afterAll(async () => {
  await server.end();
  await wechat.close();
});

const accountOf = async (token: unknown) => {
  const authorization = `Bearer ${String(token)}`;
  return (await send(server, 'GET', '/api/v1/me', undefined, { authorization })).body.accountId;
};
const lent = async (code: string) => {
  const { body } = await send(server, 'POST', '/api/v1/sessions/wechat', { code, borrowed: true });
  return accountOf(body.accessToken);
};
const own = async (who: string) => accountOf((await Phone.of(server, who)).session.accessToken);

it('a lent phone reaches whoever confirmed their name on it, until they have done so on a phone of their own', async () => {
  const people = server.app.get(PeopleService, { strict: false });
  const confirmed = async (accountId: unknown) => {
    nowMs += 1000;
    const link = () => people.link(String(accountId), '测试外婆', numbered('19370303', '771'));
    return { accountId: String(accountId), personId: await server.app.get(Transactions).run(link) };
  };
  const [first, again] = [await confirmed(await lent('aunt/1')), await confirmed(await lent('aunt/2'))];
  const { personId } = first;
  expect(await people.firstOf(personId)).toBe(first.accountId);
  const [hers, later] = [await confirmed(await own('grandmother')), await confirmed(await own('neighbour'))];
  expect(await people.firstOf(personId)).toBe(hers.accountId);
  expect(await people.reachedBy(hers.accountId)).toBe(personId);
  for (const { accountId } of [first, again, later]) expect(await people.reachedBy(accountId)).toBeUndefined();
  expect((await people.accountsOf(personId)).at(-1)).toBe(hers.accountId);
});
