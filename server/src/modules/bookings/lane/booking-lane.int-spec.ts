import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { BookingView } from '@jinmen/shared/bookings/views';
import fc from 'fast-check';
import { brokenRules } from '../../../../test/booking-invariants';
import { withhold } from '../../../../test/confirmed';
import { READING_ROOM } from '../../../../test/fakes/reading-room';
import { type Reader, type ReadingHouse, startReadingHouse } from '../../../../test/reading-house';
import { heardStatements } from '../../../../test/statements';
import { Problem } from '../../../platform/http/problem';
import { type IdempotencyScope, IdempotencyStore, KeyHeld } from '../../../platform/idempotency/idempotency-store';
import type { HoldWish } from '../bookable-service.port';
import { BookingQuotas } from '../booking-quotas.service';
import { BookingTimes } from '../booking-times.job';
import { NearWindows } from '../near-windows.service';
import { BookingLane } from './booking-lane.service';

const MOST = 40;
let house: ReadingHouse;
let lane: BookingLane;

beforeAll(async () => {
  house = await startReadingHouse({ LANE_MOST: String(MOST) });
  lane = house.server.app.get(BookingLane, { strict: false });
  const { timers } = house.room;
  // what is given back is free at once, so that a test can see it
  Object.assign(house.room, { timers: () => ({ ...timers(), restMinutes: { least: 0, most: 0 } }) });
});
afterEach(async () => {
  house.room.refused.clear();
  expect(await brokenRules(house.server)).toEqual([]);
});
afterAll(() => house.end());

interface Wish {
  readonly key?: string;
  readonly first?: true;
  /** What else was sent. */
  readonly body?: string;
}

/** Stands in line at once: those asked for in one turn of the loop are decided together, in their order. */
async function wish({ accountId }: Reader, windowId: string, { key = randomUUID(), first, body = '' }: Wish = {}) {
  const scope = { subject: `resident:${accountId}`, route: 'POST /api/v1/bookings', key, fingerprint: windowId + body };
  const call = { scope, firstAttempt: first === true };
  try {
    return await lane.hold(call, accountId, { service: READING_ROOM, kind: 'desk', windowId, details: {} });
  } catch (error) {
    return error;
  }
}

const codeOf = (answer: unknown) =>
  answer instanceof Problem ? answer.code : ((answer as BookingView).state ?? answer);
const readers = (count: number) => Promise.all(Array.from({ length: count }, () => house.reader()));
const bookingsIn = (id: string) => house.count('SELECT COUNT(*) AS count FROM booking WHERE window_id = ?', [id]);
const FULL = 'booking.window-full';

