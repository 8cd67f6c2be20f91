import type { CivilDate } from './civil-date';

/** `2026-12-02` → `2026 年 12 月 2 日`, as the phone writes it. */
export function dayWords(day: CivilDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
}
