import { randomUUID } from 'node:crypto';
import type { BookingView } from '@jinmen/shared/bookings/views';
import type { FarewellView, NewFarewellLink } from '@jinmen/shared/services/sea-scattering/views';
import { aVoyage } from '../../../../test/a-voyage';
import { type Reader, type ReadingHouse, readerOf, startReadingHouse } from '../../../../test/reading-house';
import { numbered } from '../../../../test/relief-house';
import { answered, type Reply, send } from '../../../../test/resident';
import { ReplacingDesk } from '../../replacing/replacing-desk.port';
import { Farewells } from '../farewells/farewells.port';
import { VoyagesDesk } from '../voyages/voyages-desk.port';

const SEA = 'sea-scattering';
const BY = { kind: 'staff', id: 'J1001' } as const;
let house: ReadingHouse;
let people = 0;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());

const desk = () => house.server.app.get(ReplacingDesk, { strict: false });
const call = (who: Reader, method: string, path: string, body?: unknown): Promise<Reply> =>
  send(house.server, method, `/api/v1${path}`, body, {
    authorization: `Bearer ${who.accountId}`,
    'idempotency-key': randomUUID(),
  });

interface Family {
  readonly who: Reader;
  readonly id: string;
}

/** A family with so many who come along, signed up, and what it wishes. */
async function family(aboard: number, wishes: object = {}): Promise<Family> {
  people += 1;
  const who = await house.reader();
  const { id } = answered<FarewellView>(await call(who, 'POST', '/farewells', {}));
  const deceased = { name: `测试逝者${'甲乙丙丁戊己庚辛壬癸子丑'[people]}`, died: `2026-10-${10 + people}` };
  const sections = {
    ...{ deceased, company: { aboard, ashore: 0, named: [] } },
    contact: { phone: '13800005678', wantsCalls: false },
    wishes: { impossible: [], proxy: 'never', ...wishes },
  };
  answered(await call(who, 'PATCH', `/farewells/${id}`, { version: 1, ...sections }));
  answered(await call(who, 'POST', `/farewells/${id}/sign-up`, {}));
  return { who, id };
}

async function booked({ who, id: farewell }: Family, windowId: string): Promise<string> {
  const wish = { service: SEA, kind: 'voyage', windowId, details: { farewell } };
  const { id } = answered<BookingView>(await call(who, 'POST', '/bookings', wish));
  answered(await call(who, 'POST', `/bookings/${id}/confirmation`, {}));
  return id;
}

const view = async ({ who, id }: Family) => answered<FarewellView>(await call(who, 'GET', `/farewells/${id}`));
const numberOf = async (family: Family) => (await view(family)).number;

/** Whom they want to go with. */
async function names(family: Family, together: string): Promise<void> {
  const { version, wishes } = await view(family);
  const change = { version, wishes: { ...wishes, together } };
  answered(await call(family.who, 'PATCH', `/farewells/${family.id}`, change));
}

/** A brother joins, and sees it differently. */
async function differs({ who, id }: Family): Promise<void> {
  const brother = await house.reader();
  const { token } = answered<NewFarewellLink>(await call(who, 'POST', `/farewells/${id}/invitations`, {}));
  const joined = { join: true, relation: '弟弟' };
  answered(await call(brother, 'POST', `/farewell-invitations/${token}/acceptance`, joined));
  answered(await call(brother, 'PUT', `/farewells/${id}/view-of-mine`, { state: 'differs' }));
}

async function titled({ who }: Family, title: string): Promise<number> {
  const { items } = (await call(who, 'GET', '/notices?limit=50')).body as { items: { title: string }[] };
  return items.filter((item) => item.title === title).length;
}

