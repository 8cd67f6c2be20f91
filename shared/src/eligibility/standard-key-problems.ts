import type { Period } from '../kernel/civil-date';
import type { StandardUnit } from '../standards/standard';
import type { Limit } from './condition';

/** The standards the release has ever had, and those that are UNKNOWN on purpose. */
export interface StandardKeys {
  readonly units: ReadonlyMap<string, StandardUnit>;
  readonly emptyByDesign: ReadonlySet<string>;
}

/** What is wrong with the standards a limit names. */
export function limitProblems(limit: Limit, keys: StandardKeys): readonly string[] {
  if (typeof limit === 'number') return Number.isFinite(limit) ? [] : [`${limit} is not a number`];
  if ('within' in limit) return periodProblems(limit.within);
  const base = keyProblems(limit.standard, keys, limit.times === undefined ? COMPARED : MONEY_OR_COUNT, 'a sum');
  if (limit.times === undefined || typeof limit.times === 'number') return base;
  return [...base, ...keyProblems(limit.times.standard, keys, FACTORS, 'a factor')];
}

/** What is wrong with a standard that must be a yes or a no. */
export function flagProblems(key: string, keys: StandardKeys): readonly string[] {
  return keyProblems(key, keys, ['flag'], 'a flag');
}

function periodProblems({ months = 0, days = 0 }: Period): readonly string[] {
  const whole = [months, days].every((part) => Number.isInteger(part) && part >= 0);
  return whole && months + days > 0 ? [] : ['a period counts whole months or days, at least one'];
}

const MONEY_OR_COUNT: readonly StandardUnit[] = [
  'fen-per-person-month',
  'fen-per-household-month',
  'fen-per-person-year',
  'fen-per-meal',
  'fen-once',
  'months',
  'years',
];
/** What stands alone beside a number: a sum, an age, a share. */
const COMPARED: readonly StandardUnit[] = [...MONEY_OR_COUNT, 'permille'];
const FACTORS: readonly StandardUnit[] = ['permille', 'months'];

function keyProblems(
  key: string,
  { units, emptyByDesign }: StandardKeys,
  fitting: readonly StandardUnit[],
  kind: string,
): readonly string[] {
  const unit = units.get(key);
  if (unit === undefined) return emptyByDesign.has(key) ? [] : [`no row of this release ever gives ${key}`];
  return fitting.includes(unit) ? [] : [`${key} is ${unit}, not ${kind}`];
}
