import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { BoardingPassesView, FarewellView } from '@jinmen/shared/services/sea-scattering/views';
import { type Behaviour, json, reset } from '../../../../test/local-bureau';
import { answered } from '../../../../test/resident';
import { bureauTime, type Mourner, obliging, type SeaHouse, startSeaHouse } from '../../../../test/sea-house';
import { until } from '../../../../test/until';
import { Transactions } from '../../../platform/database/transactions';
import { Bookings } from '../../bookings/bookings.port';
import { VesselDesk } from '../boarding/vessel-desk.port';
import { Farewells } from '../farewells/farewells.port';
import type { Voyage } from '../voyages/voyages.port';
import { VoyagesDesk } from '../voyages/voyages-desk.port';
import { phoneWords } from './phone-words';

let house: SeaHouse;

beforeAll(async () => {
  house = await startSeaHouse();
});
afterEach(() => house.bureau.behave(obliging(house.bureau)));
afterAll(() => house.end());

const MARCH_1 = Date.parse('2027-03-01T02:00:00Z');
let calls = 0;

interface Call {
  readonly died: string;
  readonly voyage?: Voyage;
  readonly aboard?: number;
  readonly mode?: 'JT' | 'DS';
  readonly papers?: readonly string[];
}

/** Somebody telephones; what the service person reads out to them. */
async function phones({ name, idNumber }: Mourner, { died, voyage, aboard = 2, mode = 'JT', papers }: Call) {
  calls += 1;
  const queryNo = `F-${calls}`;
  const data = {
    queryNo,
    ...(voyage && { voyageNo: voyage.id }),
    mode,
    applicant: { name, certNo: idNumber, phone: '02288880171' },
    deceased: { name: died, deathDate: '2027-02-01' },
    aboard: String(aboard),
    ashore: '0',
    ...(papers && { papers: papers.map((paper) => ({ paper })) }),
  };
  expect(await house.tells('PHONED_IN', data)).toBe(200);
  const said = () => house.heard().find(([path, body]) => path === 'phone-answers' && body.queryNo === queryNo);
  await until(() => expect(said()).toBeDefined());
  return said()?.[1] as { result: string; showNo: string; applyNo: string; words?: string };
}

/** A family with a place on the voyage, as somebody of it sees it on a phone. */
async function placed(died: string, voyage: Voyage, call: Partial<Call> = {}) {
  const who = await house.somebody('1971-08-22', `${died}的女儿`);
  const { showNo, applyNo } = await phones(who, { died, voyage, ...call });
  const farewell = await house.server.app.get(Farewells, { strict: false }).findByNumber(applyNo);
  if (!farewell?.bookingId) throw new Error('no place was given');
  const seen = async () => answered<FarewellView>(await who.call('GET', `/farewells/${farewell.id}`));
  const edit = async (sections: object) => {
    const { version } = await seen();
    const { status, body } = await who.call('PATCH', `/farewells/${farewell.id}`, { version, ...sections });
    expect([status, body.detail]).toEqual([200, undefined]);
  };
  const told = () => house.heard().filter(([, body]) => body.orderNo === farewell.bookingId);
  return { who, id: farewell.id, booking: farewell.bookingId, number: showNo, applyNo, seen, edit, told };
}

const relative = (id: string, name: string, more: object = {}) => ({ id, name, where: 'aboard', ...more });
const suspend = (voyage: Voyage) =>
  house.server.app.get(VoyagesDesk, { strict: false }).suspend(voyage.id, '海上风大', { kind: 'staff', id: 't' }, '风');

/** Takes effect and loses the answer, whenever something is said for the first time. */
const forgetful = (): Behaviour => {
  const heard = new Set<string>();
  return (response, delivery) => {
    house.bureau.takeEffect(delivery);
    const known = heard.has(delivery.key);
    heard.add(delivery.key);
    (known ? json(200, { code: '0', msg: '成功' }) : reset)(response, delivery);
  };
};

