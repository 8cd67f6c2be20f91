import { dayNumber } from '@jinmen/shared/kernel/civil-date';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/**
 * Other times for whoever lost theirs or came too late for one, the best first: by turns the next time at the same place and the nearest time on
 * the same day elsewhere, because nobody but they knows whether the day or the place matters more to them.
 */
export function bestOthers(lost: SlotWindow, candidates: readonly SlotWindow[]): readonly SlotWindow[] {
  const others = candidates.filter(({ id }) => id !== lost.id);
  const near = (one: SlotWindow, other: SlotWindow) => farness(lost, one) - farness(lost, other) || byId(one, other);
  const samePlace = others.filter(({ pool }) => pool.site === lost.pool.site).toSorted(near);
  const sameDay = others.filter(({ pool, day }) => pool.site !== lost.pool.site && day === lost.day).toSorted(near);
  const rest = others.filter(({ pool, day }) => pool.site !== lost.pool.site && day !== lost.day).toSorted(near);
  return [...byTurns(samePlace, sameDay), ...rest];
}

/** In hours: whole days apart, and how far the time of day is from the one they had chosen. */
function farness(lost: SlotWindow, other: SlotWindow): number {
  const days = Math.abs(dayNumber(other.day) - dayNumber(lost.day));
  const apart = Math.abs(other.startsAt.getTime() - lost.startsAt.getTime()) / HOUR_MS;
  const ofDay = Math.min(apart % DAY_HOURS, DAY_HOURS - (apart % DAY_HOURS));
  return days * DAY_HOURS + ofDay;
}

function byTurns<Item>(one: readonly Item[], other: readonly Item[]): Item[] {
  const longest = Math.max(one.length, other.length);
  return Array.from({ length: longest }, (_each, at) => [...one.slice(at, at + 1), ...other.slice(at, at + 1)]).flat();
}

function byId(one: SlotWindow, other: SlotWindow): number {
  return one.id < other.id ? -1 : 1;
}
