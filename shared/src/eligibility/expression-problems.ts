import { leavesIn, standardProblemsOf, testProblems } from './clause-problems';
import type { Condition } from './condition';
import type { Expression } from './expression';
import { flagProblems, limitProblems, type StandardKeys } from './standard-key-problems';
import type { Vocabulary } from './vocabulary';

/** What is wrong with the names and standards of an expression; `within` lists the derived numbers it is part of. */
export function expressionProblems(
  expression: Expression,
  vocabulary: Vocabulary,
  keys: StandardKeys,
  within: readonly string[] = [],
): readonly string[] {
  const of = (...parts: readonly (Expression | undefined)[]) =>
    parts.flatMap((part) => (part ? expressionProblems(part, vocabulary, keys, within) : []));
  switch (expression.kind) {
    case 'amount':
      return limitProblems(expression.of, keys);
    case 'fact':
      return numberProblems(expression.fact, vocabulary, keys, within);
    case 'sum':
      return of(...expression.of);
    case 'minus':
      return of(expression.from, expression.take);
    case 'times':
    case 'per':
      return of(expression.of, expression.by);
    case 'notBelowZero':
      return of(expression.of);
    case 'cases':
      return [
        ...expression.of.flatMap(({ when, is }) => [...conditionProblems(when, vocabulary, keys), ...of(is)]),
        ...of(expression.otherwise),
      ];
    case 'countedIf':
      return [...flagProblems(expression.flag, keys), ...of(expression.of)];
    case 'unknown':
      return of(expression.from, expression.to);
  }
}

function conditionProblems(condition: Condition, vocabulary: Vocabulary, keys: StandardKeys): readonly string[] {
  return leavesIn(condition).flatMap(({ leaf }) => [
    ...testProblems(leaf, vocabulary),
    ...standardProblemsOf(leaf.test, keys),
  ]);
}

/** A number may rest on another derived number, but not on itself. */
function numberProblems(
  name: string,
  vocabulary: Vocabulary,
  keys: StandardKeys,
  within: readonly string[],
): readonly string[] {
  const derived = Object.hasOwn(vocabulary.derived, name) ? vocabulary.derived[name] : undefined;
  if (within.includes(name)) return [`${name} rests on itself`];
  if (derived) return expressionProblems(derived.is, vocabulary, keys, [...within, name]);
  const definition = Object.hasOwn(vocabulary.facts, name) ? vocabulary.facts[name] : undefined;
  if (!definition) return [`no fact and no derived number is called ${name}`];
  return definition.type === 'count' || definition.type === 'money' ? [] : [`${name} is not a number`];
}
