import type { WindowView } from '@jinmen/shared/bookings/views';
import { useEffect, useRef, useState } from 'react';
import { usePageShown } from '../../../platform/lifecycle';
import { nextTryMs } from '../../../platform/patience';
import { serverNowMs } from '../../../platform/server-clock';
import type { Look } from '../../../state/public-looks';

/** Everybody's phone looks again at the release by itself: each within two seconds of it. A tap waits for none of that. */
const SPREAD_MS = 2_000;
/** Who opened the page the evening before sees it as it is when they come back to it. */
const LONGEST_WAIT_MS = 3_600_000;
/** So often a phone asks by itself for what is open and was not answered so. */
const MOST_LOOKS = 6;

/**
 * The windows as they are this moment: one whose hour has come by the server's clock can be tapped at once, whatever was
 * last answered of it. How many it has is asked for a moment later, and again, less and less often, until it is said.
 */
export function useRelease({ data, fetchedAtMs, trouble, again }: Look<readonly WindowView[]>) {
  const [nowMs, setNowMs] = useState(serverNowMs);
  usePageShown(() => setNowMs(serverNowMs()));
  const soon = data?.filter(({ state }) => state === 'not-yet-open') ?? [];
  const ahead = soon.map(opensMs).filter((moment) => moment > nowMs);
  const next = ahead.length > 0 ? Math.min(...ahead) : undefined;
  useEffect(() => {
    const waitMs = (next ?? Number.POSITIVE_INFINITY) - serverNowMs();
    if (next === undefined || waitMs > LONGEST_WAIT_MS) return;
    const waiting = setTimeout(() => setNowMs(Math.max(next, serverNowMs())), Math.max(0, waitMs));
    return () => clearTimeout(waiting);
  }, [next]);
  useCountedAgain(ahead.length < soon.length, [fetchedAtMs, trouble], again);
  return data?.map((window) => (isOpenNow(window, nowMs) ? opened(window) : window));
}

function useCountedAgain(wanted: boolean, answers: readonly unknown[], again: () => Promise<void>): void {
  const looks = useRef(0);
  useEffect(() => {
    if (!wanted) looks.current = 0;
    if (!wanted || looks.current >= MOST_LOOKS) return;
    const waitMs = looks.current === 0 ? Math.random() * SPREAD_MS : nextTryMs(looks.current);
    looks.current += 1;
    const waiting = setTimeout(() => void again(), waitMs);
    return () => clearTimeout(waiting);
  }, [wanted, ...answers]);
}

function opensMs({ opensAt }: WindowView): number {
  return Date.parse(opensAt);
}

function isOpenNow(window: WindowView, nowMs: number): boolean {
  return window.state === 'not-yet-open' && opensMs(window) <= nowMs;
}

/** How many it has nobody said yet. */
function opened({ left: _left, ...window }: WindowView): WindowView {
  return { ...window, state: 'open' };
}
