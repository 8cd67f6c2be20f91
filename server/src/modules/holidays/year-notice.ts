import { isWeekend, type YearNotice } from '@jinmen/shared/calendar/working-days';
import { isCivilDate } from '@jinmen/shared/kernel/civil-date';

/** What is wrong with a holiday notice somebody typed in, in words for the one who did. */
export function yearNoticeProblems(year: string, { off, work }: YearNotice): readonly string[] {
  const days = [...off, ...work];
  const strange = days.filter((day) => !isCivilDate(day));
  // only what looks like a day is said again: an answer repeats nothing else that was sent
  const absent = strange.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day));
  const unreadable = strange.length - absent.length;
  const elsewhere = days.filter((day) => isCivilDate(day) && day.slice(0, 4) !== year);
  const twice = days.filter((day, index) => isCivilDate(day) && days.indexOf(day) !== index);
  const weekdays = work.filter((day) => isCivilDate(day) && !isWeekend(day));
  return [
    ...(/^20\d{2}$/.test(year) ? [] : ['没有这一年：请写四位数的年份，如 2027']),
    ...(off.length === 0 ? ['放假的日子一天也没有'] : []),
    ...absent.map((day) => `没有这一天：${day}`),
    ...(unreadable === 0 ? [] : [`有 ${unreadable} 个不是日子：请写成 2027-01-01 的样子`]),
    ...elsewhere.map((day) => `不在这一年：${day}`),
    ...twice.map((day) => `写了两遍：${day}`),
    ...weekdays.map((day) => `不是周末，本来就上班：${day}`),
  ];
}
