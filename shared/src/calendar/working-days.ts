import { addDays, type CivilDate, dayNumber } from '../kernel/civil-date';
import calendar from './working-days.json';

/** The notice of one year: days off, and weekends that are worked (调休). */
interface YearNotice {
  readonly off: readonly string[];
  readonly work: readonly string[];
}

/** The end of a clock that counts working days. */
export interface WorkingDay {
  readonly on: CivilDate;
  /** The clock runs into a year whose holidays nobody has published: by weekends only, 以放假通知为准 (policy-facts J23). */
  readonly expected: boolean;
}

const notices: Readonly<Record<string, YearNotice | undefined>> = calendar.years;
const off: ReadonlySet<string> = new Set(Object.values(calendar.years).flatMap((year) => year.off));
const worked: ReadonlySet<string> = new Set(Object.values(calendar.years).flatMap((year) => year.work));

/** Whether the holiday notice of the day's year is in our hands (policy-facts E.2). */
export function isPublished(day: CivilDate): boolean {
  return notices[day.slice(0, 4)] !== undefined;
}

/** Whether offices work on that day; of a year without a notice, whether it is Monday to Friday. */
export function isWorkingDay(day: CivilDate): boolean {
  if (worked.has(day)) return true;
  return !off.has(day) && !isWeekend(day);
}

/** The `count`-th working day after `from`, which is not counted itself (民法典 第二百零一条); `from` for none. */
export function addWorkingDays(from: CivilDate, count: number): WorkingDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let on = from;
  for (let left = count; left > 0; ) {
    on = addDays(on, 1);
    if (isWorkingDay(on)) left -= 1;
  }
  return { on, expected: count > 0 && !(isPublished(on) && isPublished(addDays(from, 1))) };
}

/** 1970-01-01 was a Thursday. */
function isWeekend(day: CivilDate): boolean {
  const sinceSaturday = (((dayNumber(day) + 5) % 7) + 7) % 7;
  return sinceSaturday < 2;
}
