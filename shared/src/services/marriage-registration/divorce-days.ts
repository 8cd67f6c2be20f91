import type { Calendar } from '../../calendar/working-days';
import { addDays, type CivilDate } from '../../kernel/civil-date';
import type { Source } from '../../kernel/source';

/** When the two steps of a divorce by agreement meet. */
export interface DivorceDays {
  /** The last day on which either may take the application back. */
  readonly coolingUntil: CivilDate;
  /** The first day of step 2. */
  readonly from: CivilDate;
  /** The last day of step 2; after it the application counts as taken back. */
  readonly until: CivilDate;
  /** An end falls into a year whose holidays nobody has published (policy-facts J23). */
  readonly expected: boolean;
}

const COOLING_DAYS = 30;
const COLLECTING_DAYS = 30;

export const divorceDaysSource: Source = {
  document: '《中华人民共和国民法典》',
  article: '第一千零七十七条、第二百零一条、第二百零三条',
  effective: '2021-01-01',
  row: 'C.1',
  confidence: 'third-party-copy',
};

/**
 * 30 days from the day the registry took the application, and 30 more. The first day is not counted (201); an end on a
 * day off moves to the first day after it that is none (203). Days off are those of the calendar, weekends included and
 * worked weekends (调休) not: offices are open on the day it moves to.
 */
export function divorceDays(received: CivilDate, calendar: Calendar): DivorceDays {
  const coolingUntil = endAfter(received, COOLING_DAYS, calendar);
  const until = endAfter(coolingUntil, COLLECTING_DAYS, calendar);
  const expected = !calendar.isPublished(coolingUntil) || !calendar.isPublished(until);
  return { coolingUntil, from: addDays(coolingUntil, 1), until, expected };
}

function endAfter(day: CivilDate, days: number, calendar: Calendar): CivilDate {
  let end = addDays(day, days);
  while (!calendar.isWorkingDay(end)) end = addDays(end, 1);
  return end;
}
