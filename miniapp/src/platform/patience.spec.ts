import fc from 'fast-check';
import { isBusy, nextTryMs, Patience, type Told } from './patience';

const busy = (retryAfterS?: number): Told => ({ why: 'busy', retryAfterS, ahead: undefined });
const dice = fc.double({ min: 0, max: 0.999_999, noNaN: true });

describe('the moment of the next try', () => {
  it('is never before the one the server named, and never more than ten seconds after it', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: -5, max: 3_600 }), dice, (tries, retryAfterS, drawn) => {
        const waitMs = nextTryMs(tries, retryAfterS, drawn);
        expect(waitMs).toBeGreaterThanOrEqual(Math.max(500, retryAfterS * 1000));
        expect(waitMs).toBeLessThan(Math.max(500, retryAfterS * 1000) + 10_000);
      }),
    );
  });

  it('spreads those sent away together evenly: of ten thousand no tenth of a second gets a tenth', () => {
    for (const [tries, spreadMs] of [
      [0, 2_000],
      [9, 10_000],
    ] as const) {
      const came = new Map<number, number>();
      for (let phone = 0; phone < 10_000; phone += 1) {
        const tenth = Math.floor(nextTryMs(tries, 1) / 100);
        came.set(tenth, (came.get(tenth) ?? 0) + 1);
      }
      expect(came.size).toBeGreaterThanOrEqual(spreadMs / 100);
      expect(Math.max(...came.values())).toBeLessThan(1_000);
    }
  });
});

describe('patience', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** Tries until there is no next one, as a phone does that is always sent away. */
  async function triesOf(patience: Patience, retryAfterS?: number): Promise<readonly number[]> {
    const moments: number[] = [];
    const trying = (async () => {
      while (await patience.next(busy(retryAfterS))) moments.push(Date.now());
    })();
    await jest.advanceTimersByTimeAsync(4_000_000);
    await trying;
    return moments;
  }

  it.each([undefined, 0, 1, 2, 7, 30, 600])('ends by itself, sent away for %s s each time', async (retryAfterS) => {
    const startedMs = Date.now();
    const moments = await triesOf(new Patience({ tries: 30, forMs: 180_000 }), retryAfterS);
    expect(moments.length).toBeLessThanOrEqual(30);
    expect((moments.at(-1) ?? startedMs) - startedMs).toBeLessThanOrEqual(180_000);
    const gaps = moments.map((moment, at) => moment - (moments[at - 1] ?? startedMs));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual((retryAfterS ?? 0) * 1000);
    if (retryAfterS === 600) expect(moments).toEqual([]);
    if (retryAfterS === 2) expect(moments.length).toBeGreaterThan(10);
  });

  it('that is stopped while it waits ends at once, and stays ended', async () => {
    const told: Told[] = [];
    const patience = new Patience({ tries: 30, forMs: 180_000 }, (each) => told.push(each));
    const next = patience.next(busy(60));
    patience.stop();
    await expect(next).resolves.toBe(false);
    await expect(patience.next(busy())).resolves.toBe(false);
    expect(told).toHaveLength(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});

it('only the two answers that say nothing was done are busy ones', () => {
  expect(['booking.busy', 'server.busy'].every((code) => isBusy({ code }))).toBe(true);
  for (const code of ['http.503', 'http.429', 'server.fault', 'idempotency.in-flight']) {
    expect(isBusy({ code })).toBe(false);
  }
});
