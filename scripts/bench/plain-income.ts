import type { FactValues } from '@jinmen/shared/facts/fact';

export const HUKOU = 'household.hukou';
export const LIVED = 'household.nonLocalLivedTogetherOneYear';
export const MEMBERS = 'household.memberCount';
export const MOST_MEMBERS = 20;
export const MOST_FEN = 100_000_000;
export const FAMILY = [
  'household.hasMemberAged60',
  'household.hasMinor',
  'household.isSingleParentWithStudent',
] as const;
const ADDED = [
  'household.hasAbleBodiedWithoutWork',
  'household.hasSupportFromOutside',
  'household.receivedSeverance',
] as const;
export const grantFacts = [
  'household.hasDisabledMember',
  'household.hasMajorOrSpecialIllness',
  'household.isSingleParentWithStudent',
  'household.receivesFamilyPlanningSupport',
  'household.allAged60WithoutChildren',
] as const;
/** Fen deducted a person and month, by the count it goes with. */
export const FOR_DISABILITY = [
  ['household.severelyDisabledCount', 100_000],
  ['household.otherDisabledCount', 50_000],
] as const;
export const FOR_ILLNESS = [
  ['household.illnessClassACount', 150_000],
  ['household.illnessClassBCount', 100_000],
  ['household.illnessClassCCount', 50_000],
] as const;

/** Everything a number may be, and which facts, not asked yet, keep it open (some named twice). */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly missing: readonly string[];
}

const NONE: readonly string[] = [];
const NOTHING: Range = { min: 0, max: 0, missing: NONE };
const ANYTHING: Range = { min: 0, max: Number.POSITIVE_INFINITY, missing: NONE };

function range(min: number, max: number, ...missing: readonly (readonly string[])[]): Range {
  if (min === max) return { min, max, missing: NONE };
  let names = NONE;
  for (const more of missing) if (more.length > 0) names = names.length > 0 ? names.concat(more) : more;
  return { min, max, missing: names };
}

export function rangeOf(facts: FactValues, fact: string, most: number, least = 0): Range {
  const value = facts[fact];
  if (typeof value === 'number') return { min: value, max: value, missing: NONE };
  return { min: least, max: most, missing: value === undefined ? [fact] : NONE };
}

function onlyIf(facts: FactValues, fact: string, is: () => Range): Range {
  return either(facts, fact, is, () => NOTHING);
}

function either(facts: FactValues, fact: string, is: () => Range, otherwise: () => Range): Range {
  const holds = facts[fact];
  if (holds === true) return is();
  if (holds === false) return otherwise();
  const [one, other] = [is(), otherwise()];
  const asked = holds === undefined ? [fact] : NONE;
  return range(Math.min(one.min, other.min), Math.max(one.max, other.max), one.missing, other.missing, asked);
}

function deduction(facts: FactValues, sizes: readonly (readonly [string, number])[]): Range {
  let min = 0;
  let max = 0;
  const missing: string[] = [];
  for (const [fact, fen] of sizes) {
    const people = rangeOf(facts, fact, MOST_MEMBERS);
    min += people.min * fen;
    max += people.max * fen;
    missing.push(...people.missing);
  }
  return range(min, max, missing);
}

function forPeople(facts: FactValues): Range {
  const disability = () => deduction(facts, FOR_DISABILITY);
  const illness = () => deduction(facts, FOR_ILLNESS);
  const ill = 'household.hasLongTermIllness';
  return either(
    facts,
    'household.hasDisabledMember',
    () => either(facts, ill, () => forBoth(facts, disability(), illness()), disability),
    () => either(facts, ill, illness, () => NOTHING),
  );
}

/** One person both disabled and ill: whether the two add up is UNKNOWN. */
function forBoth(facts: FactValues, disability: Range, illness: Range): Range {
  const same = facts['household.samePersonDisabledAndIll'];
  const most = disability.max + illness.max;
  const least = same === false ? disability.min + illness.min : disability.min;
  const asked = same === undefined ? ['household.samePersonDisabledAndIll'] : NONE;
  return range(least, most, disability.missing, illness.missing, asked);
}

function forFamily(facts: FactValues): Range {
  if (FAMILY.some((fact) => facts[fact] === true)) return ANYTHING;
  if (FAMILY.every((fact) => facts[fact] === false)) return NOTHING;
  return range(
    0,
    Number.POSITIVE_INFINITY,
    FAMILY.filter((fact) => facts[fact] === undefined),
  );
}

/** What the household has a month, as far as it can be known. */
export function incomeRange(facts: FactValues): Range {
  const wages = rangeOf(facts, 'household.monthlyWageIncomeFen', MOST_FEN);
  const other = rangeOf(facts, 'household.monthlyOtherIncomeFen', MOST_FEN);
  const pension = rangeOf(facts, 'household.monthlyBasicPensionFen', MOST_FEN);
  const added = ADDED.map((fact) => onlyIf(facts, fact, () => ANYTHING));
  const people = forPeople(facts);
  const family = forFamily(facts);
  const addedMax = added.reduce((sum, { max }) => sum + max, 0);
  // How much of wages and basic pension counts is UNKNOWN: from nothing to all of it.
  const min = other.min - people.max - family.max;
  const max = wages.max + other.max + pension.max + addedMax - people.min - family.min;
  // A part that is certain to be zero keeps nothing open.
  const openWages = wages.max > 0 ? wages.missing : NONE;
  const openPension = pension.max > 0 ? pension.missing : NONE;
  const missing = [
    openWages,
    other.missing,
    openPension,
    ...added.map((each) => each.missing),
    people.missing,
    family.missing,
  ];
  return range(Math.max(0, min), Math.max(0, max), ...missing);
}

/** A household's sum for each of its members. */
export function perHead(sum: Range, facts: FactValues): Range {
  const members = rangeOf(facts, MEMBERS, MOST_MEMBERS, 1);
  return range(sum.min / members.max, sum.max / members.min, sum.missing, members.missing);
}

/** What 低保 would add a month. */
export function topUpRange(income: Range, facts: FactValues, line: number): Range {
  const members = rangeOf(facts, MEMBERS, MOST_MEMBERS, 1);
  const min = Math.max(0, members.min * line - income.max);
  const max = Math.max(0, members.max * line - income.min);
  return range(min, max, members.missing, income.missing);
}
