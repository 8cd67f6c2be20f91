import type { FactDefinition, FactValue, FactValues } from '../facts/fact';
import type { Outcome } from './assessment';
import type { Leaf } from './condition';
import type { Measure } from './measure';

/** The facts under judgement, with the numbers that follow from them worked out at most once. */
export interface Household {
  readonly facts: FactValues;
  measureOf(derived: CompiledDerived): Measure;
  /** The same household with one more answer. */
  with(fact: string, value: FactValue): Household;
}

/** Where a whole interval lies; `open` while it reaches over the threshold, or on it where equality is not settled. */
export type IntervalTest = (min: number, max: number) => 'yes' | 'no' | 'open';

export interface CompiledLeaf {
  readonly kind: 'leaf';
  readonly leaf: Leaf;
  /** The fact's definition; absent for a derived number. */
  readonly definition: FactDefinition | undefined;
  readonly derived: CompiledDerived | undefined;
  /** The threshold of a comparison on that day; undefined = UNKNOWN, or the test is `oneOf`. */
  readonly limit: number | undefined;
  /** Undefined when the threshold itself is UNKNOWN. */
  readonly side: IntervalTest | undefined;
  readonly judge: (household: Household) => Outcome;
  /** Which ways the clause could still go once its own fact is asked; empty for a derived number. */
  readonly possible: ReadonlySet<Outcome>;
}

export type CompiledCondition =
  | CompiledLeaf
  | { readonly kind: 'all' | 'any'; readonly of: readonly CompiledCondition[] }
  | { readonly kind: 'not'; readonly of: CompiledCondition };

export type CompiledExpression =
  | { readonly kind: 'known'; readonly measure: Measure }
  | { readonly kind: 'open' }
  | { readonly kind: 'fact'; readonly fact: string; readonly min: number; readonly max: number }
  | { readonly kind: 'sum'; readonly of: readonly CompiledExpression[] }
  | { readonly kind: 'minus'; readonly from: CompiledExpression; readonly take: CompiledExpression }
  | { readonly kind: 'times' | 'per'; readonly of: CompiledExpression; readonly by: CompiledExpression }
  | { readonly kind: 'notBelowZero'; readonly of: CompiledExpression }
  | { readonly kind: 'cases'; readonly of: readonly CompiledCase[]; readonly otherwise: CompiledExpression }
  | { readonly kind: 'unknown'; readonly from: CompiledExpression; readonly to: CompiledExpression | undefined };

export interface CompiledDerived {
  readonly name: string;
  readonly expression: CompiledExpression;
}

export interface CompiledCase {
  readonly when: CompiledCondition;
  readonly is: CompiledExpression;
}
