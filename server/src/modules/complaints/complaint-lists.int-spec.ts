import { randomUUID } from 'node:crypto';
import { aComplaint } from '../../../test/a-complaint';
import { type IdentityDesk, staffHeaders, startIdentityDesk } from '../../../test/identity-desk';
import { answered, Phone, send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { type LocalWechat, startLocalWechat } from '../../../test/wechat';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { ComplaintTries } from './complaint-tries.entity';
import type { StaffComplaints } from './complaints.port';

const AT = '/api/v1/complaints';
const OFFICE = '120111001';

let identity: IdentityDesk;
let wechat: LocalWechat;
let server: TestServer;

beforeAll(async () => {
  [identity, wechat] = await Promise.all([startIdentityDesk(), startLocalWechat()]);
  server = await startServer({ ...identity.env, ...wechat.env });
});
afterAll(async () => {
  await server.end();
  await Promise.all([identity.bureau.close(), wechat.close()]);
});

const complain = async (phone: Phone, text = '打了三次电话没有人接') => {
  const key = { 'idempotency-key': randomUUID() };
  return (await phone.send('POST', AT, { kind: 'complaint', text }, key)).status;
};

async function look(staff: string, query = ''): Promise<StaffComplaints> {
  const headers = await staffHeaders(server.url, staff);
  return answered(await send(server, 'GET', `/api/v1/staff/complaints${query}`, undefined, headers));
}

describe('what somebody complains of', () => {
  it('is one of the few a day also after they deleted their account and came back', async () => {
    const statuses = [];
    for (let round = 0; round < 2; round += 1) {
      const dora = await Phone.of(server, 'dora');
      for (let count = 0; count < 4; count += 1) statuses.push(await complain(dora));
      expect((await dora.send('DELETE', '/api/v1/me')).status).toBe(204);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
    expect(await complain(await Phone.of(server, 'emil'))).toBe(201);
    const { manager } = server.app.get(Transactions);
    const clock = server.app.get(Clock);
    expect((await manager.findBy(ComplaintTries, {})).map(({ tries }) => tries).sort()).toEqual([1, 5]);
    const nextDay = jest.spyOn(clock, 'today').mockReturnValue('2099-01-01');
    await server.app.get(Jobs).wake('complaint-tries-sweep');
    nextDay.mockRestore();
    expect(await manager.count(ComplaintTries)).toBe(0);
  });

  it('is reached page by page at the desk, however many complain: the oldest first, none twice and none left out', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 103; count += 1) ids.push(await aComplaint(server, OFFICE));
    const first = await look('J2001');
    expect(first.items).toHaveLength(50);
    const found = [...first.items];
    let [more] = first.more;
    expect(more).toMatchObject({ state: 'open', left: 53 });
    while (more) {
      const next = await look('J2001', `?state=open&limit=50&cursor=${encodeURIComponent(more.nextCursor)}`);
      found.push(...next.items);
      [more] = next.more;
    }
    expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).sort());
    expect((await look('J2002')).items).toEqual([]);
  });

  it('is behind the open ones once it is answered, the newest first', async () => {
    const [one, other] = [await aComplaint(server, '120111002'), await aComplaint(server, '120111002')];
    const headers = await staffHeaders(server.url, 'J2002');
    const answer = { text: '换了号码，请再打。', reason: '电话线路坏了' };
    expect((await send(server, 'POST', `/api/v1/staff/complaints/${one}/answer`, answer, headers)).status).toBe(204);
    expect((await look('J2002')).items.map(({ id, state }) => [id, state])).toEqual([
      [other, 'open'],
      [one, 'answered'],
    ]);
    expect((await look('J2002', '?state=answered')).items.map(({ id }) => id)).toEqual([one]);
  });
});
