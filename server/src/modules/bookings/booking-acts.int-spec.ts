import { randomUUID } from 'node:crypto';
import { BOOKING_STATES, type BookingState, type BookingView } from '@jinmen/shared/bookings/views';
import { allowAgain, withhold } from '../../../test/confirmed';
import { READING_ROOM } from '../../../test/fakes/reading-room';
import { type Reader, type ReadingHouse, startReadingHouse, viewOf } from '../../../test/reading-house';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';
import { BookingRow } from './booking.entity';
import { BookingTimes } from './booking-times.job';
import { Bookings } from './bookings.port';

const MINUTE = 60_000;
let house: ReadingHouse;
let reader: Reader;

beforeAll(async () => {
  house = await startReadingHouse();
});
afterAll(() => house.end());
beforeEach(async () => {
  reader = await house.reader();
  house.room.turns.length = 0;
});

const get = <Part>(part: abstract new (...args: never[]) => Part) =>
  house.server.app.get<Part>(part, { strict: false });
const port = <Result>(act: (bookings: Bookings) => Promise<Result>) => house.transactions.run(() => act(get(Bookings)));
const post = (id: string, act: string, body: object = {}) => reader.call('POST', `/${id}/${act}`, body);
const acts = () => house.room.turns.map(({ act }) => act);
const taken = (windowId: string) => house.count('SELECT taken AS count FROM slot_window WHERE id = ?', [windowId]);
const keys = (id: string) => house.count('SELECT COUNT(*) AS count FROM booking_quota WHERE booking_id = ?', [id]);
const later = async <Result>(ms: number, act: () => Promise<Result>): Promise<Result> => {
  const before = house.now();
  house.at(before + ms);
  try {
    return await act();
  } finally {
    house.at(before);
  }
};
const look = () => get(BookingTimes).look();
const startOf = ({ window }: BookingView) => Date.parse(window.startsAt);

describe('a held time', () => {
  it('is confirmed with a number to call, and then has a pass', async () => {
    const { id, number } = await reader.held(await house.open());
    expect((await reader.call('GET', `/${id}/pass`)).body.code).toBe('booking.no-pass');
    expect((await post(id, 'confirmation', { phone: '12' })).body.errors).toMatchObject([{ field: 'phone' }]);
    const lamp = await post(id, 'confirmation', { details: { lamp: 'yes' } });
    expect(lamp.body.errors).toMatchObject([{ field: 'details.lamp' }]);
    const done = viewOf(await post(id, 'confirmation', { phone: '138 0000 0000', details: { lamp: true } }));
    expect(done).toMatchObject({ state: 'confirmed', details: { lamp: true }, parties: [{ confirmed: true }] });
    expect(done.acts).toEqual(['reschedule', 'cancel', 'pass']);
    expect(done.holdUntil).toBeUndefined();
    const pass = await reader.call('GET', `/${id}/pass`);
    expect(pass.body).toMatchObject({ booking: id, number, state: 'confirmed', bring: ['读者证'] });
    expect(acts()).toEqual(['held', 'confirmed']);
    const [active] = await port((bookings) => bookings.activeOf(reader.personId));
    expect(active?.parties).toMatchObject([{ phone: '13800000000' }]);
    expect(house.server.logs()).not.toContain('13800000000');
  });

  it('is kept longer once; after that it ends by itself, its place rests, and its person may book again', async () => {
    const windowId = await house.open();
    const { id } = await reader.held(windowId);
    const renewed = viewOf(await later(9 * MINUTE, () => post(id, 'renewal')));
    expect(renewed.holdUntil).toBe(new Date(house.now() + 19 * MINUTE).toISOString());
    expect((await post(id, 'renewal')).body.code).toBe('booking.renewed-enough');
    await later(19 * MINUTE, async () => {
      expect((await post(id, 'confirmation')).body.code).toBe('booking.hold-lapsed');
      await Promise.all([look(), look()]);
      expect(await reader.view(id)).toMatchObject({ state: 'expired', acts: [] });
      expect([await taken(windowId), await keys(id)]).toEqual([1, 0]);
      expect((await reader.wish(windowId)).body.code).toBe('booking.window-full');
      expect((await reader.wish(await house.open())).status).toBe(201);
    });
    await later(50 * MINUTE, () => house.transactions.run(() => get(SlotInventory).wakeRested()));
    expect(await taken(windowId)).toBe(0);
    expect(acts()).toEqual(['held', 'expired', 'held']);
  });
});

