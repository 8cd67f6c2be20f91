import type { Expression } from './expression';
import { limitOn, type StandardsOfDay } from './limit';
import type { Vocabulary } from './vocabulary';

/** Both ends, inclusive; an open end is infinite. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

const ANYTHING: Bounds = { min: 0, max: Number.POSITIVE_INFINITY };

/** Every value the expression could take for any household at all, on a day with these standards. */
export function rangeOf(expression: Expression, vocabulary: Vocabulary, standards: StandardsOfDay): Bounds {
  const of = (part: Expression): Bounds => rangeOf(part, vocabulary, standards);
  switch (expression.kind) {
    case 'amount': {
      const value = limitOn(expression.of, standards);
      return value === undefined ? ANYTHING : { min: value, max: value };
    }
    case 'fact':
      return ofName(expression.fact, vocabulary, standards);
    case 'sum':
      return expression.of.map(of).reduce((a, b) => ({ min: a.min + b.min, max: a.max + b.max }), { min: 0, max: 0 });
    case 'minus': {
      const [from, take] = [of(expression.from), of(expression.take)];
      return { min: from.min - take.max, max: from.max - take.min };
    }
    case 'times':
      return timesOf(of(expression.of), of(expression.by));
    case 'per':
      return perOf(of(expression.of), of(expression.by));
    case 'notBelowZero': {
      const { min, max } = of(expression.of);
      return { min: Math.max(0, min), max: Math.max(0, max) };
    }
    case 'cases':
      return [...expression.of.map(({ is }) => of(is)), of(expression.otherwise)].reduce((a, b) => ({
        min: Math.min(a.min, b.min),
        max: Math.max(a.max, b.max),
      }));
    case 'countedIf':
      return { min: 0, max: standards.get(expression.flag)?.value === 0 ? 0 : of(expression.of).max };
    case 'unknown':
      return {
        min: expression.from ? of(expression.from).min : 0,
        max: expression.to ? of(expression.to).max : Number.POSITIVE_INFINITY,
      };
  }
}

function ofName(name: string, vocabulary: Vocabulary, standards: StandardsOfDay): Bounds {
  const derived = vocabulary.derived[name];
  if (derived) return rangeOf(derived.is, vocabulary, standards);
  const definition = vocabulary.facts[name];
  if (definition?.type === 'count') return { min: definition.min, max: definition.max };
  return { min: 0, max: definition?.type === 'money' ? definition.max : Number.POSITIVE_INFINITY };
}

function timesOf(of: Bounds, by: Bounds): Bounds {
  return { min: of.min * by.min, max: of.max === 0 || by.max === 0 ? 0 : of.max * by.max };
}

function perOf(of: Bounds, by: Bounds): Bounds {
  const [least, most] = [Math.max(1, by.min), Math.max(1, by.max)];
  // what lies below nothing weighs least where most share it
  return { min: of.min / (of.min < 0 ? least : most), max: of.max / (of.max < 0 ? most : least) };
}
