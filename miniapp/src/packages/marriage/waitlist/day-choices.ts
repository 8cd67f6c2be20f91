import type { BookingDayView } from '@jinmen/shared/bookings/views';
import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { waitingWords as words } from '../../../copy/marriage-waiting';
import { dayAndWeekday } from '../../../platform/clock';
import type { ListedChoice } from '../../../ui/choice-list';

const DAYS_BEFORE = 3;
const DAYS_SHOWN = 14;

/** The days around the one that was full, none of them past. */
export function daysAround(day: CivilDate, today: CivilDate): { readonly from: CivilDate; readonly to: CivilDate } {
  const before = addDays(day, -DAYS_BEFORE);
  const from = before < today ? today : before;
  return { from, to: addDays(from, DAYS_SHOWN - 1) };
}

/** What can be waited for, in words; a day without the service is none, and one that is over neither. */
export function dayChoices(days: readonly BookingDayView[]): readonly ListedChoice[] {
  return days.flatMap(({ day, state, lunar, hot, why }) => {
    if (state === 'no-service' || state === 'over') return [];
    const line = [hot, lunar, why ?? words.join.state[state]].filter(Boolean).join(' · ');
    return [{ value: day, label: dayAndWeekday(day), line }];
  });
}

/** Ticks one more, or unticks it; one too many is not taken. */
export function ticked(chosen: readonly string[], value: string, most: number): readonly string[] {
  if (chosen.includes(value)) return chosen.filter((each) => each !== value);
  return chosen.length >= most ? chosen : [...chosen, value];
}