describe('a held time that has run out', () => {
  it('is not kept longer any more, and neither confirmed', async () => {
    const { id } = await reader.held(await house.open());
    await later(10 * MINUTE, async () => {
      expect((await post(id, 'renewal')).body.code).toBe('booking.hold-lapsed');
      expect((await post(id, 'confirmation')).body.code).toBe('booking.hold-lapsed');
    });
  });
});

describe('a table for two', () => {
  it('is not one person’s alone: the other is asked the way they choose, and has a day for it', async () => {
    const { id } = await reader.held(await house.open({ kind: 'table', startsIn: 400 }), 'table');
    expect((await post(id, 'confirmation')).body.errors).toMatchObject([{ field: 'partnerWay' }]);
    const late = await later(10 * MINUTE, () => post(id, 'confirmation', { partnerWay: 'own-phone' }));
    expect(late.body.code).toBe('booking.hold-lapsed');
    expect(await reader.view(id)).toMatchObject({ state: 'held', parties: [{ confirmed: false }] });
    const asked = viewOf(await post(id, 'confirmation', { partnerWay: 'own-phone' }));
    expect(asked).toMatchObject({ state: 'pending-partner', parties: [{ confirmed: true }] });
    expect(asked.asked?.until).toBe(new Date(house.now() + 24 * 60 * MINUTE).toISOString());
    expect(acts()).toEqual(['held', 'asked']);
    // the place waits as long as the other does
    await later(23 * 60 * MINUTE, async () => {
      await look();
      expect((await reader.view(id)).state).toBe('pending-partner');
    });
    await later(24 * 60 * MINUTE, async () => {
      await look();
      expect((await reader.view(id)).state).toBe('expired');
    });
  });
});

describe('what is said beside a yes', () => {
  it('does not make it a booking that would be counted for somebody or something else', async () => {
    const lamps = jest
      .spyOn(house.room, 'quotaKeys')
      .mockImplementation((_kind, { personId }, _window, { lamp }) => [
        { scope: 'reading-room', key: lamp === true ? 'the one with the lamp' : personId },
      ]);
    const { id } = await reader.held(await house.open());
    expect((await post(id, 'confirmation', { details: { lamp: true } })).body.code).toBe('booking.not-now');
    expect(await reader.view(id)).toMatchObject({ state: 'held', parties: [{ confirmed: false }] });
    expect(viewOf(await post(id, 'confirmation', { details: { lamp: false } })).state).toBe('confirmed');
    lamps.mockRestore();
  });
});

