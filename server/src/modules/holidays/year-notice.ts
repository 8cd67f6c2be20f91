import { isWeekend, type YearNotice } from '@jinmen/shared/calendar/working-days';
import { isCivilDate } from '@jinmen/shared/kernel/civil-date';

/** What is wrong with a holiday notice somebody typed in, in words for the one who did. */
export function yearNoticeProblems(year: string, { off, work }: YearNotice): readonly string[] {
  const days = [...off, ...work];
  const strange = days.filter((day) => !isCivilDate(day));
  const elsewhere = days.filter((day) => isCivilDate(day) && day.slice(0, 4) !== year);
  const twice = days.filter((day, index) => days.indexOf(day) !== index);
  const weekdays = work.filter((day) => isCivilDate(day) && !isWeekend(day));
  return [
    ...(/^20\d{2}$/.test(year) ? [] : ['没有这一年：请写四位数的年份，如 2027']),
    ...(off.length === 0 ? ['放假的日子一天也没有'] : []),
    ...strange.map((day) => `不是日子：${day}`),
    ...elsewhere.map((day) => `不在这一年：${day}`),
    ...twice.map((day) => `写了两遍：${day}`),
    ...weekdays.map((day) => `不是周末，本来就上班：${day}`),
  ];
}
