import type { FactValue } from '../facts/fact';
import type { Period } from '../kernel/civil-date';
import type { Source } from '../kernel/source';

/**
 * A rule is data: it can be printed, hashed, sent and shown to a lawyer. It is never a function,
 * because WeChat forbids making code at run time and a refusal must be explained line by line.
 */
export type Condition = Leaf | Group | Negation;

export interface Group {
  readonly kind: 'all' | 'any';
  readonly of: readonly Condition[];
}

export interface Negation {
  readonly kind: 'not';
  readonly of: Condition;
}

/** One clause: a fact (or a derived number), the test it must pass, and where that is written. */
export interface Leaf {
  readonly kind: 'leaf';
  /** Unique within its programme, e.g. `C3`; the number of the criterion in its `spec.md`. */
  readonly id: string;
  /** The clause as a resident reads it, e.g. `家里人均月收入低于低保标准`. */
  readonly text: string;
  readonly source: Source;
  /** A fact or a derived number of the vocabulary. */
  readonly fact: string;
  readonly test: Test;
}

export type Comparison = 'below' | 'atMost' | 'above' | 'atLeast';

export type Test =
  | {
      readonly op: Comparison;
      readonly limit: Limit;
      /**
       * Where sources disagree on `<` or `≤`: the key of a `flag` standard (1 = equality passes, 0 = it does not).
       * While no row is in force, equality itself answers review.
       */
      readonly equality?: string;
    }
  | { readonly op: 'oneOf'; readonly values: readonly FactValue[] };

/**
 * A plain number (same unit as the fact), or a standard in force on the day, optionally times a number or times
 * another standard (`permille` counts as value/1000, `months` as value). No row in force = the threshold is UNKNOWN
 * and the leaf answers review before its fact is asked. For a date: the earliest day from which a period still runs on
 * the day judged, so that `atLeast` it is in time and `below` it is too late.
 */
export type Limit =
  | number
  | { readonly standard: string; readonly times?: number | { readonly standard: string } }
  | { readonly within: Period };

/** Every part must hold. */
export function all(...of: readonly Condition[]): Condition {
  return { kind: 'all', of };
}

/** One part is enough. */
export function any(...of: readonly Condition[]): Condition {
  return { kind: 'any', of };
}

export function not(of: Condition): Condition {
  return { kind: 'not', of };
}
