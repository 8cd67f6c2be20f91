import { addDays, addPeriod, type CivilDate, civilDate } from '@jinmen/shared/kernel/civil-date';
import { weekdayOf } from '../../../platform/clock';

/** A month by its first day. */
export function monthOf(day: CivilDate): CivilDate {
  return civilDate(`${day.slice(0, 8)}01`);
}

export function monthAfter(first: CivilDate): CivilDate {
  return addPeriod(first, { months: 1 });
}

export function monthBefore(first: CivilDate): CivilDate {
  return addPeriod(first, { months: -1 });
}

export function lastOf(first: CivilDate): CivilDate {
  return addDays(monthAfter(first), -1);
}

/** Its weeks from Monday to Sunday; what belongs to another month is empty. */
export function weeksOf(first: CivilDate): readonly (readonly (CivilDate | undefined)[])[] {
  const last = lastOf(first);
  const monday = addDays(first, -weekdayOf(first));
  const weeks: (CivilDate | undefined)[][] = [];
  for (let start = monday; start <= last; start = addDays(start, 7)) {
    const week = Array.from({ length: 7 }, (_, step) => addDays(start, step));
    weeks.push(week.map((day) => (day < first || day > last ? undefined : day)));
  }
  return weeks;
}
