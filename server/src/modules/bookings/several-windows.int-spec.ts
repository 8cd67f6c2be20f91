import { FERRY, Ferry } from '../../../test/fakes/ferry';
import { MONDAY, type Reader, type ReadingHouse, startReadingHouse, viewOf } from '../../../test/reading-house';
import { send } from '../../../test/resident';
import { instantOf } from '../../platform/clock';
import { Jobs } from '../../platform/jobs/jobs';
import { SlotDesk } from '../slot-inventory/slot-inventory.port';
import type { BookableService } from './bookable-service.port';
import { BOOKING_TIMES_JOB } from './booking-times.job';
import { Bookings } from './bookings.port';
import { DISPLACED_JOB } from './displaced/displaced-watch';
import { NearWindows } from './near-windows.service';
import { PolicyRegistry } from './policy-registry';

const HOUR_MS = 3_600_000;
let house: ReadingHouse;
let ferry: Ferry;
let hours = 200;

beforeAll(async () => {
  house = await startReadingHouse();
  ferry = new Ferry();
  (house.server.app.get(PolicyRegistry, { strict: false }).all as Map<string, BookableService>).set(FERRY, ferry);
});
afterAll(() => house.end());

const port = <T>(act: (bookings: Bookings) => Promise<T>) =>
  house.transactions.run(() => act(house.server.app.get(Bookings, { strict: false })));
const wake = (job: string) => house.server.app.get(Jobs).wake(job);
const taken = (id: string) => house.count('SELECT taken AS count FROM slot_window WHERE id = ?', [id]);

/** A crossing with so many places for families and chairs for their people. */
async function crossing(places: number, chairs: number, opensAt?: number) {
  hours += 24;
  const when = { service: FERRY, startsIn: hours, ...(opensAt !== undefined && { opensAt }) };
  const id = await house.open({ ...when, kind: 'places', capacity: places });
  const beside = await house.open({ ...when, kind: 'chairs', capacity: chairs });
  ferry.chairs.set(id, beside);
  return { id, chairs: beside, taken: async () => [await taken(id), await taken(beside)] };
}

/** A reader with a family of so many. */
async function family(people: number) {
  const reader = await house.reader();
  const name = reader.personId;
  ferry.people.set(name, people);
  return { reader, name, details: { family: name } };
}
type Family = Awaited<ReturnType<typeof family>>;

const wish = ({ reader, details }: Family, windowId: string) =>
  reader.call('POST', '', { service: FERRY, kind: FERRY, windowId, details });
const hold = async (one: Family, windowId: string) => viewOf(await wish(one, windowId)).id;
const confirm = (reader: Reader, id: string) => reader.call('POST', `/${id}/confirmation`, {});

async function confirmed(one: Family, windowId: string): Promise<string> {
  const id = await hold(one, windowId);
  viewOf(await confirm(one.reader, id));
  return id;
}

/** As somebody calls a crossing off. */
function callOff({ id, chairs }: { readonly id: string; readonly chairs: string }): Promise<number> {
  return house.transactions.run(async () => {
    const closes = [id, chairs].map((windowId) => ({ act: 'close' as const, windowId, why: '风大' }));
    await house.server.app.get(SlotDesk, { strict: false }).apply(closes);
    return house.server.app.get(Bookings, { strict: false }).displace([id, chairs], '风大');
  });
}