describe('families of a voyage that does not sail', () => {
  it('are kept whole on others by their wishes, told once, and the next one is planned with who only signed up', async () => {
    const lost = await aVoyage(house.server);
    const [small, large] = [
      await aVoyage(house.server, { capacity: { urns: 3, seats: 3 } }),
      await aVoyage(house.server, { capacity: { urns: 3, seats: 8 } }),
    ];
    const many = await family(4);
    const few = await family(2, { latest: '2027-02-03' });
    const [manyBooking, fewBooking] = [await booked(many, lost), await booked(few, lost)];
    await house.server.app.get(VoyagesDesk, { strict: false }).suspend(lost, '海上风大，船不能出海', BY, '海事局通知');
    const plan = await desk().plan('J1001', SEA, 'displaced');
    const slotOf = (booking: string) => plan.members.find(({ id }) => id === booking)?.slot;
    expect([slotOf(manyBooking), slotOf(fewBooking)]).toEqual([large, small]);
    expect(await desk().apply('J1001', SEA, 'displaced', '海上风大')).toMatchObject({
      placed: 2,
      elsewhere: 0,
      failed: 0,
    });
    const kept = answered<BookingView>(await call(many.who, 'GET', `/bookings/${manyBooking}`));
    expect([kept.state, kept.offers?.windows[0]?.id]).toEqual(['displaced', large]);
    const { items } = (await call(many.who, 'GET', '/notices?limit=50')).body as { items: { title: string }[] };
    expect(items.filter(({ title }) => title === '海上不便出船，日子要改')).toHaveLength(1);
    // who only signed up gets what is left, and the family says the word
    const signed = await family(1);
    await desk().plan('J1001', SEA, 'sign-ups');
    expect(await desk().apply('J1001', SEA, 'sign-ups', '本月安排')).toMatchObject({ placed: 1, failed: 0 });
    const { place } = answered<FarewellView>(await call(signed.who, 'GET', `/farewells/${signed.id}`));
    expect(place).toMatchObject({ state: 'held', voyage: { id: small } });
    expect(await desk().plan('J1001', SEA, 'sign-ups')).toMatchObject({ waiting: 0 });
  });

  it('go together when both said so, told once each; a number nobody answers ties nobody, and says nothing of anybody', async () => {
    // for one of the pair alone the nearer voyage would do: it has one urn left
    await aVoyage(house.server, { capacity: { urns: 1, seats: 8 } });
    const both = await aVoyage(house.server, { capacity: { urns: 2, seats: 8 } });
    const [one, other, hopes, mistyped] = [await family(2), await family(3), await family(1), await family(1)];
    await names(one, await numberOf(other));
    expect((await view(one)).open.map(({ words }) => words).join()).toContain('还没有对上');
    await names(other, await numberOf(one));
    await names(hopes, await numberOf(one));
    await names(mistyped, 'HM-ZZZZZZ');
    expect([(await view(one)).goesWith, (await view(other)).goesWith]).toEqual([
      await numberOf(other),
      await numberOf(one),
    ]);
    // whose number exists and whose does not reads the same, but for the numbers themselves
    const said = async (who: Family) => {
      const { number, wishes, open } = await view(who);
      const words = open.find(({ section }) => section === 'wishes')?.words ?? '';
      return words.replace(number, 'OWN').replace(wishes.together ?? '', 'THEIRS');
    };
    expect(await said(hopes)).toBe(await said(mistyped));
    expect(await said(hopes)).toContain('OWN');

    const plan = await desk().plan('J1001', SEA, 'sign-ups');
    const wordsOf = ({ id }: Family) => plan.members.find((member) => member.id === id)?.words.join() ?? '';
    expect(wordsOf(one)).toContain('两家都写了');
    expect(wordsOf(hopes)).toContain('那一家还没有写');
    expect(wordsOf(mistyped)).toContain('没有找到');
    await desk().apply('J1001', SEA, 'sign-ups', '本月安排');
    const voyageOf = async (who: Family) => (await view(who)).place?.voyage.id;
    expect([await voyageOf(one), await voyageOf(other)]).toEqual([both, both]);
    expect([await voyageOf(hopes), await voyageOf(mistyped)]).not.toContain(undefined);
    for (const who of [one, other]) expect(await titled(who, '给您留了一个日子')).toBe(1);
  });

  it('follow the family they go with where that has a place already, and are left out while it is not of one mind', async () => {
    await aVoyage(house.server);
    const far = await aVoyage(house.server);
    const [there, later] = [await family(1), await family(1)];
    await names(there, await numberOf(later));
    await names(later, await numberOf(there));
    await booked(there, far);
    const contested = await family(1);
    await differs(contested);
    const plan = await desk().plan('J1001', SEA, 'sign-ups');
    expect(plan.members.find(({ id }) => id === later.id)).toMatchObject({ slot: far, worse: false });
    expect(plan.members.some(({ id }) => id === contested.id)).toBe(false);
    expect(plan.calls).toContainEqual(expect.objectContaining({ id: contested.id, reason: 'differs' }));
    // and one whose place stands does not sail without anybody having called
    await differs(there);
    const [round] = (await desk().rounds('J1001')).filter(
      ({ service, kind }) => service === SEA && kind === 'sign-ups',
    );
    expect(round?.calls).toContainEqual(expect.objectContaining({ id: there.id, reason: 'differs' }));
  });

  it('that a desk signed up are called until they confirm their name on a phone: then they are told there, once', async () => {
    const voyage = await aVoyage(house.server, { capacity: { urns: 9, seats: 9 } });
    const idNumber = numbered('19600101', '901');
    const given = { reference: randomUUID(), applicant: { name: '测试读者', idNumber }, phone: '13900001234' };
    const deceased = { name: '测试逝者寅', died: '2026-10-02' };
    const far = { earliest: '2027-02-20', impossible: [], proxy: 'never' };
    const farewells = house.server.app.get(Farewells, { strict: false });
    const signUp = () => farewells.signUpByDesk({ ...given, sections: { deceased, wishes: far } });
    const { id } = await house.transactions.run(signUp);
    await desk().plan('J1001', SEA, 'sign-ups');
    await desk().apply('J1001', SEA, 'sign-ups', '本月安排');
    const called = async (kind: string) => {
      const round = (await desk().rounds('J1001')).find((each) => each.service === SEA && each.kind === kind);
      return round?.calls.filter((each) => each.phone === '139****1234').map(({ reason }) => reason) ?? [];
    };
    expect(await called('sign-ups')).toEqual(['phone-only']);

    const who = await readerOf(house.server, idNumber);
    const family = { who, id };
    expect(await called('sign-ups')).toEqual([]);
    expect((await farewells.find(id))?.accountId).toBe(who.accountId);
    expect(await titled(family, '给您留了一个日子')).toBe(1);
    const { place, wantsCalls } = await view(family);
    expect([place?.state, wantsCalls]).toEqual(['held', false]);
    // it is kept for three days: half an hour more would be nothing, until the end is near
    const acts = async () => answered<BookingView>(await call(who, 'GET', `/bookings/${place?.booking}`)).acts;
    expect(await acts()).not.toContain('renew');
    const now = house.now();
    house.at(Date.parse(place?.keptUntil ?? '') - 600_000);
    expect(await acts()).toContain('renew');
    house.at(now);
    answered(await call(who, 'POST', `/bookings/${place?.booking}/confirmation`, {}));
    expect(await titled(family, '日子定下来了')).toBe(1);
    // who confirms the same name on another phone later is shown nothing of it, and what was said is not said again
    house.at(house.now() + 1000);
    const second = await readerOf(house.server, idNumber);
    expect((await call(second, 'GET', `/farewells/${id}`)).status).toBe(404);
    expect(await titled({ who: second, id }, '给您留了一个日子')).toBe(0);

    await house.server.app
      .get(VoyagesDesk, { strict: false })
      .suspend(place?.voyage.id ?? voyage, '海上风大', BY, '海事局');
    await desk().plan('J1001', SEA, 'displaced');
    await desk().apply('J1001', SEA, 'displaced', '海上风大');
    expect(await titled(family, '海上不便出船，日子要改')).toBe(1);
    expect(await called('displaced')).not.toContain('phone-only');
  });
});
