import { releasedCalendar } from '@jinmen/shared/calendar/working-days';
import { addDays, type CivilDate } from '@jinmen/shared/kernel/civil-date';
import { StaffApi } from './staff-api';

/** As far as a journey books ahead. */
const AHEAD_DAYS = 30;

/** Years a journey of today reaches into, and whose holidays this release does not know: nothing opens in them by itself. */
export function yearsWithoutNotice(today: CivilDate): readonly string[] {
  const days = [today, addDays(today, AHEAD_DAYS)];
  return [...new Set(days.filter((day) => !releasedCalendar.isPublished(day)).map((day) => day.slice(0, 4)))];
}

/** A made-up notice for each of them, loaded as an operator does; before the server first opens the days ahead. */
export async function loadNotices(
  house: { readonly origin: string; readonly simulators: string },
  today: CivilDate,
): Promise<void> {
  for (const year of yearsWithoutNotice(today)) {
    const operator = await StaffApi.signIn(house, 'J1002');
    const notice = { off: [`${year}-01-01`], work: [], document: '示例：本地试验用的通知' };
    await operator.get('PUT', `/calendar/${year}`, { ...notice, reason: '本地试验' });
  }
}
