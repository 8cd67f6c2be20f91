import { instantOf } from '../../platform/clock';
import type { QuietHours } from '../../platform/config/quiet-hours';
import { quietUntil } from '../../platform/quiet-until';

const MINUTE_MS = 60_000;
/** Less is no offer: who is told cannot even open the page. */
const LEAST_MINUTES = 10;

/**
 * Until when a time is kept for the one whose turn it is: so many minutes, counted from the morning when it comes free
 * at night, and never past the cut-off. `undefined` when what is left is too short to be told about.
 */
export function offerUntil(now: Date, minutes: number, closesAt: Date, quiet: QuietHours): Date | undefined {
  const from = quietUntil(quiet, now) ?? now;
  const until = Math.min(from.getTime() + minutes * MINUTE_MS, closesAt.getTime());
  return until - from.getTime() < LEAST_MINUTES * MINUTE_MS ? undefined : instantOf(until);
}
