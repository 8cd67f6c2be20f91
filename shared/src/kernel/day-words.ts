import { type CivilDate, weekdayOf } from './civil-date';

/**
 * How a day and a time are written wherever a resident reads one. No line ends within a day: the spaces in it are \u00a0,
 * and \u2060, which nobody sees, joins the two signs of a weekday.
 * A day is given as `YYYY-MM-DD`.
 */

/** `2026-12-02` → `2026 年 12 月 2 日`. */
export function dayWords(day: string): string {
  return written(day, '年月日');
}

/** `2026-12-02` → `12 月 2 日`: of a day near enough that nobody asks for its year. */
export function monthDayWords(day: string): string {
  return written(day.slice(5), '月日');
}

/** `周六`. */
export function weekdayWords(day: CivilDate): string {
  return `周\u2060${'一二三四五六日'[weekdayOf(day)]}`;
}

/** `2027-01-01`, or `2027-01`, → `2027 年 1 月`. */
export function monthWords(month: string): string {
  return written(month.slice(0, 7), '年月');
}

/**
 * Every length of time within a sentence of the server, whole at a line's end: `最晚周三（30 个工作日）`. Its own texts have
 * plain spaces, also where they are drawn on paper.
 */
export function wholeTerms(said: string): string {
  return said.replace(/(\d+) (个工作日|个月|天)/g, (_, count: string, unit: string) => {
    return `${count}\u00a0${[...unit].join('\u2060')}`;
  });
}

/** `9:30` or `14:05`: the time in Tianjin, as people say it, of a moment since 1970. China keeps one offset, +08:00, all year. */
export function timeWords(instantMs: number): string {
  const minutes = Math.floor(instantMs / 60_000 + 8 * 60) % (24 * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function written(numbers: string, units: string): string {
  return numbers
    .split('-')
    .flatMap((each, index) => [Number(each), units[index]])
    .join('\u00a0');
}
