import { randomBytes, randomUUID } from 'node:crypto';
import type {
  BoardingPassesView,
  FarewellView,
  MemoryView,
  SeaCertificateView,
} from '@jinmen/shared/services/sea-scattering/views';
import { numbersSeen } from '../../../../test/a-colleague';
import { aVoyage } from '../../../../test/a-voyage';
import { newReader, type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { answered, type Reply, send } from '../../../../test/resident';
import { AuditRow } from '../../../platform/audit/audit-row.entity';
import { Jobs } from '../../../platform/jobs/jobs';
import { AfterDeathDesk } from '../../after-death/after-death.port';
import { Notices } from '../../notices/notices.port';
import { VerifiedDeaths } from '../handoff/verified-deaths.service';
import { VoyagesDesk } from '../voyages/voyages-desk.port';
import { SeaCertificateRow, SeaMemoryRow } from './boarding.entity';
import { Boarding } from './boarding.port';
import { VesselDesk } from './vessel-desk.port';
import { YEARLY_JOB } from './yearly.job';

const NOW = Date.parse('2026-11-25T02:00:00Z');
const BY = { kind: 'staff', id: 'J1001' } as const;

let house: ReadingHouse;

beforeAll(async () => {
  const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
  house = await startReadingHouse({
    BUREAU_FUNERAL_AFFAIRS_URL: 'http://127.0.0.1:9',
    BUREAU_FUNERAL_AFFAIRS_SEND_KEY: key('s1'),
    BUREAU_FUNERAL_AFFAIRS_RECEIVE_KEY: key('r1'),
  });
});
afterAll(() => house.end());
beforeEach(() => house.at(NOW));

const call = (who: Reader, method: string, path: string, body?: unknown): Promise<Reply> =>
  send(house.server, method, `/api/v1${path}`, body, {
    authorization: `Bearer ${who.accountId}`,
    'idempotency-key': randomUUID(),
  });
const seen = async <View>(reply: Promise<Reply>): Promise<View> => answered<View>(await reply);
const get = <View>(who: Reader, path: string) => seen<View>(call(who, 'GET', path));
const boarding = () => house.server.app.get(Boarding, { strict: false });
const inside = <Result>(work: () => Promise<Result>) => house.transactions.run(work);
const passes = (who: Reader, id: string) => get<BoardingPassesView>(who, `/farewells/${id}/passes`);

const [MOTHER, UNCLE] = [
  { id: 'm', name: '测试母亲', where: 'aboard', health: '心脏装了支架' },
  { id: 'u', name: '测试舅舅', where: 'aboard' },
];

interface Family {
  readonly who: Reader;
  readonly id: string;
  readonly number: string;
  readonly booking: string;
  readonly voyage: string;
}

/** Signed up, with three aboard and one ashore, and a place they said yes to. */
const april = (day: 11 | 12) => ({
  startsAt: new Date(`2027-04-${day}T00:30:00Z`),
  endsAt: new Date(`2027-04-${day}T03:30:00Z`),
  closesAt: new Date('2027-04-08T00:30:00Z'),
  meeting: { place: '天津市殡仪服务总站', at: new Date(`2027-04-${day - 1}T22:30:00Z`) },
  timetable: [],
});

async function aFamily(name: string, on: Parameters<typeof aVoyage>[1] = {}): Promise<Family> {
  const who = await newReader(house.server);
  const voyage = await aVoyage(house.server, on);
  const { id } = await seen<FarewellView>(call(who, 'POST', '/farewells', {}));
  const deceased = { name, died: '2026-10-11' };
  const company = { aboard: 3, ashore: 1, named: [MOTHER] };
  const contact = { phone: '13800005678', wantsCalls: false };
  await seen(call(who, 'PATCH', `/farewells/${id}`, { version: 1, deceased, company, contact }));
  await seen(call(who, 'POST', `/farewells/${id}/sign-up`, {}));
  const wish = { service: 'sea-scattering', kind: 'voyage', windowId: voyage, details: { farewell: id } };
  const held = await seen<{ id: string; number: string }>(call(who, 'POST', '/bookings', wish));
  expect(await call(who, 'GET', `/farewells/${id}/passes`)).toMatchObject({
    status: 409,
    body: { code: 'farewell.no-passes' },
  });
  await seen(call(who, 'POST', `/bookings/${held.id}/confirmation`, {}));
  return { who, id, number: held.number, booking: held.id, voyage };
}

async function rename({ who, id }: Family, company: object): Promise<void> {
  const { version } = await get<FarewellView>(who, `/farewells/${id}`);
  await seen(call(who, 'PATCH', `/farewells/${id}`, { version, company }));
}

it('from the passes to the certificate: each person’s own, checked offline, kept through changes and a lost voyage', async () => {
  const family = await aFamily('测试逝者一');
  const { who, id, number, voyage } = family;
  const first = await passes(who, id);
  expect(first.passes.map(({ id: n, name, where }) => `${n} ${name} ${where}`)).toEqual([
    '1 测试** aboard',
    '2 第 2 位 aboard',
    '3 第 3 位 aboard',
    '4 第 4 位 ashore',
  ]);
  for (const { id: n, code, token } of first.passes) {
    expect(token).toMatch(new RegExp(`^${number}-${n}\\.${code}\\.[0-9a-f]{32}$`));
  }
  // at the same moment on two phones nobody gets a number twice
  await rename(family, { aboard: 3, ashore: 1, named: [UNCLE] });
  const [one, two] = await Promise.all([passes(who, id), passes(who, id)]);
  expect(one).toEqual(two);
  expect(one.passes.map(({ id: n }) => n)).toEqual(['2', '3', '4', '5']);
  expect(one.passes[0]?.token).toBe(first.passes[1]?.token);

  const desk = house.server.app.get(VoyagesDesk, { strict: false });
  await desk.suspend(voyage, '海上风大', BY, '海事局通知');
  expect(await passes(who, id)).toMatchObject({ state: 'displaced', passes: one.passes });
  expect(await inside(() => boarding().boarded(number, `${number}-2`, new Date(one.voyage.startsAt)))).toBe('unknown');
  const other = await aVoyage(house.server);
  await seen(call(who, 'POST', `/bookings/${family.booking}/reschedule`, { windowId: other }));
  const moved = await passes(who, id);
  expect(moved.passes).toEqual(one.passes);
  expect(moved.voyage.id).toBe(other);

  const sails = new Date(moved.voyage.startsAt);
  house.at(sails.getTime() + 86_400_000);
  const told = (pass?: string) => inside(() => boarding().boarded(number, pass, sails));
  expect([await told(`${number}-2`), await told(`${number}-2`), await told(`${number}-1`), await told('x')]).toEqual([
    'done',
    'already',
    'unknown',
    'unknown',
  ]);
  expect(await told()).toBe('done');
  const boarded = (await passes(who, id)).passes.filter(({ boardedAt }) => boardedAt);
  expect(boarded.map(({ id: n }) => n)).toEqual(['2', '3', '5']);

  const report = { number, at: new Date(sails.getTime() + 4_920_000), latitude: 38.9366666, longitude: 117.97333 };
  const scattered = (vessel: string) => inside(() => boarding().scattered({ ...report, vessel }));
  expect([await scattered('国宾9号'), await scattered('别的船')]).toEqual(['done', 'already']);
  const certificate = await get<SeaCertificateView>(who, `/farewells/${id}/certificate`);
  expect(certificate).toMatchObject({
    name: '测试逝者一',
    signUp: expect.stringMatching(/^HM-/),
    number,
    vessel: '国宾9号',
    latitude: 38.93667,
  });
  expect(await get<FarewellView>(who, `/farewells/${id}`)).toMatchObject({ state: 'scattered' });
  const asked = await house.server.get(
    `/api/v1/sea-certificates/${certificate.seal.toLowerCase().replaceAll('-', ' ')}`,
  );
  const { name: _name, signUp: _signUp, seal: _seal, ...said } = certificate;
  expect(await asked.json()).toEqual(said);
  expect((await house.server.get(`/api/v1/sea-certificates/${'0'.repeat(20)}`)).status).toBe(404);
  const row = await house.transactions.manager.findOneBy(SeaCertificateRow, { farewellId: id });
  expect(row?.report.includes(Buffer.from('国宾'))).toBe(false);
});

it('a manifest names nobody and no illness until it is printed, and every look stands in the audit', async () => {
  const family = await aFamily('测试逝者二');
  const desk = house.server.app.get(VesselDesk, { strict: false });
  const masked = await desk.manifest('J1001', family.voyage);
  expect(masked).toMatchObject({ seats: 3, families: [{ number: family.number, deceased: '测**' }] });
  expect(masked.families[0]?.people[0]).toEqual({
    pass: `${family.number}-1`,
    where: 'aboard',
    name: '测试**',
    note: true,
  });
  const whole = await desk.wholeManifest('J1001', family.voyage, '打印给船上');
  expect(whole.families[0]?.people[0]).toMatchObject({ name: '测试母亲', health: '心脏装了支架' });
  const looks = await house.transactions.manager.findBy(AuditRow, {
    object: `farewell:${family.id}`,
    actorId: 'J1001',
  });
  expect(looks.map(({ action }) => action).sort()).toEqual(['sea-manifest.printed', 'sea-manifest.seen']);
});

it('the message of a year reaches everybody whose day it is though one cannot be told, and that one when they can', async () => {
  const families = [
    await aFamily('测试逝者五', april(12)),
    await aFamily('测试逝者六', {
      ...april(12),
      startsAt: new Date('2027-04-12T04:30:00Z'),
      endsAt: new Date('2027-04-12T07:30:00Z'),
    }),
  ];
  for (const [index, { who, id, number }] of families.entries()) {
    await call(who, 'PUT', `/farewells/${id}/memory`, { yearly: 'yes' });
    const report = {
      number,
      at: new Date(`2027-04-12T0${index === 0 ? 1 : 5}:52:00Z`),
      latitude: 38.9,
      longitude: 117.9,
      vessel: '国宾9号',
    };
    await inside(() => boarding().scattered(report));
  }
  const memories = await house.transactions.manager.find(SeaMemoryRow, { order: { id: 'ASC' } });
  const first = memories.find(({ farewellId }) => families.some(({ id }) => id === farewellId));
  const notices = house.server.app.get(Notices, { strict: false });
  const post = notices.post.bind(notices);
  const failing = jest.spyOn(notices, 'post').mockImplementation(async (notice) => {
    if (notice.accountId === first?.accountId) throw new Error('this one is broken');
    return post(notice);
  });
  const before = house.now();
  house.at(Date.parse('2028-04-12T01:30:00Z'));
  const told = async () => {
    await house.server.app.get(Jobs).wake(YEARLY_JOB);
    const rows: { account_id: string }[] = await house.transactions.manager.query(
      "SELECT account_id FROM notice WHERE topic = 'farewell-yearly'",
    );
    return families.map(({ who }) => rows.some(({ account_id: id }) => id === who.accountId));
  };
  const without = families.map(({ who }) => who.accountId !== first?.accountId);
  expect(await told()).toEqual(without);
  failing.mockRestore();
  expect(await told()).toEqual([true, true]);
  house.at(before);
});

it('the whole list of a ship counts as many numbers as families, and wants a fresh code after thirty', async () => {
  const family = await aFamily('测试逝者四');
  const desk = house.server.app.get(VesselDesk, { strict: false });
  const seen = () => house.count('SELECT COUNT(*) AS count FROM number_view WHERE staff_id = ?', ['J1009']);
  const printed = () => desk.wholeManifest('J1009', family.voyage, '打印给船上');
  await desk.manifest('J1009', family.voyage);
  expect(await seen()).toBe(0);
  await printed();
  expect(await seen()).toBe(1);
  await numbersSeen(house.server, 'J1009', 29, new Date(house.now()));
  await expect(printed()).rejects.toMatchObject({ code: 'staff.show-again' });
  const records = { object: `farewell:${family.id}`, actorId: 'J1009', action: 'sea-manifest.printed' };
  expect(await house.transactions.manager.countBy(AuditRow, records)).toBe(1);
});

it('what somebody keeps is theirs alone; a message comes once a year, in the morning, to who asked for it', async () => {
  const { who, id, number } = await aFamily('测试逝者三', april(11));
  const memory = (change: object) => seen<MemoryView>(call(who, 'PUT', `/farewells/${id}/memory`, change));
  const stranger = await newReader(house.server);
  for (const part of ['passes', 'certificate', 'memory'])
    expect((await call(stranger, 'GET', `/farewells/${id}/${part}`)).status).toBe(404);
  expect(await get<MemoryView>(who, `/farewells/${id}/memory`)).toEqual({ yearly: 'not-asked' });
  expect(await memory({ words: '那天海很平。' })).toEqual({ yearly: 'not-asked', words: '那天海很平。' });
  expect(await memory({ yearly: 'yes' })).toMatchObject({ yearly: 'yes', words: '那天海很平。' });
  const row = await house.transactions.manager.findOneBy(SeaMemoryRow, { farewellId: id });
  expect(row?.words?.includes(Buffer.from('海很平'))).toBe(false);

  const report = { number, at: new Date('2027-04-11T01:52:00Z'), latitude: 38.9, longitude: 117.9, vessel: '国宾9号' };
  await inside(() => boarding().scattered(report));
  const told = async (at: string) => {
    house.at(Date.parse(at));
    await house.server.app.get(Jobs).wake(YEARLY_JOB);
    return house.count("SELECT COUNT(*) AS count FROM notice WHERE account_id = ? AND topic = 'farewell-yearly'", [
      who.accountId,
    ]);
  };
  expect(await told('2027-04-11T02:30:00Z')).toBe(0);
  expect(await told('2028-04-10T22:30:00Z')).toBe(0);
  expect(await told('2028-04-11T05:30:00Z')).toBe(0);
  expect(await told('2028-04-11T01:30:00Z')).toBe(1);
  expect(await told('2028-04-11T02:30:00Z')).toBe(1);
  expect(await told('2029-04-11T01:30:00Z')).toBe(2);
  // whoever asked for it died themselves: nothing is addressed to them, for as long as that stands
  const death = { person: await who.person(), died: '2029-06-01', certificate: 'P-1' } as const;
  const deaths = house.server.app.get(VerifiedDeaths, { strict: false });
  expect(await inside(() => deaths.take(death))).toBe(true);
  expect(await told('2030-04-11T01:30:00Z')).toBe(2);
  const desk = house.server.app.get(AfterDeathDesk, { strict: false });
  const [link] = await desk.list('J1001');
  await desk.withdraw('J1001', link?.id ?? '', '登记时写错了一位号码');
  expect(await told('2031-04-11T01:30:00Z')).toBe(3);
  await memory({ yearly: 'no', words: '' });
  expect(await told('2032-04-11T01:30:00Z')).toBe(3);
  expect(await get<MemoryView>(who, `/farewells/${id}/memory`)).not.toHaveProperty('words');
  expect((await call(who, 'DELETE', `/farewells/${id}/memory`)).status).toBe(204);
  expect(await get<MemoryView>(who, `/farewells/${id}/memory`)).toMatchObject({ yearly: 'not-asked' });
});