describe('a family that telephones', () => {
  it('has the same farewell and the same place as from a phone, and finds both on one', async () => {
    const voyage = await house.voyage({ at: '2027-03-20T08:30' });
    const { seen, told, number, applyNo } = await placed('测试母亲', voyage);
    await until(() => expect(told()).toHaveLength(1));
    expect(told()[0]).toEqual([
      'orders',
      expect.objectContaining({
        showNo: number,
        applyNo,
        mode: 'JT',
        voyage: expect.objectContaining({ voyageNo: voyage.id, date: '2027-03-20', sail: '08:30', gather: '06:30' }),
        persons: [
          { passNo: `${number}-1`, side: 'C', wheelchair: 'N' },
          { passNo: `${number}-2`, side: 'C', wheelchair: 'N' },
        ],
      }),
    ]);
    expect(await seen()).toMatchObject({ state: 'signed-up', number: applyNo, place: { number, state: 'confirmed' } });
  });

  it('hears kindly that a voyage is full, that they signed up before, that the day is theirs to be called about', async () => {
    const voyage = await house.voyage({ at: '2027-03-21T08:30', urns: 1, seats: 3 });
    const [first, second, brother] = [
      await house.somebody('1970-01-01', '测试一'),
      await house.somebody('1970-01-02', '测试二'),
      await house.somebody('1970-01-03', '测试三'),
    ];
    expect((await phones(first, { died: '逝者一', voyage })).result).toBe('PLACED');
    const full = await phones(second, { died: '逝者二', voyage });
    expect(full).toMatchObject({ result: 'FULL', words: phoneWords.full, applyNo: expect.stringMatching(/^HM-/) });
    expect(full.showNo).toBeUndefined();
    const sibling = await phones(brother, { died: '逝者一', voyage });
    expect(sibling).toMatchObject({ result: 'ALREADY', words: phoneWords.already });
    expect(sibling.applyNo).toBeUndefined();
    expect((await phones(first, { died: '逝者一', voyage })).result).toBe('ALREADY');
    expect((await phones(second, { died: '逝者二' })).result).toBe('SIGNED_UP');
    const many = await phones(await house.somebody('1970-01-04', '测试四'), { died: '逝者四', voyage, aboard: 30 });
    expect(many).toMatchObject({ result: 'SIGNED_UP', words: phoneWords.largeFamily });
  });
});

describe('a family at the desk with its papers', () => {
  const FAMILYS = ['SW', 'QS'];

  /** Somebody nobody has seen papers of signed up, on a phone, and has a place. */
  async function takenBefore(died: string, at: string) {
    const [stranger, son] = [
      await house.somebody('1971-02-01', `${died}的生人`),
      await house.somebody('1971-02-02', `${died}的儿子`),
    ];
    const { id } = answered<FarewellView>(await stranger.call('POST', '/farewells', {}));
    const deceased = { name: died, died: '2027-02-01' };
    const contact = { phone: '13800005678', wantsCalls: false };
    answered(await stranger.call('PATCH', `/farewells/${id}`, { version: 1, deceased, contact }));
    const { number } = answered<FarewellView>(await stranger.call('POST', `/farewells/${id}/sign-up`, {}));
    const voyage = await house.voyage({ at });
    const wish = { service: 'sea-scattering', kind: 'voyage', windowId: voyage.id, details: { farewell: id } };
    const { id: booking } = answered<{ id: string }>(await stranger.call('POST', '/bookings', wish));
    answered(await stranger.call('POST', `/bookings/${booking}/confirmation`, {}));
    return { stranger, son, id, number, voyage };
  }

  it('has the farewell, and a place in its own name, before whoever typed the dead first', async () => {
    const { stranger, son, id, number, voyage } = await takenBefore('逝者东', '2027-05-10T08:30');
    const said = await phones(son, { died: '逝者东', voyage, papers: FAMILYS });
    expect(said).toMatchObject({ result: 'PLACED', applyNo: number });
    const mine = answered<FarewellView>(await son.call('GET', `/farewells/${id}`));
    expect(mine).toMatchObject({ you: 'applicant', place: { state: 'confirmed' }, kin: [{ state: 'asks' }] });
    expect(mine.papers).toContainEqual({ paper: 'kinship', how: 'seen' });
    expect((await stranger.call('GET', `/farewells/${id}`)).status).toBe(404);
    const asks = answered<{ items: object[] }>(await stranger.call('GET', '/farewell-asks'));
    expect(asks.items).toMatchObject([{ state: 'asked' }]);
  });

  it.each([
    ['by telephone', '2027-05-12T08:30', undefined],
    ['with papers of the death alone', '2027-05-13T08:30', ['SW']],
    ['with papers of the kinship alone', '2027-05-14T08:30', ['QS']],
  ])('%s asks to be part of it like anybody', async (way, at, papers) => {
    const died = `逝者${way.length}`;
    const { stranger, son, id } = await takenBefore(died, at);
    expect(await phones(son, { died, ...(papers && { papers }) })).toMatchObject({ result: 'ALREADY' });
    const theirs = answered<FarewellView>(await stranger.call('GET', `/farewells/${id}`));
    expect(theirs).toMatchObject({ you: 'applicant', place: { state: 'confirmed' }, kin: [{ state: 'asks' }] });
  });

  it('takes nothing from whoever’s papers a desk has seen; refused before, they ask once more', async () => {
    const { stranger, son, id, number } = await takenBefore('逝者西', '2027-05-11T08:30');
    expect(await house.tells('PAPERS_SEEN', { applyNo: number, papers: [{ paper: 'SW' }] })).toBe(200);
    expect(await phones(son, { died: '逝者西', papers: FAMILYS })).toMatchObject({ result: 'ALREADY' });
    const seen = async () => answered<FarewellView>(await stranger.call('GET', `/farewells/${id}`));
    const kin = (await seen()).kin[0]?.id;
    answered(await stranger.call('POST', `/farewells/${id}/kin/${kin}/answer`, { takeIn: false }));
    expect((await seen()).kin).toEqual([]);
    expect(await phones(son, { died: '逝者西' })).toMatchObject({ result: 'ALREADY' });
    expect(await seen()).toMatchObject({ you: 'applicant', kin: [{ state: 'asks' }] });
  });
});

