import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { monthDayWords, timeWords, weekdayWords } from '@jinmen/shared/kernel/day-words';

/** The day a moment falls on in Tianjin. */
export { dayInShanghai as dayOf, weekdayOf } from '@jinmen/shared/kernel/civil-date';
/** `2026 年 11 月 24 日`; and `9:30` in Tianjin, whatever zone the phone is set to. */
export { dayWords as dayInWords, timeWords as timeOfDay } from '@jinmen/shared/kernel/day-words';

/** Milliseconds since 1970, by this phone. */
export function nowMs(): number {
  return Date.now();
}

/** The day it is in Tianjin, by this phone. */
export function today(): CivilDate {
  return dayInShanghai(nowMs());
}

/** `12 月 5 日 周六`. */
export function dayAndWeekday(day: CivilDate): string {
  return `${monthDayWords(day)} ${weekdayWords(day)}`;
}

/** `9:30` in Tianjin, of a moment as the server writes it. */
export function timeInWords(instant: string): string {
  return timeWords(Date.parse(instant));
}

/** `11 月 24 日 9:05` in Tianjin, whatever zone the phone is set to. */
export function shanghaiTime(ms: number): string {
  return `${monthDayWords(dayInShanghai(ms))} ${timeWords(ms)}`;
}
