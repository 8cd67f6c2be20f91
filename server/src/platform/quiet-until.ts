import { instantOf } from './clock';
import type { QuietHours } from './config/quiet-hours';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** China keeps one offset all year. */
const SHANGHAI_OFFSET_MINUTES = 8 * 60;

/**
 * The end of the quiet it is in Tianjin at `now`; undefined while messages may go out. The first minute of the quiet is
 * quiet, the first minute after it is not.
 */
export function quietUntil(hours: QuietHours, now: Date): Date | undefined {
  const minuteNow = Math.floor(now.getTime() / MINUTE_MS) + SHANGHAI_OFFSET_MINUTES;
  const ofDay = minuteNow % DAY_MINUTES;
  const sinceBegin = (ofDay - hours.fromMinute + DAY_MINUTES) % DAY_MINUTES;
  const length = (hours.toMinute - hours.fromMinute + DAY_MINUTES) % DAY_MINUTES;
  if (sinceBegin >= length) return undefined;
  return instantOf((minuteNow - SHANGHAI_OFFSET_MINUTES - sinceBegin + length) * MINUTE_MS);
}
