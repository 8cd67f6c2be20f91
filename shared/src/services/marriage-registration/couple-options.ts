import type { OtherTimeWishes } from '../../bookings/other-time-wishes';
import { type CivilDate, dayNumber } from '../../kernel/civil-date';
import type { PlacingOption } from '../../replacing/placing';

/** Another place costs as much as so many days more. 示例, 待民政局核定. */
const DAYS_FOR_ANOTHER_SITE = 3;
const HOURS_OF_A_DAY = 24;
const HOUR_MS = 3_600_000;

/** A time at a registry. */
export interface RegistryTime {
  readonly slot: string;
  readonly site: string;
  readonly day: CivilDate;
  readonly startsAt: Date;
}

/**
 * The times a couple that lost theirs could have: the same place first, near days, a time of day near theirs. Nothing on
 * a day they said they cannot come on; a place they did not name counts as worse off. The cost is in hours.
 */
export function coupleOptions(
  lost: RegistryTime,
  wishes: OtherTimeWishes | undefined,
  times: readonly RegistryTime[],
): readonly PlacingOption[] {
  return times
    .filter(({ slot, day }) => slot !== lost.slot && !wishes?.impossible.includes(day))
    .map((time) => ({
      slot: time.slot,
      cost: farness(lost, time) + (time.site === lost.site ? 0 : DAYS_FOR_ANOTHER_SITE * HOURS_OF_A_DAY),
      worse: wishes !== undefined && wishes.sites.length > 0 && !wishes.sites.includes(time.site),
    }));
}

/** Whole days apart, and how far the time of day is from theirs. */
function farness(lost: RegistryTime, other: RegistryTime): number {
  const apart = Math.round(Math.abs(other.startsAt.getTime() - lost.startsAt.getTime()) / HOUR_MS) % HOURS_OF_A_DAY;
  const days = Math.abs(dayNumber(other.day) - dayNumber(lost.day));
  return days * HOURS_OF_A_DAY + Math.min(apart, HOURS_OF_A_DAY - apart);
}
