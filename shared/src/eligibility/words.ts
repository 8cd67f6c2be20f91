import type { CivilDate } from '../kernel/civil-date';

/** The one clause the engine speaks itself: nobody has the rules of that day on record. */
export function rulesNotOnRecord(asOf: CivilDate): string {
  return `${asOf} 这一天的规定没有收录，由街道核定`;
}
