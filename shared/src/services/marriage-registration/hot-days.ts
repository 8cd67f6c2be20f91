import type { CivilDate } from '../../kernel/civil-date';

/** A day in the lunar calendar; `month` is negative in a leap month. */
export interface LunarDay {
  readonly month: number;
  readonly day: number;
}

/** Days many couples want (policy-facts E.3), by month and day. */
const BY_DATE: Readonly<Record<string, string>> = {
  '02-14': '情人节',
  '05-20': '5·20',
  '05-21': '5·21',
  '09-09': '9·9',
};

/** What the day is called when many want it; a leap seventh month has no 七夕. */
export function hotNameOf(day: CivilDate, lunar: LunarDay): string | undefined {
  if (lunar.month === 7 && lunar.day === 7) return '七夕';
  return BY_DATE[day.slice(5)];
}
