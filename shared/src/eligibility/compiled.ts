import type { Answers, FactCell } from './answers';
import type { Range } from './range';
import type { Truth } from './truth';

/** A condition whose thresholds are looked up. `evaluate` judges every leaf below it and keeps each truth in place. */
export interface CompiledCondition {
  readonly truth: Truth;
  readonly cells: readonly FactCell[];
  evaluate(): Truth;
  /**
   * Marks the facts that keep it open. `want`: the `CAN_…` bits still worth reaching, `CLAUSES` or `EVERYTHING`; a missing fact
   * is marked only where its answer helps towards one of them.
   */
  markOpen(want: number, gated: boolean): void;
}

/** What a test makes of one value, and of every value between two. */
export interface ValueTest {
  one(code: number): Truth;
  /** `CAN_…` and `SURE_…` bits, and `DECIDED` when all agree. */
  within(lo: number, hi: number): Truth;
}

/** A number worked out in place: `update` brings `range` up to date, nothing is allocated. */
export interface CompiledExpression {
  readonly range: Range;
  readonly cells: readonly FactCell[];
  /** No fact twice on any path: then each end of the range can be reached. */
  readonly once: boolean;
  update(): void;
  /**
   * Marks the facts that keep it open; the missing ones only while answers could still decide what is asked about.
   * `gated`: whether they matter at all depends on another question, to be asked first. `because`: the facts that made
   * the present case apply; they answer for a size no source gives. Plain arguments: this runs on every judgement.
   */
  markOpen(answers: Answers, missing: boolean, gated: boolean, because: readonly FactCell[]): void;
}
