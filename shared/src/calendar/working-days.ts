import { addDays, type CivilDate, dayNumber } from '../kernel/civil-date';
import calendar from './working-days.json';

/** The notice of one year: days off, and weekends that are worked (调休). */
export interface YearNotice {
  readonly off: readonly string[];
  readonly work: readonly string[];
}

/** The end of a clock that counts working days. */
export interface WorkingDay {
  readonly on: CivilDate;
  /** The clock runs into a year whose holidays nobody has published: by weekends only, 以放假通知为准 (policy-facts J23). */
  readonly expected: boolean;
}

/** The holiday notices in our hands. A year without one is worked Monday to Friday, and said to be expected. */
export class Calendar {
  private readonly years: ReadonlySet<string>;
  private readonly off: ReadonlySet<string>;
  private readonly worked: ReadonlySet<string>;

  constructor(notices: Readonly<Record<string, YearNotice>>) {
    this.years = new Set(Object.keys(notices));
    this.off = new Set(Object.values(notices).flatMap(({ off }) => off));
    this.worked = new Set(Object.values(notices).flatMap(({ work }) => work));
  }

  /** Whether the holiday notice of the day's year is in our hands (policy-facts E.2). */
  isPublished(day: CivilDate): boolean {
    return this.years.has(day.slice(0, 4));
  }

  /** Whether offices work on that day; of a year without a notice, whether it is Monday to Friday. */
  isWorkingDay(day: CivilDate): boolean {
    if (this.worked.has(day)) return true;
    return !this.off.has(day) && !isWeekend(day);
  }

  /** The `count`-th working day after `from`, which is not counted itself (民法典 第二百零一条); `from` for none. */
  addWorkingDays(from: CivilDate, count: number): WorkingDay {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
    let on = from;
    for (let left = count; left > 0; ) {
      on = addDays(on, 1);
      if (this.isWorkingDay(on)) left -= 1;
    }
    return { on, expected: count > 0 && !(this.isPublished(on) && this.isPublished(addDays(from, 1))) };
  }
}

/** The notices this release was made with; a server may have been given later ones. */
export const releasedNotices: Readonly<Record<string, YearNotice>> = calendar.years;
export const releasedCalendar = new Calendar(releasedNotices);

/** 1970-01-01 was a Thursday. */
export function isWeekend(day: CivilDate): boolean {
  const sinceSaturday = (((dayNumber(day) + 5) % 7) + 7) % 7;
  return sinceSaturday < 2;
}