describe('another time', () => {
  it('is held before the old one is given back, and a full one changes nothing', async () => {
    const [first, second, full] = [await house.open(), await house.open(), await house.open()];
    await (await house.reader()).confirmed(full);
    const { id, number } = await reader.confirmed(first);
    expect((await post(id, 'reschedule', { windowId: full })).body.code).toBe('booking.window-full');
    expect((await post(id, 'reschedule', { windowId: first })).body.code).toBe('booking.same-window');
    expect(await reader.view(id)).toMatchObject({ state: 'confirmed', window: { id: first } });
    const key = randomUUID();
    const move = () => reader.call('POST', `/${id}/reschedule`, { windowId: second }, key);
    const [one, other] = await Promise.all([move(), move()]);
    expect(other.body).toEqual(one.body);
    expect(viewOf(one)).toMatchObject({ number, state: 'confirmed', window: { id: second } });
    expect([await taken(first), await taken(second), await keys(id)]).toEqual([1, 1, 1]);
    expect(house.room.turns.at(-1)).toMatchObject({
      act: 'moved',
      before: { id: first },
      booking: { window: { id: second } },
    });
  });

  it('needs the yes a first one needs; without it they keep the one they have, and may give it back', async () => {
    const [first, second] = [await house.open(), await house.open()];
    const { id } = await reader.confirmed(first);
    await withhold(house.server, reader.accountId);
    const refused = await post(id, 'reschedule', { windowId: second });
    expect([refused.status, refused.body.code, refused.body.purpose]).toEqual([
      403,
      'consent.required',
      'real-name-verification',
    ]);
    expect(await reader.view(id)).toMatchObject({ state: 'confirmed', window: { id: first } });
    expect([await taken(first), await taken(second)]).toEqual([1, 0]);
    await allowAgain(house.server, reader.accountId);
    expect(viewOf(await post(id, 'reschedule', { windowId: second }))).toMatchObject({ window: { id: second } });
    await withhold(house.server, reader.accountId);
    expect(viewOf(await reader.call('DELETE', `/${id}`)).state).toBe('cancelled');
  });

  it('changes a key that holds for a day without a moment in which there is none', async () => {
    house.room.keysByDay = true;
    const [monday, tuesday] = [
      await house.open({ site: 'south', startsIn: 3, capacity: 2 }),
      await house.open({ site: 'south', startsIn: 27, capacity: 3 }),
    ];
    const { id } = await reader.confirmed(monday);
    const tuesdays = await reader.held(tuesday);
    expect((await post(id, 'reschedule', { windowId: tuesday })).body.code).toBe('booking.not-this-time');
    await reader.call('DELETE', `/${tuesdays.id}`);
    viewOf(await post(id, 'reschedule', { windowId: tuesday }));
    expect((await reader.wish(tuesday)).body).toMatchObject({ code: 'booking.already-yours', booking: id });
    expect((await reader.wish(monday)).status).toBe(201);
    house.room.keysByDay = false;
  });

  it('swaps between two who change into each other’s windows at once, over and over, and loses no unit', async () => {
    const [one, two] = [await house.open({ capacity: 40 }), await house.open({ capacity: 40 })];
    const readers = await Promise.all(Array.from({ length: 6 }, () => house.reader()));
    const booked = await Promise.all(readers.map((each, at) => each.confirmed(at % 2 ? one : two)));
    const swap = (each: Reader, at: number, round: number) =>
      each.call('POST', `/${booked[at]?.id}/reschedule`, { windowId: (at + round) % 2 ? two : one });
    for (const round of [0, 1]) {
      const replies = await Promise.all(readers.map((each, at) => swap(each, at, round)));
      expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200));
    }
    const rests =
      'SELECT COUNT(*) AS count FROM slot_hold_line line JOIN slot_hold hold ON hold.id = line.hold_id WHERE hold.holder IS NULL AND line.window_id IN (?, ?)';
    expect((await taken(one)) + (await taken(two))).toBe(6 + (await house.count(rests, [one, two])));
  });
});

describe('the end of a booking', () => {
  it('comes when it is cancelled, once, and not after it began', async () => {
    const booked = await reader.confirmed(await house.open());
    await later(startOf(booked) - house.now(), async () => {
      expect((await reader.call('DELETE', `/${booked.id}`)).body.code).toBe('booking.too-late');
    });
    expect(viewOf(await reader.call('DELETE', `/${booked.id}`))).toMatchObject({ state: 'cancelled', acts: [] });
    expect((await reader.call('DELETE', `/${booked.id}`)).body.code).toBe('booking.not-now');
    expect((await reader.call('GET', `/${booked.id}/pass`)).body.code).toBe('booking.no-pass');
    expect(await keys(booked.id)).toBe(0);
  });

  it('is a check-in on its day, a no-show when nobody came, and a no-show can be excused or told late', async () => {
    const [came, late, missed] = [reader, await house.reader(), await house.reader()];
    const windowId = await house.open({ capacity: 3 });
    const [one, two, three] = [
      await came.confirmed(windowId),
      await late.confirmed(windowId),
      await missed.confirmed(windowId),
    ];
    const there = new Date(startOf(one));
    expect(await port((bookings) => bookings.checkIn(READING_ROOM, one.number, new Date(house.now())))).toBe(
      'not-possible',
    );
    const checkIn = () => port((bookings) => bookings.checkIn(READING_ROOM, one.number, there));
    expect([await checkIn(), await checkIn()]).toEqual(['done', 'already']);
    await later(startOf(one) + 3 * 60 * MINUTE - house.now(), look);
    const states = async () => [
      (await came.view(one.id)).state,
      (await late.view(two.id)).state,
      (await missed.view(three.id)).state,
    ];
    expect(await states()).toEqual(['checked-in', 'no-show', 'no-show']);
    expect(await port((bookings) => bookings.checkIn(READING_ROOM, two.number, there))).toBe('done');
    const excuse = () => port((bookings) => bookings.excuse(READING_ROOM, three.number, '路上出了事'));
    expect([await excuse(), await excuse()]).toEqual(['done', 'already']);
    expect(await states()).toEqual(['checked-in', 'checked-in', 'no-show']);
    expect((await missed.view(three.id)).steps.at(-1)?.words).toContain('路上出了事');
    expect(await port((bookings) => bookings.excuse(READING_ROOM, 'JM-000000', 'x'))).toBe('unknown');
  });

  it('is nobody’s at the desk of another service, whatever is said of it there', async () => {
    const { id, number, window } = await reader.confirmed(await house.open());
    const other = 'sea-scattering';
    const there = new Date(window.startsAt);
    expect(await port((bookings) => bookings.findByNumber(other, number))).toBeUndefined();
    expect(await port((bookings) => bookings.checkIn(other, number, there))).toBe('unknown');
    const person = await reader.person();
    expect(await port((bookings) => bookings.confirmAtDesk(other, number, person))).toBe('unknown');
    expect((await reader.view(id)).state).toBe('confirmed');
    await later(there.getTime() + 3 * 60 * MINUTE - house.now(), look);
    expect(await port((bookings) => bookings.excuse(other, number, '路上出了事'))).toBe('unknown');
    expect(await port((bookings) => bookings.findByNumber(READING_ROOM, number))).toMatchObject({ id });
  });
});

