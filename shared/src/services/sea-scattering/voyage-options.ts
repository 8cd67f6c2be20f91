import { isWeekend } from '../../calendar/working-days';
import { type CivilDate, dayNumber } from '../../kernel/civil-date';
import type { PlacingOption } from '../../replacing/placing';
import type { SeaWishes } from './views';

/** Who travels here first is not placed within so many days of being told. 示例, 待民政局核定. */
export const DAYS_TO_TRAVEL = 7;

/** A voyage that could take a family, as far as wishes care. */
export interface VoyageDay {
  /** As the placing knows it. */
  readonly slot: string;
  readonly day: CivilDate;
}

export interface PlacingDays {
  /** The day the family is told. */
  readonly today: CivilDate;
  /** The day they lost, or signed up: the nearer to it, the better. */
  readonly from: CivilDate;
}

/**
 * The voyages a family could be placed on. An impossible day is never one, nor one too soon to travel here; a day against another wish is one, and counts
 * as worse off. The cost is how many days it lies from the day they lost or signed up.
 */
export function optionsOf(
  wishes: SeaWishes,
  days: PlacingDays,
  voyages: readonly VoyageDay[],
): readonly PlacingOption[] {
  return voyages
    .filter(({ day }) => isPossible(wishes, day, days.today))
    .map(({ slot, day }) => ({
      slot,
      cost: Math.abs(dayNumber(day) - dayNumber(days.from)),
      worse: isAgainst(wishes, day),
    }));
}

function isPossible({ impossible, fromAnotherCity }: SeaWishes, day: CivilDate, told: CivilDate): boolean {
  const canCome = fromAnotherCity !== true || dayNumber(day) - dayNumber(told) >= DAYS_TO_TRAVEL;
  return day > told && canCome && !impossible.includes(day);
}

function isAgainst({ earliest, latest, weekendsOnly }: SeaWishes, day: CivilDate): boolean {
  return (
    (earliest !== undefined && day < earliest) ||
    (latest !== undefined && day > latest) ||
    (weekendsOnly === true && !isWeekend(day))
  );
}
