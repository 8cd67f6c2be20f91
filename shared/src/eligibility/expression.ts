import type { Source } from '../kernel/source';
import type { Condition, Limit } from './condition';

/**
 * How a number follows from facts. It is evaluated to an interval over everything not asked, not clear or UNKNOWN,
 * so that a half-known income is never mistaken for a known one. To keep the interval exact, a fact appears at most
 * once on any path through an expression.
 */
export type Expression =
  | { readonly kind: 'amount'; readonly of: Limit } // a number or a standard; UNKNOWN standard = 0 … no upper end
  | { readonly kind: 'fact'; readonly fact: string } // a fact that is a number, or another derived number
  | { readonly kind: 'sum'; readonly of: readonly Expression[] }
  | { readonly kind: 'minus'; readonly from: Expression; readonly take: Expression }
  | { readonly kind: 'times'; readonly of: Expression; readonly by: Expression } // both at least 0
  | { readonly kind: 'per'; readonly of: Expression; readonly by: Expression } // a `by` under 1 counts as 1
  | { readonly kind: 'notBelowZero'; readonly of: Expression }
  | {
      /** The first case whose condition holds; an undecided condition keeps every later case possible. */
      readonly kind: 'cases';
      readonly of: readonly { readonly when: Condition; readonly is: Expression }[];
      readonly otherwise: Expression;
    }
  | {
      /**
       * Counts in full when the `flag` standard is 1, not at all when it is 0, and anything between while no row is in
       * force: a rule that ran out says nothing about what replaced it.
       */
      readonly kind: 'countedIf';
      readonly flag: string;
      readonly of: Expression;
    }
  | {
      /** A size no source gives: anything from `from` (0 when absent) to `to` (no upper end when absent). */
      readonly kind: 'unknown';
      readonly from?: Expression;
      readonly to?: Expression;
      readonly source: Source;
    };

/** A number of the vocabulary that follows from facts, e.g. 人均月收入. `unit` tells the phone how to show it. */
export interface DerivedDefinition {
  readonly label: string;
  readonly unit: 'fen' | 'fen-per-month' | 'fen-per-year' | 'permille' | 'count';
  readonly is: Expression;
}
