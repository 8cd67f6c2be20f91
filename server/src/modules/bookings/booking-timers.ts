import { instantOf } from '../../platform/clock';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookingTimers } from './bookable-service.port';

const MINUTE_MS = 60_000;

export function holdEnds(now: Date, { holdMinutes }: BookingTimers): Date {
  return instantOf(now.getTime() + holdMinutes * MINUTE_MS);
}

/** What a booking keeps of its window, to be found by time without asking the inventory. */
export function placeIn(window: SlotWindow, { noShowMinutes }: BookingTimers) {
  return {
    site: window.pool.site,
    windowId: window.id,
    startsAt: window.startsAt,
    noShowAt: instantOf(window.endsAt.getTime() + noShowMinutes * MINUTE_MS),
  };
}
