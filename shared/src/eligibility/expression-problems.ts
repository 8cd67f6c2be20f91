import { leavesIn, standardProblemsOf, testProblems } from './clause-problems';
import type { Condition } from './condition';
import type { Expression } from './expression';
import { flagProblems, limitProblems, type StandardKeys } from './standard-key-problems';
import type { Vocabulary } from './vocabulary';

/** What is wrong with the names and standards of an expression, line by line. */
export function expressionProblems(
  expression: Expression,
  vocabulary: Vocabulary,
  keys: StandardKeys,
): readonly string[] {
  const of = (...parts: readonly (Expression | undefined)[]) =>
    parts.flatMap((part) => (part ? expressionProblems(part, vocabulary, keys) : []));
  switch (expression.kind) {
    case 'amount':
      return limitProblems(expression.of, keys);
    case 'fact':
      return numberProblems(expression.fact, vocabulary);
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

function numberProblems(name: string, vocabulary: Vocabulary): readonly string[] {
  const definition = Object.hasOwn(vocabulary.facts, name) ? vocabulary.facts[name] : undefined;
  if (!definition) return [`no fact is called ${name}`];
  return definition.type === 'count' || definition.type === 'money' ? [] : [`${name} is not a number`];
}
