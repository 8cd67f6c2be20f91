import type { FactValues } from '@jinmen/shared/facts/fact';
import {
  ADDED,
  FAMILY,
  FOR_DISABILITY,
  FOR_ILLNESS,
  MEMBERS,
  MOST_FEN,
  MOST_MEMBERS,
  SAME_PERSON,
} from './plain-income';

/** Whether answers not given yet could bring the income a head over the limit for certain. */
export function incomeCanExceed(facts: FactValues, limit: number, orReach: boolean): boolean {
  // Deductions of unknown size could then still take everything away.
  if (FAMILY.some((fact) => facts[fact] === true || facts[fact] === null)) return false;
  const other = facts['household.monthlyOtherIncomeFen'];
  const most = typeof other === 'number' ? other : other === undefined ? MOST_FEN : 0;
  const deducted =
    mostDeducted(facts, 'household.hasDisabledMember', FOR_DISABILITY) +
    mostDeducted(facts, 'household.hasLongTermIllness', FOR_ILLNESS);
  const members = facts[MEMBERS];
  const head =
    Math.max(0, most - deducted) / (typeof members === 'number' ? members : members === undefined ? 1 : MOST_MEMBERS);
  return orReach ? head >= limit : head > limit;
}

type Sizes = readonly (readonly [string, number])[];

function mostDeducted(facts: FactValues, when: string, sizes: Sizes): number {
  if (facts[when] === false || facts[when] === undefined) return 0;
  return sizes.reduce((sum, [fact, fen]) => {
    const people = facts[fact];
    return sum + fen * (typeof people === 'number' ? people : people === undefined ? 0 : MOST_MEMBERS);
  }, 0);
}

/** Whether answers not given yet could bring the income a head under the limit for certain. */
export function incomeCanFallBelow(facts: FactValues, limit: number): boolean {
  if (ADDED.some((fact) => facts[fact] === true || facts[fact] === null)) return false;
  const sources = [
    'household.monthlyWageIncomeFen',
    'household.monthlyOtherIncomeFen',
    'household.monthlyBasicPensionFen',
  ];
  const least = sources.reduce((sum, fact) => {
    const value = facts[fact];
    return sum + (typeof value === 'number' ? value : value === undefined ? 0 : MOST_FEN);
  }, 0);
  const members = facts[MEMBERS];
  const heads = typeof members === 'number' ? members : members === undefined ? MOST_MEMBERS : 1;
  return Math.max(0, least - leastDeducted(facts)) / heads < limit;
}

/** The largest sum that could become certain to be deducted, over every way to answer what is missing. */
function leastDeducted(facts: FactValues): number {
  const disability = certain(facts, FOR_DISABILITY);
  const illness = certain(facts, FOR_ILLNESS);
  let best = 0;
  for (const disabled of answers(facts['household.hasDisabledMember']))
    for (const ill of answers(facts['household.hasLongTermIllness']))
      for (const same of answers(facts[SAME_PERSON])) {
        const both = disability + (same === false ? illness : 0);
        const sums = ways(disabled).flatMap((first) =>
          ways(ill).map((second) => (first ? (second ? both : disability) : second ? illness : 0)),
        );
        best = Math.max(best, Math.min(...sums));
      }
  return best;
}

/** What a fact may be answered; an answer given, or 不清楚, stands. */
function answers<T>(value: T | undefined): readonly (T | boolean)[] {
  return value === undefined ? [true, false] : [value];
}

/** 不清楚 may turn out either way. */
function ways(value: unknown): readonly boolean[] {
  return typeof value === 'boolean' ? [value] : [true, false];
}

function certain(facts: FactValues, sizes: Sizes): number {
  return sizes.reduce((sum, [fact, fen]) => {
    const people = facts[fact];
    return sum + fen * (typeof people === 'number' ? people : people === undefined ? MOST_MEMBERS : 0);
  }, 0);
}

/** Whether answers not given yet could bring the money put by a head over the limit. */
export function assetsCanExceed(facts: FactValues, limit: number): boolean {
  const assets = facts['household.moneyAssetsFen'];
  if (assets === undefined) return true;
  return typeof assets === 'number' && facts[MEMBERS] === undefined && assets > limit;
}
