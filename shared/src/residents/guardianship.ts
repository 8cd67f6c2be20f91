import type { CivilDate } from '../kernel/civil-date';
import { ageOn } from '../kernel/id-number';

/** `child`: one's own. `ward`: whoever a court or a law gave into one's care, grown up or not. */
export const GUARDED_RELATIONS = ['child', 'ward'] as const;
export type GuardedRelation = (typeof GUARDED_RELATIONS)[number];

/** Below it a guardian agrees for the child, apart from everything else (个人信息保护法 第三十一条). */
export const CONSENTS_AT = 14;
/** From this birthday on nobody is represented because of their age (民法典 第十七条). */
export const GROWN_UP_AT = 18;

/** Someone a guardian acts for, as far as the law asks. */
export interface Guardianship {
  readonly relation: GuardedRelation;
  readonly birth: CivilDate;
  /** `asking`: the bureau has not answered yet; `to-show`: a paper is to be shown to the office. */
  readonly proof: 'asking' | 'confirmed' | 'to-show';
  /** The day it was confirmed. */
  readonly confirmedOn?: CivilDate;
}

/** What has to happen before a guardian can hand something in for them; none: they can. */
export type GuardianshipWait = 'answer' | 'paper' | 'consent' | 'grown-up';

export function isUnder14(birth: CivilDate, today: CivilDate): boolean {
  return ageOn(today, birth) < CONSENTS_AT;
}

export function isMinor(birth: CivilDate, today: CivilDate): boolean {
  return ageOn(today, birth) < GROWN_UP_AT;
}

/**
 * What is missing on this day. A proof given before the eighteenth birthday ends with it: a grown-up is somebody's ward
 * only by a decision about a grown-up.
 * @param consented the guardian agreed that a child's data is used.
 */
export function guardianshipWait(
  { relation, birth, proof, confirmedOn }: Guardianship,
  consented: boolean,
  today: CivilDate,
): GuardianshipWait | undefined {
  if (!isMinor(birth, today)) {
    if (relation === 'child') return 'grown-up';
    if (confirmedOn !== undefined && isMinor(birth, confirmedOn)) return 'grown-up';
  }
  if (proof === 'asking') return 'answer';
  if (proof === 'to-show') return 'paper';
  return isUnder14(birth, today) && !consented ? 'consent' : undefined;
}
