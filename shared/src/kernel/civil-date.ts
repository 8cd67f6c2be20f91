/**
 * A day in the civil calendar of Asia/Shanghai, `YYYY-MM-DD`. Not an instant: a day has no time zone to get wrong.
 * Days compare as strings.
 */
export type CivilDate = `${number}-${number}-${number}`;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** True only for a day that exists: `2026-02-29` is not one. */
export function isCivilDate(value: unknown): value is CivilDate {
  if (typeof value !== 'string') return false;
  const match = PATTERN.exec(value);
  if (!match) return false;
  return toText(utcOf(value)) === value;
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

function utcOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date);
}

function toText(utcMs: number): CivilDate {
  return new Date(utcMs).toISOString().slice(0, 10) as CivilDate;
}
