import { instantOf } from '../../platform/clock';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService, BookingTimers } from './bookable-service.port';
import { isInGrief } from './grief';

const MINUTE_MS = 60_000;
/** Whoever does not come in bereavement is no no-show: their booking stands until somebody says what came of it. */
const NEVER = instantOf(Date.UTC(9999, 0, 1));

/** Never past the cut-off: a yes said after it would ask a second person, or a desk, for what is over. */
export function holdEnds(now: Date, { holdMinutes }: BookingTimers, { closesAt }: SlotWindow): Date {
  return instantOf(Math.min(now.getTime() + holdMinutes * MINUTE_MS, closesAt.getTime()));
}

/** What a booking keeps of its window, to be found by time without asking the inventory. */
export function placeIn(window: SlotWindow, policy: BookableService, kind: string) {
  const { noShowMinutes } = policy.timers(window);
  const noShowAt = instantOf(window.endsAt.getTime() + noShowMinutes * MINUTE_MS);
  return {
    site: window.pool.site,
    windowId: window.id,
    startsAt: window.startsAt,
    noShowAt: isInGrief(policy, kind) ? NEVER : noShowAt,
  };
}
