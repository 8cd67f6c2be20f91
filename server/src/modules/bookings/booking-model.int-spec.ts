import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { brokenRules } from '../../../test/booking-invariants';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { READING_ROOM } from '../../../test/fakes/reading-room';
import { Reader, type ReadingHouse, startReadingHouse } from '../../../test/reading-house';
import type { Reply } from '../../../test/resident';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';
import { BookingTimes } from './booking-times.job';

/** Short in the suite; ask for more with BOOKING_RUNS, and for one again with BOOKING_SEED. */
const RUNS = Number(process.env.BOOKING_RUNS ?? 4);
const SEED = Number(process.env.BOOKING_SEED ?? 20261126);
const READERS = 4;
const WINDOWS = 3;
const CAPACITY = 2;
const MINUTE = 60_000;
/** Freed units rest between these; in between nobody knows. */
const REST = { least: 5 * MINUTE, most: 30 * MINUTE };

const reader = fc.nat({ max: READERS - 1 });
const window = fc.nat({ max: WINDOWS - 1 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('hold' as const), reader, window }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('confirm' as const), reader }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('renew' as const), reader }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), reader }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), reader, window }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 4, 11, 31) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface Expected {
  id: string;
  state: 'held' | 'confirmed';
  window: number;
  until: number;
  renewals: number;
}

/** What succeeded at least once; a run in which nobody moves says nothing about moving. */
const done = new Set<string>();

let database: TestDatabase;
let house: ReadingHouse;

beforeAll(async () => {
  database = await emptyDatabase();
  house = await startReadingHouse({}, database);
});
afterAll(() => house.end());

/** What the house should say, kept beside it in the simplest way there is. */
class Model {
  readonly bookings = new Map<number, Expected>();
  readonly freed: { readonly window: number; readonly at: number }[] = [];
  last: { readonly send: () => Promise<Reply>; readonly reply: Reply } | undefined;

  constructor(
    private readonly readers: readonly Reader[],
    private readonly windows: readonly string[],
  ) {}

  async take(next: Step): Promise<void> {
    if (next.do === 'wait') return this.wait(next.minutes);
    if (next.do === 'restart') return this.restart();
    if (next.do === 'again') return this.again();
    if (next.do === 'hold') return this.hold(next.reader, next.window);
    // one of those who have a booking: whoever has none has nothing to do with it
    const [who, booking] = [...this.bookings][next.reader % Math.max(1, this.bookings.size)] ?? [];
    if (who === undefined || !booking) return;
    if (next.do === 'confirm') return this.confirm(who, booking);
    if (next.do === 'renew') return this.renew(who, booking);
    if (next.do === 'cancel') return this.cancel(who, booking);
    return this.move(who, booking, next.window);
  }

  private async hold(who: number, window: number): Promise<void> {
    const reply = await this.send(who, 'POST', '', { service: READING_ROOM, kind: 'desk', windowId: this.id(window) });
    const room = this.room(window);
    if (this.bookings.has(who)) {
      // both may be true at once, and the window is looked at first
      return expect(['booking.already-yours', ...(room.sure ? [] : ['booking.window-full'])]).toContain(
        reply.body.code,
      );
    }
    this.expectRoom(reply, 201, room);
    if (reply.status !== 201) return;
    const until = house.now() + 10 * MINUTE;
    this.bookings.set(who, { id: String(reply.body.id), state: 'held', window, until, renewals: 0 });
  }

  private async confirm(who: number, booking: Expected): Promise<void> {
    const reply = await this.send(who, 'POST', `/${booking.id}/confirmation`, {});
    expect(reply.body.code ?? reply.body.state).toBe(booking.state === 'held' ? 'confirmed' : 'booking.not-now');
    booking.state = 'confirmed';
  }

  private async renew(who: number, booking: Expected): Promise<void> {
    const reply = await this.send(who, 'POST', `/${booking.id}/renewal`);
    if (booking.state !== 'held') return expect(reply.body.code).toBe('booking.not-now');
    if (booking.renewals > 0) return expect(reply.body.code).toBe('booking.renewed-enough');
    expect(reply.status).toBe(200);
    booking.renewals += 1;
    booking.until = house.now() + 10 * MINUTE;
  }

