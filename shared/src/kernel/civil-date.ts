/**
 * A day in the civil calendar of Asia/Shanghai, `YYYY-MM-DD`. Not an instant: a day has no time zone to get wrong.
 * Days compare as strings.
 */
export type CivilDate = `${number}-${number}-${number}`;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** What is counted on or back from such a day is a day with a year of four digits, so that days go on comparing as texts. */
const FIRST = '1800-01-01';
const LAST = '2999-12-31';

/** True only for a day that exists, of a year anybody's matter can be about: `2026-02-29` is not one, nor is `9999-12-31`. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string') return false;
  const match = PATTERN.exec(value);
  if (!match) return false;
  return value >= FIRST && value <= LAST && toText(utcOf(value)) === value;
}

/** The given text as a day; throws `RangeError` naming the text when it is not one. */
export function civilDate(value: string): CivilDate {
  if (!isCivilDate(value)) throw new RangeError(`not a day: ${value}`);
  return value;
}

/** The day it is in Tianjin at the given instant. China keeps one offset, +08:00, all year. */
export function dayInShanghai(instantMs: number): CivilDate {
  return toText(instantMs + SHANGHAI_OFFSET_MS);
}

/** The day `days` after (or, negative, before) the given one. */
export function addDays(day: CivilDate, days: number): CivilDate {
  return toText(utcOf(day) + days * DAY_MS);
}

/** Days since 1970-01-01: days as numbers, so that they can be compared and counted. */
export function dayNumber(day: CivilDate): number {
  return utcOf(day) / DAY_MS;
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: CivilDate): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** The day that many days after 1970-01-01. */
export function dayOfNumber(days: number): CivilDate {
  return toText(days * DAY_MS);
}

/** A span of the calendar. Months come before days. */
export interface Period {
  readonly months?: number;
  readonly days?: number;
}

/**
 * The last day of a period that begins after `day` (民法典 第二百零一条、第二百零二条: the first day is not counted; where the
 * last month has no such day, its last day). `addPeriod('2026-08-31', {months: 6})` is 2027-02-28.
 */
export function addPeriod(day: CivilDate, { months = 0, days = 0 }: Period): CivilDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const within = Math.min(date, last.getUTCDate());
  return addDays(toText(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), within)), days);
}

/** The earliest day whose period has not run out on `asOf`: from it on, the period still runs. */
export function earliestStillRunning(asOf: CivilDate, period: Period): CivilDate {
  let day = addPeriod(asOf, { months: -(period.months ?? 0), days: -(period.days ?? 0) - 3 });
  while (addPeriod(day, period) < asOf) day = addDays(day, 1);
  return day;
}

function utcOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

function toText(utcMs: number): CivilDate {
  return new Date(utcMs).toISOString().slice(0, 10) as CivilDate;
}
