import type { WindowState, WindowView } from '@jinmen/shared/bookings/views';
import { type SlotWindow, unitsLeft } from '../../slot-inventory/slot-inventory.port';

/** A window as residents see it at an instant. */
export function windowView(window: SlotWindow, now: Date): WindowView {
  const state = windowState(window, now);
  return {
    id: window.id,
    site: window.pool.site,
    day: window.day,
    startsAt: window.startsAt.toISOString(),
    endsAt: window.endsAt.toISOString(),
    state,
    left: state === 'open' ? unitsLeft(window) : 0,
    opensAt: window.opensAt.toISOString(),
    closesAt: window.closesAt.toISOString(),
    ...(window.why !== undefined && { why: window.why }),
    ...(window.marks.expected === true && { expected: true }),
    ...(window.marks.sample === true && { sample: true }),
  };
}

/** What is past says so before anything else; a window that opens tomorrow is not sold out today. */
export function windowState(window: SlotWindow, now: Date): WindowState {
  if (window.closesAt <= now) return 'over';
  if (window.closed) return 'closed';
  if (window.opensAt > now) return 'not-yet-open';
  return unitsLeft(window) > 0 ? 'open' : 'sold-out';
}
