import type { CivilDate } from '../kernel/civil-date';
import type { Answers, FactCell } from './answers';
import { KNOWN, UNCLEAR } from './answers';
import type { CompiledCondition, ValueTest } from './compiled';
import type { CompiledDerived } from './compiled-derived';
import { cellsOf, disjoint, markFact } from './compiled-expression';
import type { Leaf } from './condition';
import type { Side } from './side';
import {
  allOf,
  anyOf,
  CAN_EITHER,
  CAN_NO,
  CAN_YES,
  CLAUSES,
  DECIDED,
  EVERYTHING,
  opposite,
  REVIEW,
  SURE_EITHER,
  type Truth,
} from './truth';

export abstract class CompiledLeaf implements CompiledCondition {
  truth: Truth = REVIEW;
  abstract readonly cells: readonly FactCell[];

  constructor(
    readonly leaf: Leaf,
    /** The limit or the accepted values on that day; undefined = UNKNOWN. */
    readonly threshold: number | CivilDate | Extract<Leaf['test'], { op: 'oneOf' }>['values'] | undefined,
    protected readonly answers: Answers,
  ) {}

  abstract evaluate(): Truth;
  abstract markOpen(want: number, gated: boolean): void;
}

/** A clause on a fact. `test` is undefined when the threshold is UNKNOWN. */
export class FactLeaf extends CompiledLeaf {
  readonly cells: readonly FactCell[];
  private readonly whenMissing: Truth;

  constructor(
    leaf: Leaf,
    threshold: CompiledLeaf['threshold'],
    answers: Answers,
    readonly cell: FactCell,
    private readonly test: ValueTest | undefined,
  ) {
    super(leaf, threshold, answers);
    this.cells = [cell];
    this.whenMissing = test && !cell.staff ? test.within(cell.min, cell.max) & ~DECIDED : REVIEW;
  }

  evaluate(): Truth {
    const { cell, test } = this;
    if (test === undefined || cell.status === UNCLEAR) this.truth = REVIEW;
    else if (cell.status === KNOWN) this.truth = test.one(cell.lo);
    else this.truth = cell.boxed ? test.within(cell.lo, cell.hi) : this.whenMissing;
    return this.truth;
  }

  markOpen(want: number, gated: boolean): void {
    const { cell, truth, answers } = this;
    if ((truth & DECIDED) !== 0) return;
    if (truth === REVIEW) answers.markReview(cell);
    else markFact(cell, answers, worthAsking(truth, want), gated);
  }
}

/** A clause on a derived number. `side` is undefined when the threshold is UNKNOWN. */
export class NumberLeaf extends CompiledLeaf {
  readonly cells: readonly FactCell[];

  constructor(
    leaf: Leaf,
    threshold: CompiledLeaf['threshold'],
    answers: Answers,
    readonly derived: CompiledDerived,
    private readonly side: Side | undefined,
  ) {
    super(leaf, threshold, answers);
    this.cells = derived.expression.cells;
  }

  evaluate(): Truth {
    const exact = this.derived.update();
    if (this.side === undefined) this.truth = REVIEW;
    else {
      const truth = this.side.of(this.derived.expression.range);
      this.truth = exact || (truth & DECIDED) !== 0 ? truth : truth & ~SURE_EITHER;
    }
    return this.truth;
  }

  markOpen(want: number, gated: boolean): void {
    const { truth, answers, cells } = this;
    if ((truth & DECIDED) !== 0) return;
    if (this.side) {
      this.derived.markOpen(worthAsking(truth, want), gated);
      if ((truth & CAN_EITHER) !== 0 || cells.some((cell) => cell.reviewMark === answers.mark)) return;
    }
    // nothing is left to answer, yet it is open: the office has to look at what the number was made of
    for (const cell of cells) if (cell.status === KNOWN || !this.side) answers.markReview(cell);
  }
}

export class CompiledGroup implements CompiledCondition {
  truth: Truth = REVIEW;
  readonly cells: readonly FactCell[];
  private readonly disjoint: boolean;

  constructor(
    private readonly kind: 'all' | 'any',
    readonly of: readonly CompiledCondition[],
  ) {
    this.cells = cellsOf(of);
    this.disjoint = disjoint(of);
  }

  evaluate(): Truth {
    this.truth = this.kind === 'all' ? allOf(this.of, this.disjoint) : anyOf(this.of, this.disjoint);
    return this.truth;
  }

  /** "All" can turn out yes only by every part, no by any one of them; "any" the other way round. */
  markOpen(want: number, gated: boolean): void {
    const { truth } = this;
    if ((truth & DECIDED) !== 0) return;
    const reachable = want & truth & CAN_EITHER;
    for (const part of this.of) part.markOpen((reachable & part.truth) | (want & MODES), gated);
  }
}

export class CompiledNegation implements CompiledCondition {
  truth: Truth = REVIEW;
  readonly cells: readonly FactCell[];

  constructor(readonly of: CompiledCondition) {
    this.cells = of.cells;
  }

  evaluate(): Truth {
    this.truth = opposite(this.of.evaluate());
    return this.truth;
  }

  markOpen(want: number, gated: boolean): void {
    this.of.markOpen(((want & CAN_YES) << 1) | ((want & CAN_NO) >> 1) | (want & MODES), gated);
  }
}

const MODES = CLAUSES | EVERYTHING;

function worthAsking(truth: Truth, want: number): boolean {
  return (truth & want) !== 0 || (want & EVERYTHING) !== 0 || ((want & CLAUSES) !== 0 && (truth & CAN_EITHER) !== 0);
}
