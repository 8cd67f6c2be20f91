import { type CivilDate, dayInShanghai, dayNumber } from '@jinmen/shared/kernel/civil-date';
import { platformWords } from '../copy/platform';

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Milliseconds since 1970, by this phone. */
export function nowMs(): number {
  return Date.now();
}

/** The day it is in Tianjin, by this phone. */
export function today(): CivilDate {
  return dayInShanghai(nowMs());
}

/** The day a moment falls on in Tianjin. */
export function dayOf(ms: number): CivilDate {
  return dayInShanghai(ms);
}

/** `2026-11-24` → `2026 年 11 月 24 日`. */
export function dayInWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return platformWords.day(year, month, date);
}

/** 0 is Monday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: CivilDate): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7;
}

/** `12 月 5 日 周六`. */
export function dayAndWeekday(day: CivilDate): string {
  const [, month = 0, date = 0] = day.split('-').map(Number);
  return platformWords.dayAnd(month, date, platformWords.weekdays[weekdayOf(day)] ?? '');
}

/** `9:30` in Tianjin, of a moment as the server writes it. */
export function timeInWords(instant: string): string {
  return timeOfDay(Date.parse(instant));
}

/** `9:30` or `14:05` in Tianjin, as people say it, whatever zone the phone is set to. */
export function timeOfDay(ms: number): string {
  const moment = new Date(ms + SHANGHAI_OFFSET_MS);
  return `${moment.getUTCHours()}:${String(moment.getUTCMinutes()).padStart(2, '0')}`;
}

/** `11 月 24 日 9:05` in Tianjin, whatever zone the phone is set to. */
export function shanghaiTime(ms: number): string {
  const moment = new Date(ms + SHANGHAI_OFFSET_MS);
  return platformWords.dayAnd(moment.getUTCMonth() + 1, moment.getUTCDate(), timeOfDay(ms));
}
