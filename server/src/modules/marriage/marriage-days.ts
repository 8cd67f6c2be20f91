import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { hotNameOf } from '@jinmen/shared/services/marriage-registration/hot-days';
import { Solar } from 'lunar-typescript';

/** What a day is called: `十月十八`, and its name when many want it. */
export function dayWordsOf(day: CivilDate): { readonly lunar: string; readonly hot?: string } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lunar = Solar.fromYmd(year, month, date).getLunar();
  const hot = hotNameOf(day, { month: lunar.getMonth(), day: lunar.getDay() });
  const words = `${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`;
  return { lunar: words, ...(hot !== undefined && { hot }) };
}
