import type { CompiledCase, CompiledCondition, CompiledExpression, CompiledLeaf, Household } from './compiled';
import { truthOf } from './judge';
import { product } from './measure';

/**
 * How far answers to what was not asked could still move things, each part looked at by itself. It may promise too
 * much (two parts may need different answers to one question), never too little.
 */
export interface Reach {
  readonly yes: boolean;
  readonly no: boolean;
}

/** Where the lower and the upper end of a number could come to lie once every missing fact is answered. */
interface Ends {
  readonly lowest: readonly [number, number];
  readonly highest: readonly [number, number];
}

export function reachOf(condition: CompiledCondition, household: Household): Reach {
  if (condition.kind === 'leaf') return reachOfLeaf(condition, household);
  if (condition.kind === 'not') {
    const of = reachOf(condition.of, household);
    return { yes: of.no, no: of.yes };
  }
  const parts = condition.of.map((part) => reachOf(part, household));
  if (condition.kind === 'all') return { yes: parts.every((part) => part.yes), no: parts.some((part) => part.no) };
  return { yes: parts.some((part) => part.yes), no: parts.every((part) => part.no) };
}

function reachOfLeaf(leaf: CompiledLeaf, household: Household): Reach {
  const outcome = leaf.judge(household);
  if (outcome !== 'missing') return { yes: outcome === 'yes', no: outcome === 'no' };
  if (leaf.derived && leaf.side) return reachOfNumber(leaf, household);
  return { yes: leaf.possible.has('yes'), no: leaf.possible.has('no') };
}

function reachOfNumber({ derived, side }: CompiledLeaf, household: Household): Reach {
  if (!derived || !side) return { yes: false, no: false };
  const { lowest, highest } = endsOf(derived.expression, household);
  const far = [side(lowest[1], Math.max(lowest[1], highest[1])), side(lowest[0], highest[0])];
  return { yes: far.includes('yes'), no: far.includes('no') };
}

function endsOf(expression: CompiledExpression, household: Household): Ends {
  switch (expression.kind) {
    case 'known':
      return both(expression.measure.min, expression.measure.max);
    case 'open':
      return { lowest: [0, 0], highest: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] };
    case 'fact':
      return endsOfFact(expression, household);
    case 'sum':
      return expression.of.map((part) => endsOf(part, household)).reduce(added, both(0, 0));
    case 'minus':
      return subtracted(endsOf(expression.from, household), endsOf(expression.take, household));
    case 'times':
      return combinedEnds(endsOf(expression.of, household), endsOf(expression.by, household), product);
    case 'per':
      return divided(endsOf(expression.of, household), endsOf(expression.by, household));
    case 'notBelowZero':
      return mapped(endsOf(expression.of, household), (end) => Math.max(0, end));
    case 'cases':
      return endsOfCases(expression.of, expression.otherwise, household);
    case 'unknown': {
      const to = expression.to ? endsOf(expression.to, household).highest : INFINITE;
      return { lowest: endsOf(expression.from, household).lowest, highest: to };
    }
  }
}

const INFINITE: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

function both(min: number, max: number): Ends {
  return { lowest: [min, min], highest: [max, max] };
}

function endsOfFact({ fact, min, max }: Extract<CompiledExpression, { kind: 'fact' }>, household: Household): Ends {
  const value = household.facts[fact];
  if (typeof value === 'number') return both(value, value);
  return value === null ? both(min, max) : { lowest: [min, max], highest: [min, max] };
}

function endsOfCases(cases: readonly CompiledCase[], otherwise: CompiledExpression, household: Household): Ends {
  const possible: Ends[] = [];
  for (const { when, is } of cases) {
    const truth = truthOf(when, household);
    if (truth !== 'no') possible.push(endsOf(is, household));
    if (truth === 'yes') return either(possible);
  }
  return either([...possible, endsOf(otherwise, household)]);
}

function either(possible: readonly Ends[]): Ends {
  return {
    lowest: [Math.min(...possible.map((one) => one.lowest[0])), Math.max(...possible.map((one) => one.lowest[1]))],
    highest: [Math.min(...possible.map((one) => one.highest[0])), Math.max(...possible.map((one) => one.highest[1]))],
  };
}

function added(a: Ends, b: Ends): Ends {
  return combinedEnds(a, b, (x, y) => x + y);
}

function subtracted(a: Ends, b: Ends): Ends {
  return {
    lowest: [a.lowest[0] - b.highest[1], a.lowest[1] - b.highest[0]],
    highest: [a.highest[0] - b.lowest[1], a.highest[1] - b.lowest[0]],
  };
}

function divided(a: Ends, b: Ends): Ends {
  return {
    lowest: [a.lowest[0] / b.highest[1], a.lowest[1] / b.highest[0]],
    highest: [a.highest[0] / b.lowest[1], a.highest[1] / b.lowest[0]],
  };
}

function combinedEnds(a: Ends, b: Ends, join: (x: number, y: number) => number): Ends {
  return {
    lowest: [join(a.lowest[0], b.lowest[0]), join(a.lowest[1], b.lowest[1])],
    highest: [join(a.highest[0], b.highest[0]), join(a.highest[1], b.highest[1])],
  };
}

function mapped(ends: Ends, map: (end: number) => number): Ends {
  return {
    lowest: [map(ends.lowest[0]), map(ends.lowest[1])],
    highest: [map(ends.highest[0]), map(ends.highest[1])],
  };
}