describe('what the bureau hears of a place', () => {
  it('comes once and in order though every answer is lost at first, and of the family only what is new', async () => {
    const [from, to] = [await house.voyage({ at: '2027-03-27T08:30' }), await house.voyage({ at: '2027-04-03T08:30' })];
    house.bureau.behave(forgetful());
    const family = await placed('测试父亲', from);
    await family.edit({ wishes: { impossible: ['2027-03-28'], proxy: 'never' } });
    await family.edit({
      company: { aboard: 2, ashore: 0, named: [relative('r1', '测试长子', { health: '随身带药' })] },
    });
    await suspend(from);
    const kept = { windowId: to.id, until: new Date(MARCH_1 + 20 * 24 * 3_600_000), byStaff: true } as const;
    const bookings = house.server.app.get(Bookings, { strict: false });
    await house.transactions.run(() => bookings.keepFor(family.booking, kept, []));
    const moved = await family.who.call('POST', `/bookings/${family.booking}/reschedule`, { windowId: to.id });
    expect(moved.status).toBe(200);
    expect((await family.who.call('DELETE', `/bookings/${family.booking}`)).status).toBe(200);
    const paths = () => family.told().map(([path]) => path);
    await until(() =>
      expect(paths()).toEqual(['orders', 'orders/party', 'orders/suspend', 'orders/move', 'orders/cancel']),
    );
    expect(family.told()[1]?.[1]).toMatchObject({
      persons: [
        { passNo: `${family.number}-1`, name: '测试长子', health: '随身带药' },
        { passNo: `${family.number}-2` },
      ],
    });
    const keys = house.bureau.deliveries.filter(({ text }) => text.includes(family.booking)).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(new Set(keys).size);
  });

  it('is nothing of a place nobody has said yes to', async () => {
    const voyage = await house.voyage({ at: '2027-04-10T08:30' });
    const who = await house.somebody('1970-02-01', '测试五');
    const { applyNo } = await phones(who, { died: '逝者五' });
    const farewell = await house.server.app.get(Farewells, { strict: false }).findByNumber(applyNo);
    const wish = {
      service: 'sea-scattering',
      kind: 'voyage',
      windowId: voyage.id,
      details: { farewell: farewell?.id },
    };
    const held = await who.call('POST', '/bookings', wish);
    expect(held.status).toBe(201);
    expect((await who.call('DELETE', `/bookings/${held.body.id}`)).status).toBe(200);
    await phones(await house.somebody('1970-02-02', '测试六'), { died: '逝者六' });
    expect(house.heard().filter(([, body]) => body.orderNo === held.body.id)).toEqual([]);
  });
});