describe('what an office called off', () => {
  it('says why to its people, and what one of them cancelled says none', async () => {
    const theirs = await reader.confirmed(await house.open());
    expect(await port((bookings) => bookings.callOff(theirs.id, '停电了，那天不用去。'))).toBe('done');
    expect((await reader.view(theirs.id)).steps.at(-1)?.why).toBe('停电了，那天不用去。');
    const again = await reader.confirmed(await house.open());
    expect(viewOf(await reader.call('DELETE', `/${again.id}`)).steps.at(-1)).not.toHaveProperty('why');
  });
});

describe('a window closed under its bookings', () => {
  it('leaves each its key and its story, cancels none, and any other time is theirs', async () => {
    const windowId = await house.open();
    const { id } = await reader.confirmed(windowId);
    const displace = () => port((bookings) => bookings.displace([windowId], '场地停电'));
    expect([await displace(), await displace()]).toEqual([1, 0]);
    expect(await reader.view(id)).toMatchObject({ state: 'displaced', acts: ['reschedule', 'cancel'] });
    const last = (await reader.view(id)).steps.at(-1);
    expect([last?.words, last?.why]).toEqual([expect.stringContaining('场地停电'), '场地停电']);
    expect(await keys(id)).toBe(1);
    await later(48 * 60 * MINUTE, look);
    expect((await reader.view(id)).state).toBe('displaced');
    // none of those that may have been kept for it meanwhile, which rest once they are over
    const other = await house.open();
    expect(viewOf(await post(id, 'reschedule', { windowId: other }))).toMatchObject({ state: 'confirmed' });
  });
});

