import type { FactDefinition, FactValue } from '../facts/fact';
import type { Outcome } from './assessment';
import type { CompiledCondition, CompiledDerived, CompiledLeaf, Household, IntervalTest } from './compiled';
import type { Leaf } from './condition';
import type { Measure } from './measure';

/** How one leaf is judged. Which of the ways applies is settled when the rule is compiled, not per household. */
export function judgeOf(
  leaf: Leaf,
  definition: FactDefinition | undefined,
  derived: CompiledDerived | undefined,
  side: IntervalTest | undefined,
): (household: Household) => Outcome {
  const { fact, test } = leaf;
  if (test.op === 'oneOf') return oneOf(fact, test.values, definition?.type === 'staff' ? 'review' : 'missing');
  if (!side) return () => 'review'; // the threshold is UNKNOWN: no answer could settle it
  if (derived) return derivedNumber(derived, side);
  return (household) => {
    const value = household.facts[fact];
    if (value === undefined) return definition?.type === 'staff' ? 'review' : 'missing';
    if (typeof value !== 'number') return 'review';
    return closed(side(value, value), 'review');
  };
}

function oneOf(fact: string, accepted: readonly FactValue[], unasked: Outcome): (household: Household) => Outcome {
  return (household) => {
    const value = household.facts[fact];
    if (value === undefined) return unasked;
    if (value === null) return 'review';
    return accepted.includes(value) ? 'yes' : 'no';
  };
}

function derivedNumber(derived: CompiledDerived, side: IntervalTest): (household: Household) => Outcome {
  return (household) => {
    const range = household.measureOf(derived);
    return closed(side(range.min, range.max), range.missing.length > 0 ? 'missing' : 'review');
  };
}

function closed(truth: Truth, whileOpen: Outcome): Outcome {
  return truth === 'open' ? whileOpen : truth;
}

/** Kleene's logic with both unknowns alike: `open` until the rest cannot change it. */
export type Truth = 'yes' | 'no' | 'open';

export function truthOf(condition: CompiledCondition, household: Household): Truth {
  switch (condition.kind) {
    case 'leaf': {
      const outcome = condition.judge(household);
      return outcome === 'yes' || outcome === 'no' ? outcome : 'open';
    }
    case 'not':
      return opposite(truthOf(condition.of, household));
    default:
      return foldTruth(condition.kind, condition.of, (part) => truthOf(part, household));
  }
}

export function opposite(truth: Truth): Truth {
  return truth === 'yes' ? 'no' : truth === 'no' ? 'yes' : 'open';
}

export function foldTruth<T>(kind: 'all' | 'any', parts: readonly T[], truth: (part: T) => Truth): Truth {
  const decisive: Truth = kind === 'all' ? 'no' : 'yes';
  let result: Truth = kind === 'all' ? 'yes' : 'no';
  for (const part of parts) {
    const each = truth(part);
    if (each === decisive) return decisive;
    if (each === 'open') result = 'open';
  }
  return result;
}

/** The facts that keep a condition open, told apart by who could close it. Nothing for a decided part. */
export interface OpenFacts {
  readonly missing: Set<string>;
  readonly review: Set<string>;
}

export function collectOpen(condition: CompiledCondition, household: Household, into: OpenFacts): void {
  eachOpenLeaf(condition, household, (leaf) => collectOpenLeaf(leaf, household, into));
}

/** Visits the leaves that keep a condition open; a decided part has none. */
export function eachOpenLeaf(
  condition: CompiledCondition,
  household: Household,
  visit: (leaf: CompiledLeaf) => void,
): void {
  if (truthOf(condition, household) !== 'open') return;
  if (condition.kind === 'leaf') visit(condition);
  else if (condition.kind === 'not') eachOpenLeaf(condition.of, household, visit);
  else for (const part of condition.of) eachOpenLeaf(part, household, visit);
}

function collectOpenLeaf({ leaf, derived, side, judge }: CompiledLeaf, household: Household, into: OpenFacts): void {
  const outcome = judge(household);
  if (outcome !== 'missing' && outcome !== 'review') return;
  if (!derived || !side) into[outcome].add(leaf.fact);
  else collectOpenMeasure(derived.name, household.measureOf(derived), into);
}

/** What keeps a number open; where only a size no source gives does, the number itself is what staff must settle. */
export function collectOpenMeasure(name: string, range: Measure, into: OpenFacts): void {
  for (const fact of range.missing) into.missing.add(fact);
  for (const fact of range.unclear) into.review.add(fact);
  if (range.sizeUnknown || (range.missing.length === 0 && range.unclear.length === 0)) into.review.add(name);
}