describe('those who stand in line for one window', () => {
  it('are served in the order they came, in one transaction, as far as there is room', async () => {
    const [people, windowId] = [await readers(7), await house.open({ capacity: 4 })];
    const heard = heardStatements(house.server);
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    expect(answers.map(codeOf)).toEqual(['held', 'held', 'held', 'held', FULL, FULL, FULL]);
    expect(heard.matching(/INSERT INTO .booking. ?\(/)).toHaveLength(1);
    heard.stop();
  });

  it('give their turn to the next when they have no name, are not admitted, or have something already', async () => {
    const [windowId, other] = [await house.open({ capacity: 3 }), await house.open({ capacity: 1 })];
    const [anna, berta, cora, dora, elsa] = (await readers(5)) as [Reader, Reader, Reader, Reader, Reader];
    house.room.refused.set(berta.personId, { code: 'reading-room.no-card', words: '还没有读者证。' });
    await cora.held(other);
    const nobody = Object.assign(Object.create(anna) as Reader, { accountId: randomUUID() });
    const asked = [nobody, anna, berta, cora, anna, dora, elsa, anna];
    const heard = heardStatements(house.server);
    const answers = await Promise.all(asked.map((one) => wish(one, windowId)));
    // nobody's booking is written and then undone because of somebody else's
    expect(heard.matching(/INSERT INTO .booking. ?\(/)).toHaveLength(1);
    heard.stop();
    expect(answers.map(codeOf)).toEqual([
      'identity.required',
      'held',
      'reading-room.no-card',
      'booking.already-yours',
      'booking.already-yours',
      'held',
      'held',
      FULL,
    ]);
    expect((answers[4] as Problem).body('').booking).toBe((answers[1] as BookingView).id);
  });

  it('are told each of their own booking where several have something already', async () => {
    const [people, windowId] = [(await readers(3)) as [Reader, Reader, Reader], await house.open({ capacity: 3 })];
    const cards = jest.spyOn(house.room, 'quotaKeys').mockImplementation((_kind, { personId }) => [
      { scope: READING_ROOM, key: personId },
      { scope: 'library-card', key: personId },
    ]);
    const own = [await people[0].held(await house.open()), await people[2].held(await house.open())];
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    cards.mockRestore();
    expect(answers.map(codeOf)).toEqual(['booking.already-yours', 'held', 'booking.already-yours']);
    // cast: they were refused, as was just seen
    expect([answers[0], answers[2]].map((each) => (each as Problem).body('').booking)).toEqual(own.map(({ id }) => id));
  });

  it('give their turn to the next where they took back the yes to the use of their name, which costs one read of all', async () => {
    const [people, windowId] = [await readers(6), await house.open({ capacity: 4 })];
    const [anna, , cora] = people;
    for (const one of [anna, cora]) if (one) await withhold(house.server, one.accountId);
    const heard = heardStatements(house.server);
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    const reads = heard.matching(/FROM .consent. /).length;
    heard.stop();
    const [consent, held] = ['consent.required', 'held'];
    expect(answers.map(codeOf)).toEqual([consent, held, consent, held, held, held]);
    expect((answers[0] as Problem).body('').purpose).toBe('real-name-verification');
    // who makes room for the next is found out in one look, and the next in another
    expect(reads).toBe(2);
  });

  it('leave nothing of one whose service stumbles over it, and the others have theirs', async () => {
    const [people, windowId] = [await readers(5), await house.open({ capacity: 5 })];
    const admit = jest.spyOn(house.room, 'admit').mockImplementation(async ({ holder }: HoldWish) => {
      if (holder.personId === people[2]?.personId) throw new Error('stumbled');
      return undefined;
    });
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    admit.mockRestore();
    expect(answers.map((answer) => (answer instanceof Error ? answer.message : codeOf(answer)))).toEqual([
      ...['held', 'held', 'stumbled', 'held', 'held'],
    ]);
    expect(await bookingsIn(windowId)).toBe(4);
  });

  it('have their bookings once when a deadlock made the whole batch start again', async () => {
    const [people, windowId] = [await readers(6), await house.open({ capacity: 6 })];
    let told = 0;
    const turned = jest.spyOn(house.room, 'turned').mockImplementation(async () => {
      told += 1;
      if (told === 4) throw Object.assign(new Error('deadlock'), { errno: 1213 });
    });
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    turned.mockRestore();
    expect(told).toBe(4 + 6);
    expect(answers.map(codeOf)).toEqual(Array(6).fill('held'));
    expect(await bookingsIn(windowId)).toBe(6);
  });

  it('hear nothing of the one who came first: not their context, not their transaction', async () => {
    const [[anna, berta], windowId] = [await readers(2), await house.open({ capacity: 2 })];
    const context = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const admit = jest.spyOn(house.room, 'admit').mockImplementation(async () => {
      seen.push(context.getStore());
      return undefined;
    });
    const heard = async (one: Reader | undefined, name: string) =>
      context.run(name, async () => [one && codeOf(await wish(one, windowId)), context.getStore()]);
    const answers = await Promise.all([heard(anna, 'anna'), heard(berta, 'berta')]);
    admit.mockRestore();
    expect(seen).toEqual([undefined, undefined]);
    expect(answers).toEqual([
      ['held', 'anna'],
      ['held', 'berta'],
    ]);
    const inside = house.transactions.run(() => wish(anna as Reader, windowId));
    expect(await inside).toMatchObject({ message: expect.stringContaining('cannot join') });
  });

  it('are asked to come back in a moment when too many stand there, told how many, and nothing is kept of them', async () => {
    const [people, windowId] = [await readers(MOST + 2), await house.open({ capacity: MOST })];
    const key = randomUUID();
    const [last, ...others] = people.reverse() as [Reader, ...Reader[]];
    const line = others.map((one) => wish(one, windowId));
    const late = (await wish(last, windowId, { key })) as Problem;
    expect([late.status, late.code, late.body('').ahead]).toEqual([429, 'booking.busy', MOST]);
    expect(Number(late.headers['retry-after'])).toBeGreaterThanOrEqual(1);
    expect((await Promise.all(line)).map(codeOf).filter((code) => code === 'held')).toHaveLength(MOST);
    expect(codeOf(await wish(last, windowId, { key }))).toBe(FULL);
  });
});

describe('one key', () => {
  it('sent a hundred times at once among others is one booking and one answer, also afterwards', async () => {
    const [[anna, ...others], windowId] = [await readers(6), await house.open({ capacity: 6 })];
    const key = randomUUID();
    const same = Array.from({ length: 100 }, () => wish(anna as Reader, windowId, { key }));
    const [answers, between] = await Promise.all([
      Promise.all(same),
      Promise.all(others.map((one) => wish(one, windowId))),
    ]);
    expect(between.map(codeOf)).toEqual(Array(5).fill('held'));
    const toldAgain = () =>
      house.count('SELECT replays AS count FROM idempotency_key WHERE request_key = ? AND answer IS NOT NULL', [key]);
    const before = await toldAgain();
    const again = await wish(anna as Reader, windowId, { key });
    for (const answer of [...answers, again]) expect(answer).toEqual(answers[0]);
    // telling it again is written: its commit waits for the one that is told
    expect(await toldAgain()).toBe(before + 1);
    expect(await bookingsIn(windowId)).toBe(6);
  });

  it('with something else asked under it is refused while the first is decided and afterwards, unless that had no effect', async () => {
    const [[anna, berta], windowId] = [await readers(2), await house.open({ capacity: 1 })];
    const key = randomUUID();
    const twice = [wish(anna as Reader, windowId, { key }), wish(anna as Reader, windowId, { key, body: 'other' })];
    expect((await Promise.all(twice)).map(codeOf)).toEqual(['held', 'idempotency.other-body']);
    expect(codeOf(await wish(anna as Reader, windowId, { key, body: 'other' }))).toBe('idempotency.other-body');
    const lost = [wish(berta as Reader, windowId, { key }), wish(berta as Reader, windowId, { key, body: 'other' })];
    expect((await Promise.all(lost)).map(codeOf)).toEqual([FULL, FULL]);
  });

  it('that came to nothing may become a yes', async () => {
    const [[anna, berta], windowId] = [await readers(2), await house.open({ capacity: 1 })];
    const key = randomUUID();
    const { id } = (await wish(anna as Reader, windowId)) as BookingView;
    expect(codeOf(await wish(berta as Reader, windowId, { key }))).toBe(FULL);
    await anna?.call('DELETE', `/${id}`);
    expect(codeOf(await wish(berta as Reader, windowId, { key }))).toBe('held');
  });

  it('is looked at before the body, as is an attempt that is not the first', async () => {
    const [anna] = (await readers(1)) as [Reader];
    const said = async (headers: object) => {
      const all = { authorization: `Bearer ${anna.accountId}`, 'content-type': 'application/json', ...headers };
      const reply = await house.server.post('/api/v1/bookings', '{}', all);
      return [reply.status, ((await reply.json()) as { code: string }).code];
    };
    expect(await said({})).toEqual([400, 'idempotency.key-required']);
    const key = { 'idempotency-key': randomUUID() };
    expect(await said({ ...key, attempt: '2' })).toEqual([400, 'idempotency.attempt-invalid']);
    expect(await said({ ...key, attempt: '1' })).toEqual([400, 'request.invalid']);
  });
});

describe('what is remembered of a full window', () => {
  const OURS = /slot_|booking|idempotency_key|account_person/;
  /** It stands still: a busy machine takes longer over one wish than a full window is remembered. */
  let clock: jest.SpyInstance<number, []>;

  beforeEach(() => {
    clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  });
  afterEach(() => clock.mockRestore());

  async function full(): Promise<{ windowId: string; first: BookingView; anna: Reader; berta: Reader }> {
    const [[anna, berta], windowId] = [(await readers(2)) as [Reader, Reader], await house.open({ capacity: 1 })];
    const [first] = await Promise.all([wish(anna, windowId), wish(berta, windowId)]);
    return { windowId, first: first as BookingView, anna, berta };
  }

  it('answers a first attempt in the same words without a statement, and never one that came before', async () => {
    const { windowId, first, berta } = await full();
    const looked = (await wish(berta, windowId)) as Problem;
    const heard = heardStatements(house.server);
    const known = (await wish(berta, windowId, { first: true })) as Problem;
    expect(heard.matching(OURS)).toEqual([]);
    expect(known.body('')).toEqual(looked.body(''));
    expect(codeOf(await wish(berta, windowId))).toBe(FULL);
    expect(heard.matching(/idempotency_key/).length).toBeGreaterThan(0);
    heard.stop();
    expect(first.state).toBe('held');
  });

  it('is not asked for a key that stands in line', async () => {
    const { windowId, berta } = await full();
    const key = randomUUID();
    const heard = heardStatements(house.server);
    const answers = await Promise.all([wish(berta, windowId, { key }), wish(berta, windowId, { key, first: true })]);
    expect(answers[0]).toBe(answers[1]);
    expect(heard.matching(/idempotency_key/).length).toBeGreaterThan(0);
    heard.stop();
  });

  it('is over at the moment somebody’s cancellation here has been committed', async () => {
    const { windowId, first, anna, berta } = await full();
    expect(codeOf(await wish(berta, windowId, { first: true }))).toBe(FULL);
    expect((await anna.call('DELETE', `/${first.id}`)).status).toBe(200);
    expect(codeOf(await wish(berta, windowId, { first: true }))).toBe('held');
  });

  it('outlives what another process changed by 300 ms at most', async () => {
    const stopped = performance.now();
    const { windowId, berta } = await full();
    // as another process would: nobody here hears of it
    await house.transactions.manager.query('UPDATE slot_window SET capacity = 2 WHERE id = ?', [windowId]);
    clock.mockReturnValue(stopped + 300);
    expect(codeOf(await wish(berta, windowId, { first: true }))).toBe(FULL);
    clock.mockReturnValue(stopped + 301);
    expect(codeOf(await wish(berta, windowId, { first: true }))).toBe('held');
  });

  it('does not outlive the moment a window opens', async () => {
    const [[anna], now] = [(await readers(1)) as [Reader], house.now()];
    const windowId = await house.open({ opensAt: now + 1000 });
    const others = jest.spyOn(house.server.app.get(NearWindows, { strict: false }), 'near');
    expect(codeOf(await wish(anna, windowId))).toBe('booking.not-open-yet');
    // nobody who is early is sent elsewhere, so nothing is looked up for them
    expect(others).not.toHaveBeenCalled();
    others.mockRestore();
    expect(codeOf(await wish(anna, windowId, { first: true }))).toBe('booking.not-open-yet');
    house.at(now + 1000);
    expect(codeOf(await wish(anna, windowId, { first: true }))).toBe('held');
    house.at(now);
  });
});

describe('when somebody elsewhere is faster', () => {
  const quotas = () => house.server.app.get(BookingQuotas, { strict: false });
  const keys = () => house.server.app.get(IdempotencyStore, { strict: false });
  /** What another process commits between our look and our write was not there to be seen. */
  const unseen = () => jest.spyOn(quotas(), 'standing').mockImplementation(async () => new Map());
  const unseenKeys = () => jest.spyOn(keys(), 'findAll').mockImplementation(async (all) => all.map(() => undefined));
  afterEach(() => jest.restoreAllMocks());

  async function three() {
    const [windowId, other] = [await house.open({ capacity: 3 }), await house.open()];
    const people = (await readers(3)) as [Reader, Reader, Reader];
    const booked = await people[1].held(other);
    return { windowId, people, booked };
  }

  it('all are decided anew, and whoever has something by now is told what', async () => {
    const { windowId, people, booked } = await three();
    const looks = jest.spyOn(quotas(), 'standing').mockResolvedValueOnce(new Map());
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    expect(answers.map(codeOf)).toEqual(['held', 'booking.already-yours', 'held']);
    expect((answers[1] as Problem).body('').booking).toBe(booked.id); // cast: it is a refusal
    expect(looks).toHaveBeenCalledTimes(2);
  });

  it('every time, they are decided one by one after the third, with the same answers', async () => {
    const { windowId, people, booked } = await three();
    const looks = unseen();
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    expect(answers.map(codeOf)).toEqual(['held', 'booking.already-yours', 'held']);
    expect((answers[1] as Problem).body('').booking).toBe(booked.id); // cast: it is a refusal
    expect(looks).toHaveBeenCalledTimes(3 + 3);
    expect(await bookingsIn(windowId)).toBe(2);
  });

  it('with one’s key, its answer is told again, and another wish under it is refused', async () => {
    const [[anna, berta], windowId] = [(await readers(2)) as [Reader, Reader], await house.open({ capacity: 3 })];
    const key = randomUUID();
    const first = await wish(anna, windowId, { key });
    unseen();
    unseenKeys();
    expect(await wish(anna, windowId, { key })).toEqual(first);
    expect(codeOf(await wish(anna, windowId, { key, body: 'other' }))).toBe('idempotency.other-body');
    const [again, beside] = await Promise.all([wish(anna, windowId, { key }), wish(berta, windowId)]);
    expect(again).toEqual(first);
    expect(codeOf(beside)).toBe('held');
    expect(await bookingsIn(windowId)).toBe(2);
  });

  it('and still at one’s key, they are asked to wait, and the others have theirs', async () => {
    const [people, windowId] = [(await readers(3)) as [Reader, Reader, Reader], await house.open({ capacity: 3 })];
    const claimAll = keys().claimAll.bind(keys());
    jest.spyOn(keys(), 'claimAll').mockImplementation(async (all: readonly IdempotencyScope[], waitMs) => {
      if (all.some(({ subject }) => subject.endsWith(people[1].accountId))) throw new KeyHeld();
      return claimAll(all, waitMs);
    });
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    expect(answers.map(codeOf)).toEqual(['held', 'idempotency.in-flight', 'held']);
  });
});

describe('when the database is out of reach', () => {
  const gone = Object.assign(new Error('gone'), { code: 'ECONNREFUSED' });
  const locked = Object.assign(new Error('locked'), { errno: 1205 });
  /** What `admit` stumbles over, in the order it is asked; nothing after that. */
  const stumbling = (...over: readonly (Error | undefined)[]) => {
    const left = [...over];
    return jest.spyOn(house.room, 'admit').mockImplementation(async () => {
      const error = left.shift();
      if (error) throw error;
      return undefined;
    });
  };
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['nobody answers it', gone, 1],
    // Transactions tries six times
    ['its locks are, after many tries', locked, 6],
  ])('all are told so when %s, and nobody that there is no room', async (_what, error, times) => {
    const [people, windowId] = [await readers(3), await house.open()];
    const asked = stumbling(...Array(times).fill(error));
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    expect(answers).toEqual([error, error, error]);
    expect(asked).toHaveBeenCalledTimes(times);
    expect(await bookingsIn(windowId)).toBe(0);
  });

  it('while they are decided one by one, nobody behind is looked at any more, and who was before keeps theirs', async () => {
    const [people, windowId] = [await readers(4), await house.open({ capacity: 4 })];
    const asked = stumbling(new Error('stumbled'), undefined, gone);
    const answers = await Promise.all(people.map((one) => wish(one, windowId)));
    expect(codeOf(answers[0])).toBe('held');
    expect(answers.slice(1)).toEqual([gone, gone, gone]);
    expect(asked).toHaveBeenCalledTimes(3);
    expect(await bookingsIn(windowId)).toBe(1);
  });
});

