import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { paperWords } from '../../copy/papers';
import { weekdayOf } from '../../platform/clock';

const SATURDAY = 5;

/** What to know of a paper's last day where that is a Saturday or a Sunday: the office may be shut, the phone is not. */
export function onWeekend(day: CivilDate): { readonly line?: string } {
  return weekdayOf(day) < SATURDAY ? {} : { line: paperWords.weekend };
}
