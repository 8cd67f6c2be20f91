import type { FactDefinition, FactValue } from '../facts/fact';
import type { Condition, Leaf, Test } from './condition';
import { flagProblems, limitProblems, type StandardKeys } from './standard-key-problems';
import type { Vocabulary } from './vocabulary';

/** A leaf, and whether it must hold (or, under a `not`, must fail) to help its rule. */
export interface LeafInPlace {
  readonly leaf: Leaf;
  readonly holds: boolean;
}

/** Every leaf in reading order. */
export function leavesIn(condition: Condition, holds = true): readonly LeafInPlace[] {
  switch (condition.kind) {
    case 'leaf':
      return [{ leaf: condition, holds }];
    case 'not':
      return leavesIn(condition.of, !holds);
    default:
      return condition.of.flatMap((part) => leavesIn(part, holds));
  }
}

/** What is wrong with one clause, whatever stands around it. */
export function clauseProblems(leaf: Leaf, vocabulary: Vocabulary, keys: StandardKeys): readonly string[] {
  const lines: string[] = [];
  if (leaf.text.trim() === '') lines.push('has no text for the resident');
  if (!leaf.source.document.trim()) lines.push('names no source document');
  if (!leaf.source.row.trim()) lines.push('names no row of docs/policy-facts.md');
  return [...lines, ...testProblems(leaf, vocabulary), ...standardProblemsOf(leaf.test, keys)];
}

/** What is wrong with the fact a leaf names, and with testing it so. */
export function testProblems({ fact, test }: Leaf, vocabulary: Vocabulary): readonly string[] {
  const definition = Object.hasOwn(vocabulary.facts, fact) ? vocabulary.facts[fact] : undefined;
  const derived = Object.hasOwn(vocabulary.derived, fact);
  if (!definition && !derived) return [`no fact and no derived number is called ${fact}`];
  if (test.op === 'oneOf')
    return definition
      ? valueProblems(fact, definition, test.values)
      : [`${fact} is a derived number and needs a comparison`];
  const period = typeof test.limit === 'object' && 'within' in test.limit;
  if (period !== (definition?.type === 'date'))
    return [period ? `${fact} is no date, so no period runs from it` : `${fact} is a date and needs a period`];
  if (!definition || period || definition.type === 'count' || definition.type === 'money') return [];
  return [`${fact} is ${definition.type}, which cannot be ${test.op} a number`];
}

function valueProblems(fact: string, definition: FactDefinition, values: readonly FactValue[]): readonly string[] {
  if (values.length === 0) return ['accepts no value at all'];
  return values.flatMap((value) =>
    accepts(definition, value) ? [] : [`${fact} is ${definition.type} and never ${JSON.stringify(value)}`],
  );
}

function accepts(definition: FactDefinition, value: FactValue): boolean {
  switch (definition.type) {
    case 'boolean':
    case 'staff':
      return typeof value === 'boolean';
    case 'choice':
      return definition.options.some((option) => option.value === value);
    case 'count':
      return Number.isInteger(value) && Number(value) >= definition.min && Number(value) <= definition.max;
    case 'money':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= definition.max;
    case 'date':
      return false; // a rule names a period, never one day
  }
}

/** What is wrong with the standards a test names. */
export function standardProblemsOf(test: Test, keys: StandardKeys): readonly string[] {
  if (test.op === 'oneOf') return [];
  return [...limitProblems(test.limit, keys), ...(test.equality ? flagProblems(test.equality, keys) : [])];
}
