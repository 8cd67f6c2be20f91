import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { hotNameOf } from '@jinmen/shared/services/marriage-registration/hot-days';
import { Solar } from 'lunar-typescript';

interface DayWords {
  readonly lunar: string;
  readonly hot?: string;
}

/** More days than any calendar shows; a day never changes its name. */
const KNOWN_MOST = 1000;
const known = new Map<CivilDate, DayWords>();

/** What a day is called: `十月十八`, and its name when many want it. Worked out once: a rush asks of one day only. */
export function dayWordsOf(day: CivilDate): DayWords {
  const before = known.get(day);
  if (before) return before;
  if (known.size >= KNOWN_MOST) known.clear();
  const words = workedOut(day);
  known.set(day, words);
  return words;
}

function workedOut(day: CivilDate): DayWords {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lunar = Solar.fromYmd(year, month, date).getLunar();
  const hot = hotNameOf(day, { month: lunar.getMonth(), day: lunar.getDay() });
  const words = `${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`;
  return { lunar: words, ...(hot !== undefined && { hot }) };
}