  private async cancel(who: number, booking: Expected): Promise<void> {
    const reply = await this.send(who, 'DELETE', `/${booking.id}`);
    expect(reply.body.state).toBe('cancelled');
    this.end(who, booking);
  }

  private async move(who: number, booking: Expected, window: number): Promise<void> {
    const room = this.room(window);
    const reply = await this.send(who, 'POST', `/${booking.id}/reschedule`, { windowId: this.id(window) });
    if (window === booking.window) return expect(reply.body.code).toBe('booking.same-window');
    this.expectRoom(reply, 200, room);
    if (reply.status !== 200) return;
    this.freed.push({ window: booking.window, at: house.now() });
    booking.window = window;
  }

  /** The same key and wish: the answer it had, if it had an effect. */
  private async again(): Promise<void> {
    if (!this.last || this.last.reply.status >= 400) return;
    expect((await this.last.send()).body).toEqual(this.last.reply.body);
  }

  private async wait(minutes: number): Promise<void> {
    house.at(house.now() + minutes * MINUTE);
    await house.server.app.get(BookingTimes, { strict: false }).look();
    await house.transactions.run(() => house.server.app.get(SlotInventory, { strict: false }).wakeRested());
    for (const [who, booking] of this.bookings) {
      if (booking.state === 'held' && booking.until <= house.now()) this.end(who, booking);
    }
  }

  private async restart(): Promise<void> {
    const now = house.now();
    await house.server.stop();
    house = await startReadingHouse({}, database);
    house.at(now);
  }

  private end(who: number, { window }: Expected): void {
    this.freed.push({ window, at: house.now() });
    this.bookings.delete(who);
  }

  private room(window: number): { readonly sure: boolean; readonly never: boolean } {
    const held = [...this.bookings.values()].filter((each) => each.window === window).length;
    const ages = this.freed.filter((each) => each.window === window).map(({ at }) => house.now() - at);
    const resting = ages.filter((age) => age < REST.least).length;
    const mayRest = ages.filter((age) => age < REST.most).length;
    return { sure: held + mayRest < CAPACITY, never: held + resting >= CAPACITY };
  }

  private expectRoom(reply: Reply, yes: number, { sure, never }: { sure: boolean; never: boolean }): void {
    if (sure) expect(reply.status).toBe(yes);
    if (never || reply.status !== yes) expect(reply.body.code).toBe('booking.window-full');
  }

  private async send(who: number, method: string, path: string, body?: object): Promise<Reply> {
    const { accountId, personId } = this.readers[who] as Reader;
    const key = randomUUID();
    const send = () => new Reader(house.server, accountId, personId).call(method, path, body, key);
    const reply = await send();
    this.last = { send, reply };
    if (reply.status < 300) done.add(`${method} ${path.replace(/[0-9a-f-]{36}/, ':id')}`);
    return reply;
  }

  private id(window: number): string {
    return this.windows[window] as string;
  }

  /** What each of them reads now. */
  async agrees(): Promise<void> {
    expect(await brokenRules(house.server)).toEqual([]);
    for (const [who, { id, state, window }] of this.bookings) {
      const { body } = await this.send(who, 'GET', `/${id}`);
      expect(body).toMatchObject({ state, window: { id: this.id(window) } });
    }
  }
}

it('whatever people do, wait for or repeat, and whenever the server starts again, it says what the simplest model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 45, size: 'max' }), async (steps) => {
      const readers = await Promise.all(Array.from({ length: READERS }, () => house.reader()));
      const windows: string[] = [];
      // years ahead of whatever the clock says after many runs
      for (let at = 0; at < WINDOWS; at += 1)
        windows.push(await house.open({ startsIn: 24 * 400 + Math.random() * 9000, capacity: CAPACITY }));
      const model = new Model(readers, windows);
      for (const next of steps) await model.take(next);
      await model.agrees();
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: !process.env.BOOKING_RUNS },
  );
  const acts = ['POST /:id/confirmation', 'POST /:id/renewal', 'POST /:id/reschedule', 'DELETE /:id', 'POST '];
  expect([...done]).toEqual(expect.arrayContaining(acts));
}, 3_600_000);
