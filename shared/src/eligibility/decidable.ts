import type { Answers, FactCell } from './answers';
import type { CompiledCondition } from './compiled';
import { CAN_EITHER, CLAUSES, SURE_EITHER } from './truth';

/** More steps than any real rule needs; past it the rule counts as decidable, which asks too much, never too little. */
const MOST_STEPS = 3_000;

/**
 * Whether some answer to what was not asked would decide an evaluated condition, everything unclear or UNKNOWN left as
 * it is. Answers are given to facts, not to clauses: two clauses on one fact get the same answer. What the bits of the
 * condition leave unsettled is searched: the domains of its missing facts are cut into ever smaller boxes, and a box in
 * which nothing can be decided any more is thrown away whole.
 */
export function canBeDecided(condition: CompiledCondition, answers: Answers): boolean {
  return new Search(condition, answers).found();
}

class Search {
  private steps = MOST_STEPS;

  constructor(
    private readonly condition: CompiledCondition,
    private readonly answers: Answers,
  ) {}

  /** Looks where the cells are now; they and the condition are left as they were. */
  found(): boolean {
    const { truth } = this.condition;
    if ((truth & SURE_EITHER) !== 0) return true;
    // Stryker disable next-line ConditionalExpression: searched to the end, such a box holds no decision either
    if ((truth & CAN_EITHER) === 0) return false;
    if (this.steps-- <= 0) return true;
    const cell = this.widest();
    if (!cell) return false;
    const { lo, hi, boxed } = cell;
    const found = boxesOf(lo, hi).some(([from, to]) => {
      this.look(cell, from, to, true);
      return this.found();
    });
    this.look(cell, lo, hi, boxed);
    return found;
  }

  private look(cell: FactCell, from: number, to: number, boxed: boolean): void {
    cell.lo = from;
    cell.hi = to;
    cell.boxed = boxed;
    this.answers.stamp++;
    this.condition.evaluate();
  }

  /** A missing fact that still matters and is not narrowed to one value yet. */
  private widest(): FactCell | undefined {
    const { answers, condition } = this;
    answers.newMarks();
    condition.markOpen(CLAUSES, false);
    return condition.cells.find((cell) => cell.missingMark === answers.mark && cell.lo < cell.hi);
  }
}

/** Both ends first: numbers that follow from facts are most often decided there. Then the halves between. */
function boxesOf(lo: number, hi: number): readonly (readonly [number, number])[] {
  const boxes: (readonly [number, number])[] = [
    [lo, lo],
    [hi, hi],
  ];
  if (hi - lo < 2) return boxes;
  const middle = Math.floor((lo + hi) / 2);
  boxes.push([lo + 1, middle]);
  if (middle < hi - 1) boxes.push([middle + 1, hi - 1]);
  return boxes;
}
