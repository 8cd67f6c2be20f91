import type { WindowState, WindowView } from '@jinmen/shared/bookings/views';
import { type SlotWindow, unitsLeft } from '../slot-inventory/slot-inventory.port';
import { tellsNumbers } from './grief';

/** A window of the service as anybody sees it at this moment; in bereavement without a number. */
export function windowView(policy: Parameters<typeof tellsNumbers>[0], window: SlotWindow, now: Date): WindowView {
  const state = windowState(window, now);
  const { id, pool, day, startsAt, endsAt, opensAt, closesAt, why, marks } = window;
  return {
    id,
    site: pool.site,
    day,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    state,
    ...(tellsNumbers(policy, pool) && { left: state === 'open' ? unitsLeft(window) : 0 }),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...(state === 'closed' && why !== undefined && { why }),
    ...(marks.expected && { expected: true }),
    ...(marks.sample && { sample: true }),
  };
}

export function windowState(window: SlotWindow, now: Date): WindowState {
  if (now >= window.closesAt || now >= window.startsAt) return 'over';
  if (window.closed) return 'closed';
  if (now < window.opensAt) return 'not-yet-open';
  return unitsLeft(window) > 0 ? 'open' : 'sold-out';
}
