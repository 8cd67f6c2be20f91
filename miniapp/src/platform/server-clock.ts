import { nowMs } from './clock';

/** The `Date` of an answer says whole seconds, and the way here takes a moment: less than this is no difference. */
const GRAIN_MS = 1_500;
const HALF_A_SECOND_MS = 500;

let aheadMs = 0;

/** What an answer's `Date` said. A phone ten minutes slow must not show ten minutes more than there are. */
export function learnServerTime(date: string | undefined): void {
  const saidMs = Date.parse(date ?? '');
  if (Number.isNaN(saidMs)) return;
  const ahead = saidMs + HALF_A_SECOND_MS - nowMs();
  if (Math.abs(ahead - aheadMs) > GRAIN_MS) aheadMs = ahead;
}

/** Milliseconds since 1970 by the server's clock, as far as its answers told; before the first of them by this phone's. */
export function serverNowMs(): number {
  return nowMs() + aheadMs;
}