describe('a booking of several windows', () => {
  it('takes all it needs or nothing, and says so without a word of having been beaten to it', async () => {
    const one = await crossing(3, 4);
    await hold(await family(3), one.id);
    const refused = await wish(await family(2), one.id);
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      409,
      'booking.window-full',
      '这一次已经满了，您看看别的日子。',
    ]);
    expect(await one.taken()).toEqual([1, 3]);
    await hold(await family(0), one.id);
    expect(await one.taken()).toEqual([2, 3]);
  });

  it('tells whoever comes too early nothing of other times', async () => {
    const early = await crossing(3, 4, MONDAY + 100 * HOUR_MS);
    const others = jest.spyOn(house.server.app.get(NearWindows, { strict: false }), 'near');
    const { status, body } = await wish(await family(1), early.id);
    expect([status, body.code, body.near]).toEqual([409, 'booking.not-open-yet', undefined]);
    expect(others).not.toHaveBeenCalled();
    others.mockRestore();
  });

  it('is told beside which other one the family has already', async () => {
    const [one, two] = [await crossing(3, 4), await crossing(3, 4)];
    const twice = await family(1);
    const id = await hold(twice, one.id);
    const { status, body } = await wish(twice, two.id);
    expect([status, body.code, body.booking]).toEqual([409, 'booking.already-yours', id]);
    expect(await two.taken()).toEqual([0, 0]);
  });

  it('moves with all of it, and what it leaves rests whole', async () => {
    const [from, to] = [await crossing(1, 5), await crossing(1, 2)];
    const one = await family(2);
    const id = await confirmed(one, from.id);
    viewOf(await one.reader.call('POST', `/${id}/reschedule`, { windowId: to.id }));
    expect([await from.taken(), await to.taken()]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    const rests = 'SELECT COUNT(*) AS count FROM slot_hold h JOIN slot_hold_line l ON l.hold_id = h.id';
    expect(await house.count(`${rests} WHERE l.window_id IN (?, ?) AND h.holder IS NULL`, [from.id, from.chairs])).toBe(
      2,
    );
  });

  it('grows and shrinks with its family, or stays as it was', async () => {
    const one = await crossing(2, 5);
    const [small, other] = [await family(2), await family(1)];
    const id = await confirmed(small, one.id);
    await hold(other, one.id);
    const resize = (people: number) => {
      ferry.people.set(small.name, people);
      return port((bookings) => bookings.resize(id));
    };
    expect([await resize(4), await one.taken()]).toEqual(['done', [2, 5]]);
    expect([await resize(5), await one.taken()]).toEqual(['full', [2, 5]]);
    expect([await resize(0), await one.taken()]).toEqual(['done', [2, 1]]);
    expect([await resize(3), await one.taken()]).toEqual(['done', [2, 4]]);
    const { state, steps } = await small.reader.view(id);
    expect([state, steps.filter(({ words }) => words === '要的位置改好了').length]).toEqual(['confirmed', 3]);
    expect(await port((bookings) => bookings.resize('nobody'))).toBe('unknown');
  });
});

describe('a crossing that is called off', () => {
  it('leaves nobody behind, whoever confirms, books or moves there at that moment', async () => {
    const [off, calm] = [await crossing(30, 60), await crossing(30, 60)];
    const families = await Promise.all(Array.from({ length: 8 }, () => family(2)));
    const held: string[] = [];
    for (const one of families.slice(0, 6)) held.push(await hold(one, off.id));
    const moving = families[6] as Family;
    const elsewhere = await confirmed(moving, calm.id);
    await Promise.all([
      ...families.slice(0, 6).map(({ reader }, at) => confirm(reader, held[at] ?? '')),
      wish(families[7] as Family, off.id),
      moving.reader.call('POST', `/${elsewhere}/reschedule`, { windowId: off.id }),
      callOff(off),
    ]);
    const there = "SELECT COUNT(*) AS count FROM booking WHERE window_id = ? AND state IN ('held', 'confirmed')";
    expect(await house.count(there, [off.id])).toBe(0);
    const holders = 'SELECT COUNT(*) AS count FROM slot_hold h JOIN slot_hold_line l ON l.hold_id = h.id';
    expect(
      await house.count(`${holders} WHERE l.window_id IN (?, ?) AND h.holder IS NOT NULL`, [off.id, off.chairs]),
    ).toBe(0);
    for (const [at, { reader }] of families.slice(0, 6).entries()) {
      expect((await reader.view(held[at] ?? '')).state).toBe('displaced');
    }
    expect(await callOff(off)).toBe(0);
  });

  it('tells nobody one by one: a plan keeps one time with all of it, offers others, and is taken in a tap', async () => {
    const [off, kept, other] = [await crossing(2, 4), await crossing(1, 2), await crossing(1, 2)];
    const one = await family(2);
    const id = await confirmed(one, off.id);
    await callOff(off);
    await wake(DISPLACED_JOB);
    const waiting = async () => (await port((bookings) => bookings.displacedOf(FERRY))).map((each) => each.id);
    expect(await waiting()).toContain(id);
    const plain = await one.reader.view(id);
    expect([plain.state, plain.offers]).toEqual(['displaced', undefined]);
    const titles = await titlesOf(one.reader);
    expect(titles).toEqual(['时间给您约好了']);
    const until = instantOf(house.now() + 72 * HOUR_MS);
    const keep = (windowId: string, others: readonly string[]) =>
      port((bookings) => bookings.keepFor(id, { windowId, until }, others));
    expect(await keep(other.id, [kept.id])).toBe('kept');
    // a better plan: nothing of the first one stays
    expect(await keep(kept.id, [other.id])).toBe('kept');
    expect([await kept.taken(), await other.taken(), await waiting()]).toEqual([
      [1, 2],
      [0, 0],
      expect.not.arrayContaining([id]),
    ]);
    const { offers } = await one.reader.view(id);
    expect(offers).toMatchObject({
      windows: [{ id: kept.id, kept: true }, { id: other.id }],
      until: until.toISOString(),
    });
    expect(offers?.windows[1]).not.toHaveProperty('kept');
    expect((await wish(await family(1), kept.id)).status).toBe(409);
    const moved = viewOf(await one.reader.call('POST', `/${id}/reschedule`, { windowId: kept.id }));
    expect([moved.state, moved.window.id, await kept.taken()]).toEqual(['confirmed', kept.id, [1, 2]]);
    await wake(DISPLACED_JOB);
    expect(await house.count('SELECT COUNT(*) AS count FROM kept_time WHERE booking_id = ?', [id])).toBe(0);
  });

  it('keeps what fits or changes nothing, fits it to the family, and comes back to the plan when it is over or called off too', async () => {
    const [off, kept] = [await crossing(1, 4), await crossing(2, 3)];
    const one = await family(2);
    const id = await confirmed(one, off.id);
    await callOff(off);
    const keep = (windowId: string, until = instantOf(house.now() + HOUR_MS)) =>
      port((bookings) => bookings.keepFor(id, { windowId, until }, []));
    const isWaiting = async () =>
      (await port((bookings) => bookings.displacedOf(FERRY))).some((each) => each.id === id);
    expect(await keep(kept.id)).toBe('kept');
    ferry.people.set(one.name, 3);
    expect([await port((bookings) => bookings.resize(id)), await kept.taken()]).toEqual(['done', [1, 3]]);
    ferry.people.set(one.name, 4);
    expect([await port((bookings) => bookings.resize(id)), await kept.taken()]).toEqual(['full', [1, 3]]);
    const tight = await crossing(1, 1);
    expect([await keep(tight.id), await kept.taken(), await isWaiting()]).toEqual(['full', [1, 3], false]);
    house.at(house.now() + 2 * HOUR_MS);
    await wake(DISPLACED_JOB);
    expect([await isWaiting(), (await one.reader.view(id)).state]).toEqual([true, 'displaced']);
    const next = await crossing(1, 4);
    expect(await keep(next.id)).toBe('kept');
    await callOff(next);
    expect([await isWaiting(), (await one.reader.view(id)).offers]).toEqual([true, undefined]);
    expect((await one.reader.call('DELETE', `/${id}`)).status).toBe(200);
    expect(await keep(kept.id)).toBe('not-possible');
  });
});