describe('the morning of sailing', () => {
  it('with the bureau down: passes work, who boarded is taken hours later with their own time, the newest list is said', async () => {
    const voyage = await house.voyage({ at: '2027-04-17T08:30' });
    const family = await placed('测试祖母', voyage);
    await until(() => expect(family.told()).toHaveLength(1));
    house.bureau.behave(reset);
    for (const name of ['测试甲', '测试乙', '测试丙'])
      await family.edit({ company: { aboard: 2, ashore: 0, named: [relative('r1', name)] } });
    const passes = (await family.who.call('GET', `/farewells/${family.id}/passes`)).body;
    expect(passes.passes).toHaveLength(2);
    house.at(Date.parse('2027-04-17T05:00:00Z'));
    const boarded = {
      showNo: family.number,
      passNo: `${family.number}-1`,
      occurredAt: bureauTime('2027-04-17', '07:52:10'),
    };
    expect(await house.tells('BOARDED', boarded)).toBe(200);
    expect(await house.tells('BOARDED', boarded)).toBe(200);
    const after = (await family.who.call('GET', `/farewells/${family.id}/passes`)).body;
    expect(after.passes).toContainEqual(expect.objectContaining({ id: '1', boardedAt: '2027-04-16T23:52:10.000Z' }));
    house.bureau.behave(obliging(house.bureau));
    await until(() => expect(family.told()).toHaveLength(2));
    expect(family.told()[1]?.[1]).toMatchObject({ persons: [{ name: '测试丙' }, {}] });
  });

  it('left without a family keeps their sign-up and frees them to choose again; left with them tells where it was', async () => {
    house.at(MARCH_1);
    const voyage = await house.voyage({ at: '2027-04-24T08:30' });
    const [came, absent] = [await placed('测试祖父', voyage), await placed('测试外婆', voyage)];
    house.at(Date.parse('2027-04-24T04:00:00Z'));
    const at = (time: string) => ({ occurredAt: bureauTime('2027-04-24', time) });
    await house.tells('BOARDED', { showNo: came.number, ...at('07:50:00') });
    expect(await house.tells('VOYAGE_SAILED', { voyageNo: voyage.id, ...at('08:31:00') })).toBe(200);
    expect(await house.tells('ABSENT', { showNo: absent.number, ...at('08:31:00') })).toBe(200);
    expect(await house.tells('ABSENT', { showNo: came.number, ...at('08:31:00') })).toBe(200);
    const where = { lat: '38.86542', lon: '117.93210', shipName: '示例客船' };
    expect(await house.tells('SCATTERED', { showNo: came.number, ...at('09:41:05'), ...where })).toBe(200);
    expect((await came.seen()).state).toBe('scattered');
    const waiting = await absent.seen();
    expect([waiting.state, waiting.place]).toEqual(['signed-up', undefined]);
    await until(() => expect(absent.told().at(-1)?.[0]).toBe('orders/cancel'));
    house.at(MARCH_1);
  });

  it('tells of another day: nothing is done of it, the desk hears so, and it stands with the family for a person to ask', async () => {
    house.at(MARCH_1);
    const voyage = await house.voyage({ at: '2027-04-25T08:30' });
    const { number, seen, who, id } = await placed('测试叔父', voyage);
    house.at(Date.parse('2027-04-25T04:00:00Z'));
    const boards = (n: number, day: CivilDate) => ({
      showNo: number,
      passNo: `${number}-${n}`,
      occurredAt: bureauTime(day, '07:50:00'),
    });
    expect(await house.tells('BOARDED', boards(1, '2027-04-25'))).toBe(200);
    // one of them is there: the clock of the desk is wrong for the other
    const [wrong, event] = [boards(2, '2027-04-24'), randomUUID()];
    expect([await house.tells('BOARDED', wrong, event), await house.tells('BOARDED', wrong, event)]).toEqual([
      422, 422,
    ]);
    const where = { lat: '38.86542', lon: '117.93210', shipName: '示例客船' };
    const early = { showNo: number, occurredAt: bureauTime('2027-04-24', '09:41:05'), ...where };
    expect(await house.tells('SCATTERED', early)).toBe(422);
    expect((await seen()).state).toBe('signed-up');
    const { passes } = answered<BoardingPassesView>(await who.call('GET', `/farewells/${id}/passes`));
    expect(passes.map(({ boardedAt }) => boardedAt !== undefined)).toEqual([true, false]);
    const { families } = await house.server.app.get(VesselDesk, { strict: false }).manifest('J1001', voyage.id);
    expect(families[0]?.asides).toEqual([
      { kind: 'boarded', at: '2027-04-23T23:50:00.000Z', pass: `${number}-2` },
      { kind: 'scattered', at: '2027-04-24T01:41:05.000Z' },
    ]);
    expect(await house.tells('BOARDED', boards(2, '2027-04-25'))).toBe(200);
    house.at(MARCH_1);
  });

  it('tells of what has not come yet, or of another service’s booking: nothing is done of it', async () => {
    house.at(MARCH_1);
    const voyage = await house.voyage({ at: '2027-04-26T08:30' });
    const { booking, number, seen } = await placed('测试姑父', voyage);
    const kept = async () => (await seen()).place?.state;
    const said = (type: string) =>
      house.tells(type, { showNo: number, occurredAt: bureauTime('2027-04-26', '08:40:00') });
    const sailed = (day: CivilDate) =>
      house.tells('VOYAGE_SAILED', { voyageNo: voyage.id, occurredAt: bureauTime(day, '08:31:00') });
    expect([await said('ABSENT'), await said('BOARDED'), await sailed('2027-04-26')]).toEqual([422, 422, 422]);
    house.at(Date.parse('2027-04-25T04:00:00Z'));
    // one sign of the number wrong: the ship that left is another
    expect(await sailed('2027-04-25')).toBe(422);
    expect(await kept()).toBe('confirmed');
    const serviceIs = (service: string) =>
      house.server.app
        .get(Transactions)
        .manager.query('UPDATE booking SET service = ? WHERE id = ?', [service, booking]);
    await serviceIs('marriage-registration');
    house.at(Date.parse('2027-04-26T04:00:00Z'));
    expect([await said('ABSENT'), await said('BOARDED')]).toEqual([200, 200]);
    await serviceIs('sea-scattering');
    expect(await kept()).toBe('confirmed');
    expect(await sailed('2027-04-26')).toBe(200);
    house.at(MARCH_1);
  });

  it('on which it cannot sail suspends every family’s place at the bureau and cancels none', async () => {
    const voyage = await house.voyage({ at: '2027-05-01T08:30' });
    const families = [await placed('测试伯父', voyage), await placed('测试伯母', voyage, { mode: 'DS', aboard: 0 })];
    expect(await house.tells('VOYAGE_OFF', { voyageNo: voyage.id, reason: '海上风大，船不能开' })).toBe(200);
    for (const { seen, told } of families) {
      expect((await seen()).place?.state).toBe('displaced');
      await until(() => expect(told().map(([path]) => path)).toEqual(['orders', 'orders/suspend']));
    }
  });
});

it('papers seen at a funeral home are seen here and at the vessel, and of a number nobody has not applied', async () => {
  const { seen, applyNo, told } = await placed('测试姑母', await house.voyage({ at: '2027-05-08T08:30' }));
  expect(await house.tells('PAPERS_SEEN', { applyNo, papers: [{ paper: 'SW' }] })).toBe(200);
  expect((await seen()).papers).toContainEqual({ paper: 'death-certificate', how: 'seen' });
  await until(() => expect(told().at(-1)?.[1].papers).toContainEqual({ paper: 'SW', state: 'YY' }));
  expect(await house.tells('PAPERS_SEEN', { applyNo: 'HM-ZZZZZ9', papers: [{ paper: 'SW' }] })).toBe(200);
  expect(house.server.logs()).toContain('callback not-applicable');
});
