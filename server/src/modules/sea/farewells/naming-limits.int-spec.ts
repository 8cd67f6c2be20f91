import { randomUUID } from 'node:crypto';
import { MONDAY, newReader, type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { send } from '../../../../test/resident';
import { Clock } from '../../../platform/clock';
import { DailyTries } from '../../../platform/database/daily-tries';
import { Jobs } from '../../../platform/jobs/jobs';
import { Sealing } from '../../../platform/sealing/sealing';
import { NamingTries } from './naming-tries.entity';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const NOON = MONDAY + 3 * 60 * MINUTE_MS;

let house: ReadingHouse;
let now = NOON;

beforeAll(async () => {
  const few = { DECEASED_NAMED_PER_ACCOUNT: '5', DECEASED_NAMED_PER_TARGET: '4', DECEASED_NAMED_BY_ONE: '1' };
  house = await startReadingHouse(few);
});
afterAll(() => house.end());
beforeEach(() => {
  now += 3 * DAY_MS;
  house.at(now);
});

const call = (who: Reader, method: string, path: string, body: object) =>
  send(house.server, method, `/api/v1/farewells${path}`, body, {
    authorization: `Bearer ${who.accountId}`,
    'idempotency-key': randomUUID(),
  });
const view = (who: Reader, id: string) =>
  send(house.server, 'GET', `/api/v1/farewells/${id}`, undefined, {
    authorization: `Bearer ${who.accountId}`,
  });
const someone = (name: string) => ({ name, died: '2026-10-11' });

/** Whoever says who died, in one farewell: each time its name is another. */
async function family() {
  const who = await newReader(house.server);
  const { id } = (await call(who, 'POST', '', {})).body;
  let version = 1;
  const name = async (deceased: object) => {
    const reply = await call(who, 'PATCH', `/${String(id)}`, { version, deceased });
    if (reply.status === 200) version = Number(reply.body.version);
    return reply;
  };
  return { who, id: String(id), name };
}

/** A family that signed up this one; then it says it is another: the code of what it is told. */
async function signedUp(name: string) {
  const { who, id } = await family();
  const contact = { phone: '13800005678', wantsCalls: false };
  await call(who, 'PATCH', `/${id}`, { version: 1, deceased: someone(name), contact });
  const { status, body } = await call(who, 'POST', `/${id}/sign-up`, {});
  expect(status).toBe(200);
  return async (other: string) =>
    (await call(who, 'PATCH', `/${id}`, { version: body.version, deceased: someone(other) })).body.code;
}

describe('saying who died', () => {
  it('may be mended some times a day; then it waits till tomorrow, in gentle words, and nothing that was saved is lost', async () => {
    const { who, id, name } = await family();
    for (const last of ['甲', '乙', '丙', '丁', '戊'])
      expect((await name(someone(`测试逝者${last}`))).status).toBe(200);
    now += 11 * MINUTE_MS;
    house.at(now);
    const refused = await name(someone('测试逝者己'));
    expect(refused).toMatchObject({ status: 429, body: { code: 'farewell.too-many' } });
    expect(refused.body.detail).toEqual(expect.stringContaining('您填的都还在'));
    expect((await view(who, id)).body.deceased).toMatchObject({ name: '测试逝者戊' });
    expect((await name(someone('测试逝者戊'))).status).toBe(200);
    now += DAY_MS;
    house.at(now);
    expect((await name(someone('测试逝者己'))).status).toBe(200);
  });

  it('is of one person so often a day, whoever asks; of anybody else it goes on', async () => {
    const families = [await family(), await family(), await family(), await family(), await family()];
    const replies = [];
    for (const { name } of families) replies.push((await name(someone('测试逝者一'))).status);
    expect(replies).toEqual([200, 200, 200, 200, 429]);
    expect((await families[4]?.name(someone('测试逝者二')))?.status).toBe(200);
  });

  it('by turns of one and of another keeps no family from naming either of them that day', async () => {
    const names = [someone('测试逝者六'), someone('测试逝者七')];
    for (const other of [await family(), await family(), await family()]) {
      const replies = [];
      for (let time = 0; time < 6; time += 1) replies.push((await other.name(names[time % 2] ?? {})).status);
      expect(replies).toEqual([200, 200, 200, 200, 200, 429]);
    }
    for (const deceased of names) expect((await (await family()).name(deceased)).status).toBe(200);
  });

  it('counts also where it was refused because the family is there already', async () => {
    await signedUp('测试逝者三');
    const codes = [];
    for (const last of ['子', '丑', '寅', '卯']) {
      const rename = await signedUp(`测试逝者${last}`);
      codes.push(await rename('测试逝者三'));
    }
    expect(codes).toEqual([...Array(3).fill('farewell.family-already'), 'farewell.too-many']);
  });

  it('counts every refusal for who asks, though only the first of them for who is asked about', async () => {
    await signedUp('测试逝者八');
    const rename = await signedUp('测试逝者辰');
    const codes = [];
    for (let time = 0; time < 5; time += 1) codes.push(await rename('测试逝者八'));
    expect(codes).toEqual([...Array(4).fill('farewell.family-already'), 'farewell.too-many']);
    const another = await signedUp('测试逝者巳');
    expect(await another('测试逝者八')).toBe('farewell.family-already');
  });

  it('is counted under other digests than whom the identity check was asked about: no table tells of the other', async () => {
    const { app } = house.server;
    const most = { perAccount: 5, perTarget: 10, byOne: 3 };
    const digestsFor = async (purpose: string) => {
      const tries = new DailyTries(house.transactions, app.get(Sealing), { entity: NamingTries, purpose }, most);
      const counted = await tries.take(app.get(Clock).today(), randomUUID(), ['11010519491231002X']);
      return (counted ?? []).flatMap(({ scope, subject }) => (scope === 'target' ? [subject] : []));
    };
    const [named, asked, again] = [
      await digestsFor('farewell-naming'),
      await digestsFor('identity-try'),
      await digestsFor('farewell-naming'),
    ];
    expect(named).toHaveLength(2);
    expect(asked.filter((digest) => named.includes(digest))).toEqual([]);
    // of one table it is the same, whoever asks: that is how it is counted
    expect(again.filter((digest) => named.includes(digest))).toHaveLength(1);
  });

  it('is counted under digests, and forgotten the next day', async () => {
    const { name } = await family();
    await name(someone('测试逝者五'));
    const rows = () => house.transactions.manager.query('SELECT * FROM farewell_naming_tries');
    expect(JSON.stringify(await rows())).not.toContain('测试');
    house.at(now + DAY_MS);
    await house.server.app.get(Jobs).wake('farewell-naming-sweep');
    expect(await rows()).toEqual([]);
  });
});
