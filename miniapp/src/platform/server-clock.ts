import { nowMs } from './clock';

const SECOND_MS = 1_000;

/** How far the server is ahead of this phone, as far as its answers told. */
interface Ahead {
  readonly leastMs: number;
  readonly mostMs: number;
}

let known: Ahead | undefined;

/**
 * What an answer's `Date` said: the whole second in which it was written, some time after it was asked for and before
 * it came. Each answer narrows what is known, to less than the second one alone can say; one that does not fit tells of
 * a clock that was set. A phone ten minutes slow must not show ten minutes more than there are.
 */
export function learnServerTime(date: string | undefined, askedAtMs = nowMs()): void {
  const saidMs = Date.parse(date ?? '');
  if (Number.isNaN(saidMs)) return;
  const told = { leastMs: saidMs - nowMs(), mostMs: saidMs + SECOND_MS - askedAtMs };
  const both = known && {
    leastMs: Math.max(known.leastMs, told.leastMs),
    mostMs: Math.min(known.mostMs, told.mostMs),
  };
  known = both && both.leastMs <= both.mostMs ? both : told;
}

/** Milliseconds since 1970 by the server's clock, as far as its answers told; before the first of them by this phone's. */
export function serverNowMs(): number {
  return nowMs() + serverAheadMs();
}

export function serverAheadMs(): number {
  return known === undefined ? 0 : (known.leastMs + known.mostMs) / 2;
}
