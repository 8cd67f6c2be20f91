/** Year, month and day as far as they are chosen, each as written in `YYYY-MM-DD`; `''` = not chosen. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly date: string;
}

export interface DayRange {
  readonly earliest: string;
  readonly latest: string;
}

/** `2026-05-` is the fifth month of 2026, no day chosen yet. */
export function partsOf(text: string): DateParts {
  const [year = '', month = '', date = ''] = text.split('-');
  return { year, month, date };
}

/** A day out of which another month or year takes what does not exist there is chosen again, never moved by itself. */
export function textOf(parts: DateParts, range: DayRange): string {
  const month = monthsOf(parts, range).includes(parts.month) ? parts.month : '';
  const date = datesOf({ ...parts, month }, range).includes(parts.date) ? parts.date : '';
  return parts.year === '' && month === '' && date === '' ? '' : `${parts.year}-${month}-${date}`;
}

/** The latest first: what is asked about happened not long ago. */
export function yearsOf({ earliest, latest }: DayRange): readonly string[] {
  const [first, last] = [Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => String(last - at));
}

/** Months of the year chosen, of any year while none is. */
export function monthsOf({ year }: DateParts, range: DayRange): readonly string[] {
  return numbered(12).filter((month) => year === '' || touches(`${year}-${month}`, range));
}

/** Days of the month chosen; up to 31 while it is open. */
export function datesOf({ year, month }: DateParts, range: DayRange): readonly string[] {
  const days = numbered(month === '' ? 31 : lengthOf(Number(year === '' ? LEAP_YEAR : year), Number(month)));
  return days.filter((date) => year === '' || month === '' || touches(`${year}-${month}-${date}`, range));
}

const LEAP_YEAR = 2024;

function lengthOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function touches(start: string, { earliest, latest }: DayRange): boolean {
  return start >= earliest.slice(0, start.length) && start <= latest.slice(0, start.length);
}

function numbered(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => String(at + 1).padStart(2, '0'));
}
