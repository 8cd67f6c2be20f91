import type { CompiledCase, CompiledExpression, Household } from './compiled';
import { collectOpen, truthOf } from './judge';
import { between, combined, exactly, type Measure, product } from './measure';

/** Everything the expression may come to, given what is not asked, not clear or UNKNOWN. */
export function measure(expression: CompiledExpression, household: Household): Measure {
  switch (expression.kind) {
    case 'known':
      return expression.measure;
    case 'open':
      return between(0, Number.POSITIVE_INFINITY, { sizeUnknown: true });
    case 'fact':
      return measureFact(expression, household);
    case 'sum': {
      const parts = expression.of.map((part) => measure(part, household));
      return combined(total(parts, 'min'), total(parts, 'max'), parts);
    }
    case 'minus': {
      const from = measure(expression.from, household);
      const take = measure(expression.take, household);
      return combined(from.min - take.max, from.max - take.min, [from, take]);
    }
    case 'times': {
      const of = measure(expression.of, household);
      const by = measure(expression.by, household);
      return combined(product(of.min, by.min), product(of.max, by.max), [of, by]);
    }
    case 'per': {
      const of = measure(expression.of, household);
      const by = measure(expression.by, household);
      return combined(of.min / (of.min < 0 ? by.min : by.max), of.max / (of.max < 0 ? by.max : by.min), [of, by]);
    }
    case 'notBelowZero': {
      const of = measure(expression.of, household);
      return combined(Math.max(0, of.min), Math.max(0, of.max), [of]);
    }
    case 'cases':
      return measureCases(expression.of, expression.otherwise, household);
    case 'unknown':
      return measureUnknown(expression, household);
  }
}

function measureFact(expression: Extract<CompiledExpression, { kind: 'fact' }>, household: Household): Measure {
  const value = household.facts[expression.fact];
  if (typeof value === 'number') return exactly(value);
  const why = value === null ? { unclear: [expression.fact] } : { missing: [expression.fact] };
  return between(expression.min, expression.max, why);
}

function measureUnknown(expression: Extract<CompiledExpression, { kind: 'unknown' }>, household: Household): Measure {
  const from = measure(expression.from, household);
  const to = expression.to ? measure(expression.to, household) : undefined;
  const max = to ? to.max : Number.POSITIVE_INFINITY;
  return { ...combined(from.min, max, to ? [from, to] : [from]), sizeUnknown: from.min !== max };
}

/** The hull of every case still possible; a case whose condition holds ends the list. */
function measureCases(cases: readonly CompiledCase[], otherwise: CompiledExpression, household: Household): Measure {
  const possible: Measure[] = [];
  const open = { missing: new Set<string>(), review: new Set<string>() };
  for (const { when, is } of cases) {
    const truth = truthOf(when, household);
    if (truth === 'no') continue;
    const value = measure(is, household);
    if (truth === 'yes') return hull([...possible, value], open);
    possible.push(value);
    collectOpen(when, household, open);
  }
  return hull([...possible, measure(otherwise, household)], open);
}

function hull(possible: readonly Measure[], open: { missing: Set<string>; review: Set<string> }): Measure {
  const [only] = possible;
  if (possible.length === 1 && only) return only;
  const min = Math.min(...possible.map((one) => one.min));
  const max = Math.max(...possible.map((one) => one.max));
  return combined(min, max, [...possible, between(0, 1, { missing: [...open.missing], unclear: [...open.review] })]);
}

function total(parts: readonly Measure[], end: 'min' | 'max'): number {
  return parts.reduce((sum, part) => sum + part[end], 0);
}