describe('a place by somebody else', () => {
  it('is theirs at once without a phone, also before it opens to everybody, and once only', async () => {
    const early = await crossing(2, 4, MONDAY + 100 * HOUR_MS);
    const { reader, details } = await family(1);
    const person = await reader.person();
    const given = { service: FERRY, kind: FERRY, windowId: early.id, person, phone: '13812345678', details };
    const place = (more: object = {}) =>
      port((bookings) => bookings.placeFor({ ...given, until: 'confirmed', ...more }));
    expect(await place()).toEqual({ kind: 'no-place' });
    const placed = await place({ byStaff: true });
    expect(placed).toMatchObject({ kind: 'confirmed', booking: { state: 'confirmed', details } });
    expect(await place({ byStaff: true })).toEqual({ kind: 'not-them', code: 'booking.already-yours' });
    expect(await early.taken()).toEqual([1, 1]);
    const active = await port((bookings) => bookings.activeOf(reader.personId));
    expect(active.map(({ parties }) => parties[0]?.phone)).toEqual(['13812345678']);
  });
});

describe('in bereavement', () => {
  it('says no number, lets nobody stand in a line, and counts nobody who did not come', async () => {
    const one = await crossing(5, 9);
    const { reader, ...rest } = await family(2);
    const id = await confirmed({ reader, ...rest }, one.id);
    const { window } = await reader.view(id);
    expect(window).toMatchObject({ state: 'open' });
    const days = `from=${window.day}&to=${window.day}`;
    for (const path of ['windows', 'days']) {
      const { body } = await send(house.server, 'GET', `/api/v1/services/${FERRY}/${path}?${days}&site=north`);
      expect([path, JSON.stringify(body).match(/"left"|"capacity"/)]).toEqual([path, null]);
    }
    const line = { service: FERRY, kind: FERRY, sites: ['north'], days: [window.day], details: rest.details };
    const headers = { authorization: `Bearer ${reader.accountId}`, 'idempotency-key': id };
    const refused = await send(house.server, 'POST', '/api/v1/waitlist', line, headers);
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining('waiting.no-line')]);
    house.at(Date.parse(window.endsAt) + 48 * HOUR_MS);
    await wake(BOOKING_TIMES_JOB);
    expect((await reader.view(id)).state).toBe('confirmed');
    expect((await reader.call('GET', '/no-shows')).body.items).toEqual([]);
  });
});

async function titlesOf({ accountId }: Reader): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${accountId}` };
  const { body } = await send(house.server, 'GET', '/api/v1/notices?limit=50', undefined, headers);
  return (body.items as { title: string }[]).map(({ title }) => title);
}
