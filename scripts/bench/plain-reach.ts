import type { FactValues } from '@jinmen/shared/facts/fact';
import { FAMILY, FOR_DISABILITY, FOR_ILLNESS, MEMBERS, MOST_FEN, MOST_MEMBERS } from './plain-income';

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

/** Whether answers not given yet could bring the money put by a head over the limit. */
export function assetsCanExceed(facts: FactValues, limit: number): boolean {
  const assets = facts['household.moneyAssetsFen'];
  if (assets === undefined) return true;
  return typeof assets === 'number' && facts[MEMBERS] === undefined && assets > limit;
}