describe('whatever a booking’s state', () => {
  /** What may be asked for in which; each of the others must leave it as it is. */
  const POSSIBLE: Readonly<Record<string, readonly BookingState[]>> = {
    confirmation: ['held'],
    renewal: ['held'],
    reschedule: ['held', 'pending-partner', 'confirmed', 'displaced'],
    cancel: ['held', 'pending-partner', 'confirmed', 'displaced'],
    'check-in': ['confirmed', 'no-show'],
    excuse: ['no-show'],
    'call-off': ['held', 'pending-partner', 'confirmed', 'displaced'],
    displace: ['held', 'pending-partner', 'confirmed'],
    resize: ['held', 'pending-partner', 'confirmed', 'displaced'],
  };

  const ask = async (act: string, { id, number, window }: BookingView, other: string): Promise<unknown> => {
    if (act === 'reschedule') return (await post(id, act, { windowId: other })).status;
    if (act === 'cancel') return (await reader.call('DELETE', `/${id}`)).status;
    if (act === 'check-in')
      return port((bookings) => bookings.checkIn(READING_ROOM, number, new Date(window.startsAt)));
    if (act === 'excuse') return port((bookings) => bookings.excuse(READING_ROOM, number, '路上出了事'));
    if (act === 'call-off') return port((bookings) => bookings.callOff(id, '船不开了'));
    if (act === 'displace') return port((bookings) => bookings.displace([window.id], '停电'));
    if (act === 'resize') return port((bookings) => bookings.resize(id));
    return (await post(id, act)).status;
  };

  it('only what is listed for it happens: nobody skips a step, and nothing goes back', async () => {
    const windowId = await house.open({ capacity: 3 });
    const other = await house.open({ capacity: 3 });
    const booked = await reader.held(windowId);
    const [row] = await house.transactions.manager.query('SELECT hold_id FROM booking WHERE id = ?', [booked.id]);
    const plant = (state: BookingState) => {
      const waits = state === 'held' || state === 'pending-partner';
      const over = !waits && !['confirmed', 'pending-bureau', 'displaced'].includes(state);
      const holds = waits || ['confirmed', 'checked-in', 'no-show'].includes(state);
      const instant = (there: boolean) => (there ? new Date(house.now() + 5 * MINUTE) : null);
      return house.transactions.manager.update(BookingRow, booked.id, {
        state,
        expiresAt: instant(waits),
        holdId: holds ? (row as { hold_id: string }).hold_id : null,
        endedAt: instant(over),
      });
    };
    const stood = () => house.transactions.manager.findOneByOrFail(BookingRow, { id: booked.id });
    const wrong: string[] = [];
    for (const state of BOOKING_STATES)
      for (const [act, states] of Object.entries(POSSIBLE)) {
        if (states.includes(state)) continue;
        await plant(state);
        const before = await stood();
        const said = await ask(act, booked, other);
        const after = await stood();
        const refused = [409, 'not-possible', 'already', 'unknown', 0].includes(said as number);
        if (!refused || after.state !== state || after.version !== before.version)
          wrong.push(`${state} ${act}: ${said}, ${after.state}`);
      }
    expect(wrong).toEqual([]);
  });
});

describe('a place for somebody who waits', () => {
  it('comes out of what rests, and what is not for them rests again', async () => {
    const windowId = await house.open();
    await (await house.reader()).confirmed(windowId);
    const until = new Date(house.now() + 60 * MINUTE);
    const person = await reader.person();
    const who = { person, accountId: reader.accountId, fromResting: true } as const;
    const wish = { service: 'reading-room', kind: 'desk', windowId, ...who, details: {}, until };
    const give = () => port((bookings) => bookings.placeFor(wish));
    expect(await give()).toEqual({ kind: 'no-place' });
    await port((bookings) => bookings.displace([windowId], '测试'));
    // room enough beside what is kept for whoever lost their place
    const elsewhere = await reader.held(await house.open({ capacity: 5 }));
    expect(await give()).toEqual({ kind: 'not-them', code: 'booking.already-yours' });
    await reader.call('DELETE', `/${elsewhere.id}`);
    expect(await give()).toMatchObject({ kind: 'held', booking: { state: 'held', window: { id: windowId } } });
    expect(await taken(windowId)).toBe(1);
    const all = (await reader.call('GET', '')).body.items as BookingView[];
    const kept = all.find(({ state }) => state === 'held') as BookingView; // cast: it is held, as was just seen
    expect(kept.holdUntil).toBe(until.toISOString());
    // asking for a few minutes more takes nothing from the hour they have
    expect(viewOf(await post(kept.id, 'renewal')).holdUntil).toBe(until.toISOString());
  });

  it('is all theirs or not at all, where they would be counted in two ways', async () => {
    const [windowId, other] = [await house.open({ capacity: 3 }), await house.reader()];
    const twice = jest.spyOn(house.room, 'quotaKeys').mockImplementation((_kind, { personId }) => [
      { scope: 'reading-room', key: personId },
      { scope: 'the-only-lamp', key: 'lamp' },
    ]);
    const { id } = await other.held(windowId);
    const until = new Date(house.now() + 60 * MINUTE);
    const wish = { service: 'reading-room', kind: 'desk', windowId, person: await reader.person(), details: {}, until };
    const outcome = await port((bookings) => bookings.placeFor(wish));
    twice.mockRestore();
    expect(outcome).toEqual({ kind: 'not-them', code: 'booking.already-yours' });
    expect(await keys(id)).toBe(2);
    // nothing counts against them
    expect((await reader.wish(windowId)).status).toBe(201);
  });
});