it('a service that forgets what somebody may have once gives nobody anything', async () => {
  const [people, windowId] = [(await readers(2)) as [Reader, Reader], await house.open({ capacity: 2 })];
  const forgets = jest.spyOn(house.room, 'quotaKeys').mockReturnValue([]);
  const answers = await Promise.all(people.map((one) => wish(one, windowId)));
  forgets.mockRestore();
  // cast: whatever else it were has no such message
  for (const answer of answers) expect((answer as Error).message).toContain('quota key');
  expect(await bookingsIn(windowId)).toBe(0);
});

describe('bursts of wishes', () => {
  /** Short in the suite; ask for more with LANE_RUNS. */
  const RUNS = Number(process.env.LANE_RUNS ?? 4);
  const SEED = Number(process.env.LANE_SEED ?? 20261126);
  const [READERS, WINDOWS, CAPACITY] = [5, 2, 2];
  const MINUTE = 60_000;
  const one = fc.record({ who: fc.nat({ max: READERS - 1 }), key: fc.nat({ max: 1 }) });
  const window = fc.nat({ max: WINDOWS - 1 });
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ burst: fc.array(one, { minLength: 1, maxLength: 9 }), window }) },
    { weight: 3, arbitrary: fc.record({ cancel: fc.nat({ max: READERS - 1 }) }) },
    { weight: 1, arbitrary: fc.record({ lapse: fc.constant(true) }) },
  );
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

  /** One after the other, in the simplest way there is. */
  class Model {
    readonly has = new Map<number, { readonly window: number; readonly id: string }>();
    readonly told = new Map<string, { readonly window: number; readonly view: BookingView }>();
    readonly run = randomUUID();

    constructor(
      private readonly people: readonly Reader[],
      private readonly windows: readonly string[],
    ) {}

    async take(next: Step): Promise<void> {
      if ('burst' in next) return this.burst(next.burst, next.window);
      if ('cancel' in next) return this.cancel(next.cancel);
      house.at(house.now() + 11 * MINUTE);
      await house.server.app.get(BookingTimes, { strict: false }).look();
      this.has.clear();
    }

    private async burst(wishes: readonly { who: number; key: number }[], window: number): Promise<void> {
      const named = wishes.map(({ who, key }) => ({ who, name: `${this.run}-${who}-${key}` }));
      const answers = await Promise.all(
        named.map(({ who, name }) => wish(this.people[who] as Reader, this.windows[window] as string, { key: name })),
      );
      const first = new Map<string, unknown>();
      for (const [at, { who, name }] of named.entries()) {
        const [answer, twin, before] = [answers[at], first.get(name), this.told.get(name)];
        first.set(name, twin ?? answer);
        if (twin !== undefined) expect(answer).toEqual(twin);
        else if (before?.window === window) expect(answer).toEqual(before.view);
        else if (before) expect(codeOf(answer)).toBe('idempotency.other-body');
        else this.decide(who, name, window, answer);
      }
    }

    private decide(who: number, name: string, window: number, answer: unknown): void {
      const taken = [...this.has.values()].filter((each) => each.window === window).length;
      const refusal = taken >= CAPACITY ? FULL : this.has.has(who) && 'booking.already-yours';
      expect(codeOf(answer)).toBe(refusal || 'held');
      if (refusal) return;
      const view = answer as BookingView;
      this.has.set(who, { window, id: view.id });
      this.told.set(name, { window, view });
    }

    private async cancel(who: number): Promise<void> {
      const booking = this.has.get(who);
      if (!booking) return;
      expect((await this.people[who]?.call('DELETE', `/${booking.id}`))?.status).toBe(200);
      this.has.delete(who);
    }
  }

  it('are answered as if everybody had come alone, one after the other', async () => {
    const before = house.now();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 20, size: 'max' }), async (steps) => {
        const windows: string[] = [];
        for (let at = 0; at < WINDOWS; at += 1) {
          windows.push(await house.open({ startsIn: 24 * 300 + Math.random() * 9000, capacity: CAPACITY }));
        }
        const model = new Model(await readers(READERS), windows);
        for (const next of steps) await model.take(next);
        expect(await brokenRules(house.server)).toEqual([]);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: !process.env.LANE_RUNS },
    );
    house.at(before);
  });
});
