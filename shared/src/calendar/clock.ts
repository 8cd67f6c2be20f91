import { addDays, type CivilDate } from '../kernel/civil-date';
import type { Source } from '../kernel/source';
import { type Calendar, releasedCalendar, type WorkingDay } from './working-days';

/** One stretch of a clock: working days (工作日) or plain days. */
export type ClockLeg = { readonly workingDays: number } | { readonly days: number };

/** A time the law gives an office, stretch after stretch, with where it is written. */
export interface Clock {
  readonly legs: readonly ClockLeg[];
  readonly source: Source;
}

/** The last day of a clock that starts on `from`, which is not counted itself. */
export function endOf(
  { legs }: Pick<Clock, 'legs'>,
  from: CivilDate,
  calendar: Calendar = releasedCalendar,
): WorkingDay {
  return legs.reduce<WorkingDay>(
    (until, leg) => {
      if ('days' in leg) return { on: addDays(until.on, leg.days), expected: until.expected };
      const next = calendar.addWorkingDays(until.on, leg.workingDays);
      return { on: next.on, expected: until.expected || next.expected };
    },
    { on: from, expected: false },
  );
}
