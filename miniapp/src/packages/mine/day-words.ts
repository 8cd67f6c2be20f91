import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { dates } from '../../copy/dates';

/** `2026-05-25` → `2026 年 5 月 25 日`. */
export function dayInWords(day: CivilDate): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dates.day(String(year), String(month), String(date));
}
