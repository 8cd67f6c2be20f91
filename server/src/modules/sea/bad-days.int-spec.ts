import type { BookingView } from '@jinmen/shared/bookings/views';
import { griefWordProblems } from '@jinmen/shared/plain-words/grief-safe';
import type { FamilyFound, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { answered, type Reply } from '../../../test/resident';
import { type Mourner, type SeaHouse, startSeaHouse } from '../../../test/sea-house';
import { until } from '../../../test/until';
import { Jobs } from '../../platform/jobs/jobs';
import { ReplacingDesk, RoundCalls } from '../replacing/replacing-desk.port';
import { VesselDesk } from './boarding/vessel-desk.port';
import type { Voyage } from './voyages/voyages.port';
import { VoyagesDesk } from './voyages/voyages-desk.port';

const SEA = 'sea-scattering';
const BY = { kind: 'staff', id: 'J1001' } as const;
const MARCH_1 = Date.parse('2027-03-01T02:00:00Z');
const DAY_MS = 24 * 3_600_000;
let house: SeaHouse;
let count = 0;

beforeAll(async () => {
  house = await startSeaHouse();
});
beforeEach(() => house.at(MARCH_1));
afterAll(() => house.end());

const get = <T>(port: abstract new (...args: never[]) => T): T => house.server.app.get<T>(port, { strict: false });
const suspend = ({ id }: Voyage) => get(VoyagesDesk).suspend(id, '海上风大，船不能出海', BY, '海事局通知');
const plan = () => get(ReplacingDesk).plan('J1001', SEA, 'displaced');
const apply = () => get(ReplacingDesk).apply('J1001', SEA, 'displaced', '海上风大');
const heardOf = (booking: string) =>
  house
    .heard()
    .filter(([, body]) => body.orderNo === booking)
    .map(([path]) => path);

/** A refusal that may be read beside a death: calm, and without a number anybody could count. */
function calm({ status, body }: Reply): { status: number; code: unknown } {
  expect(griefWordProblems(String(body.detail))).toEqual([]);
  expect(JSON.stringify(body)).not.toMatch(/"left"|"taken"|"capacity"/);
  return { status, code: body.code };
}

const numberOf = ({ idNumber }: Mourner) => ({ idNumber });

/** A family that signed up, so many of whom come along. */
async function family(aboard: number, deceased: object = {}) {
  count += 1;
  const who = await house.somebody('1971-08-22', '测试家人');
  const { id } = answered<FarewellView>(await who.call('POST', '/farewells', {}));
  const view = async () => answered<FarewellView>(await who.call('GET', `/farewells/${id}`));
  const come = async (more: number, ashore = 0) => {
    const { version } = await view();
    return who.call('PATCH', `/farewells/${id}`, { version, company: { aboard: more, ashore, named: [] } });
  };
  const died = { name: `测试逝者${'甲乙丙丁戊己庚辛'[count]}`, died: `2027-01-${10 + count}`, ...deceased };
  const contact = { phone: '13800005678', wantsCalls: false };
  answered(await who.call('PATCH', `/farewells/${id}`, { version: 1, deceased: died, contact }));
  answered(await come(aboard));
  answered(await who.call('POST', `/farewells/${id}/sign-up`, {}));
  const hold = ({ id: windowId }: Voyage) =>
    who.call('POST', '/bookings', { service: SEA, kind: 'voyage', windowId, details: { farewell: id } });
  const confirm = (booking: string) => who.call('POST', `/bookings/${booking}/confirmation`, {});
  const placed = async (voyage: Voyage) => {
    const { id: booking } = answered<BookingView>(await hold(voyage));
    answered(await confirm(booking));
    return booking;
  };
  const booking = async (of: string) => answered<BookingView>(await who.call('GET', `/bookings/${of}`));
  const told = async (title: string) => {
    const { body } = await who.call('GET', '/notices?limit=50');
    return (body.items as { title: string }[]).filter((each) => each.title === title).length;
  };
  return { who, id, view, come, hold, confirm, placed, booking, told };
}

it('more relatives than seats is said calmly, before a place and after; some on the shore is a way on', async () => {
  const voyage = await house.voyage({ at: '2027-03-20T08:30', urns: 3, seats: 3 });
  const roomy = await house.voyage({ at: '2027-03-21T08:30', urns: 3, seats: 9 });
  const large = await family(4);
  expect(calm(await large.hold(voyage))).toEqual({ status: 409, code: 'booking.window-full' });
  answered(await large.come(2, 2));
  const booking = await large.placed(voyage);
  expect(calm(await large.hold(roomy))).toEqual({ status: 409, code: 'booking.already-yours' });
  expect(calm(await large.come(4))).toEqual({ status: 409, code: 'farewell.voyage-full' });
  expect((await large.booking(booking)).state).toBe('confirmed');
  expect((await large.view()).company).toMatchObject({ aboard: 2, ashore: 2 });
});

it('suspended in the moment a family confirms, it keeps its booking, and the bureau is never left expecting it', async () => {
  const voyage = await house.voyage({ at: '2027-03-22T08:30' });
  const families = [await family(1), await family(2), await family(3)];
  const ids: string[] = [];
  for (const each of families) ids.push(answered<BookingView>(await each.hold(voyage)).id);
  const [first, ...replies] = await Promise.all([
    suspend(voyage),
    ...families.map((each, at) => each.confirm(ids[at] ?? '')),
    families[0]?.come(2) as Promise<Reply>,
  ]);
  expect([first, await suspend(voyage)]).toEqual([3, 0]);
  for (const [at, each] of families.entries()) {
    const reply = replies[at] as Reply;
    if (reply.status >= 300) expect(calm(reply)).toEqual({ status: 409, code: 'booking.not-now' });
    const id = ids[at] ?? '';
    expect(await each.booking(id)).toMatchObject({ state: 'displaced', acts: ['reschedule', 'cancel'] });
    const confirmed = reply.status < 300;
    await until(() => expect(heardOf(id).at(-1)).toBe(confirmed ? 'bookings/suspend' : undefined));
  }
});

it('suspended again at 05:00 while a plan is looked at: one message a round, a call, and silence loses nothing', async () => {
  house.at(MARCH_1);
  const [lost, next] = [await house.voyage({ at: '2027-04-01T08:30' }), await house.voyage({ at: '2027-04-02T08:30' })];
  const one = await family(2);
  const booking = await one.placed(lost);
  await suspend(lost);
  await plan();
  await apply();
  const { number, offers } = await one.booking(booking);
  expect(offers?.windows.find(({ kept }) => kept)?.id).toBe(next.id);
  expect(await one.told('海上不便出船，日子要改')).toBe(1);
  // 05:00 in Tianjin on the day it should sail
  house.at(Date.parse('2027-04-01T21:00:00Z'));
  await suspend(next);
  expect((await one.booking(booking)).offers?.windows.some(({ kept }) => kept) ?? false).toBe(false);
  const [shown, last] = [
    await house.voyage({ at: '2027-04-10T08:30' }),
    await house.voyage({ at: '2027-04-20T08:30' }),
  ];
  expect((await plan()).members.find(({ id }) => id === booking)).toMatchObject({ slot: shown.id, displaced: 2 });
  await suspend(shown);
  expect(await apply()).toMatchObject({ failed: 0, withoutPlace: 0 });
  expect(await apply()).toMatchObject({ placed: 0 });
  expect(await one.booking(booking)).toMatchObject({ state: 'displaced', number });
  expect((await one.booking(booking)).offers?.windows.find(({ kept }) => kept)?.id).toBe(last.id);
  expect(await one.told('海上不便出船，日子要改')).toBe(2);
  const called = async () => {
    const rounds = await get(ReplacingDesk).rounds('J1001');
    return rounds.find(({ kind }) => kind === 'displaced')?.calls.find(({ id }) => id === booking)?.reason;
  };
  expect(await called()).toBe('quiet-hours');
  // nobody answers, and the vessel sails without them
  house.at(Date.parse('2027-04-21T02:00:00Z'));
  for (const job of ['bookings.displaced', 'booking-times']) await get(Jobs).wake(job);
  expect(await called()).toBe('no-answer');
  expect(await one.booking(booking)).toMatchObject({ state: 'displaced', number });
  expect((await one.view()).state).toBe('signed-up');
  expect(await one.told('您约的时间已经过了')).toBe(0);
});

it('of two minds: the organiser’s round leaves them out, somebody calls, and the vessel is told of one that has a place', async () => {
  const voyage = await house.voyage({ at: '2027-03-25T08:30' });
  const dead = await house.somebody('1940-02-03', '测试逝者');
  const [first, other] = [await family(1, numberOf(dead)), await house.somebody('1975-01-01', '测试弟弟')];
  const draft = answered<FarewellView>(await other.call('POST', '/farewells', {})).id;
  const contact = { phone: '13900001234', wantsCalls: false };
  answered(await other.call('PATCH', `/farewells/${draft}`, { version: 1, deceased: numberOf(dead), contact }));
  const clash = await other.call('POST', `/farewells/${draft}/sign-up`, {});
  const { ask } = clash.body.family as FamilyFound;
  answered(await other.call('POST', '/farewell-asks', { ask, relation: '弟弟' }));
  const kin = (await first.view()).kin[0]?.id;
  answered(await first.who.call('POST', `/farewells/${first.id}/kin/${kin}/answer`, { takeIn: true }));
  const says = (state: string) => other.call('PUT', `/farewells/${first.id}/view-of-mine`, { state });
  answered(await says('differs'));
  const desk = get(ReplacingDesk);
  const round = await desk.plan('J1001', SEA, 'sign-ups');
  expect(round.members.some(({ id }) => id === first.id)).toBe(false);
  expect(round.calls).toContainEqual(
    expect.objectContaining({ id: first.id, reason: 'differs', phone: '138****5678' }),
  );
  expect(await get(RoundCalls).showNumber('J1001', SEA, 'sign-ups', first.id)).toBe('13800005678');
  await get(RoundCalls).called('J1001', SEA, 'sign-ups', first.id, '家里再商量几天');
  expect(calm(await first.hold(voyage))).toEqual({ status: 409, code: 'farewell.differs' });
  answered(await says('agrees'));
  await first.placed(voyage);
  const differs = async () => (await get(VesselDesk).manifest('J1001', voyage.id)).families.map((each) => each.differs);
  expect(await differs()).toEqual([undefined]);
  answered(await says('differs'));
  expect(await differs()).toEqual([true]);
  house.at(MARCH_1 + DAY_MS);
});
