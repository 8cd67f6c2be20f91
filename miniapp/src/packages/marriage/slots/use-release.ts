import type { WindowView } from '@jinmen/shared/bookings/views';
import { useEffect } from 'react';
import { serverNowMs } from '../../../platform/server-clock';
import type { Look } from '../../../state/public-looks';

/** Everybody waits for the same second: each looks within three of it, so that they do not all knock at once. */
const SPREAD_MS = 3_000;
/** Who opened the page the evening before looks again when they come back to it. */
const LONGEST_WAIT_MS = 3_600_000;

/** Looks again by itself at the moment of release, by the server's clock. */
export function useRelease({ data, again }: Look<readonly WindowView[]>): void {
  const opens = (data ?? []).filter(({ state }) => state === 'not-yet-open').map(({ opensAt }) => opensAt);
  const next = [...opens].sort()[0];
  useEffect(() => {
    if (next === undefined) return;
    const waitMs = Math.max(0, Date.parse(next) - serverNowMs());
    if (waitMs > LONGEST_WAIT_MS) return;
    const waiting = setTimeout(() => void again(), waitMs + Math.random() * SPREAD_MS);
    return () => clearTimeout(waiting);
  }, [next]);
}
