/** Machines that are looked after agree much better; less is left as it is, so that time does not jump for nothing. */
const AGREE_WITHIN_MS = 1000;
/** One that was wrong is right again only when it agrees well: around one limit time would jump to and fro. */
const RIGHT_AGAIN_WITHIN_MS = 500;
/** An answer that took longer tells nothing of a second; of ten minutes it tells enough. */
const PRECISE_WITHIN_MS = 500;

/** How far this machine seemed to be ahead of the database, and how long the answer took: it is right by half of that. */
export interface ClockLook {
  readonly aheadMs: number;
  readonly tookMs: number;
}

/** What is to be taken off this machine's time from now on, 0 for nothing. @param nowMs what is taken off by now */
export function correctionMs(nowMs: number, { aheadMs, tookMs }: ClockLook): number {
  const certainlyOffMs = Math.abs(aheadMs - nowMs) - tookMs / 2;
  if (tookMs > PRECISE_WITHIN_MS && certainlyOffMs <= AGREE_WITHIN_MS) return nowMs;
  if (nowMs === 0) return certainlyOffMs > AGREE_WITHIN_MS ? aheadMs : 0;
  return Math.abs(aheadMs) + tookMs / 2 <= RIGHT_AGAIN_WITHIN_MS ? 0 : aheadMs;
}
