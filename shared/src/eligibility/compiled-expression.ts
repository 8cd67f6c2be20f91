import type { Answers, FactCell } from './answers';
import { KNOWN, MISSING, UNCLEAR } from './answers';
import type { CompiledCondition, CompiledExpression } from './compiled';
import { divide, either, fixedRange, hull, multiply, perhaps, Range } from './range';
import { CAN_EITHER, CAN_NO, CAN_YES, CLAUSES, NO, SURE_EITHER, YES } from './truth';

export function constant(min: number, max: number): CompiledExpression {
  return {
    range: fixedRange(min, max),
    cells: [],
    once: true,
    update: nothing,
    markOpen(answers, _missing, _gated, because) {
      if (min !== max) blame(because, answers);
    },
  };
}

export function ofFact(cell: FactCell): CompiledExpression {
  const range = new Range();
  return {
    range,
    cells: [cell],
    once: true,
    update() {
      if (cell.status === MISSING) range.set(cell.lo, cell.hi, cell.lo, cell.hi);
      else range.set(cell.lo, cell.lo, cell.hi, cell.hi);
    },
    markOpen: (answers, missing, gated) => markFact(cell, answers, missing, gated),
  };
}

/** Puts a fact on the list it belongs to, if any. */
export function markFact(cell: FactCell, answers: Answers, missing: boolean, gated: boolean): void {
  if (cell.status === UNCLEAR || (cell.staff && cell.status === MISSING)) answers.markReview(cell);
  else if (cell.status === MISSING && missing) answers.markMissing(cell, gated);
}

/** Parts worked out one by one, then joined. */
export function joined(parts: readonly CompiledExpression[], join: (into: Range) => void): CompiledExpression {
  const range = new Range();
  return {
    range,
    cells: cellsOf(parts),
    once: parts.every((part) => part.once) && disjoint(parts),
    update() {
      for (const part of parts) part.update();
      join(range);
    },
    markOpen(answers, missing, gated, because) {
      if (range.exact) return;
      for (const part of parts) if (!part.range.exact) part.markOpen(answers, missing, gated, because);
    },
  };
}

export function sumOf(parts: readonly CompiledExpression[]): CompiledExpression {
  return joined(parts, (into) => {
    let loMin = 0;
    let loMax = 0;
    let hiMin = 0;
    let hiMax = 0;
    for (const { range } of parts) {
      loMin += range.loMin;
      loMax += range.loMax;
      hiMin += range.hiMin;
      hiMax += range.hiMax;
    }
    into.set(loMin, loMax, hiMin, hiMax);
  });
}

export function difference(from: CompiledExpression, take: CompiledExpression): CompiledExpression {
  const [a, b] = [from.range, take.range];
  return joined([from, take], (into) =>
    into.set(a.loMin - b.hiMax, a.loMax - b.hiMin, a.hiMin - b.loMax, a.hiMax - b.loMin),
  );
}

export function times(of: CompiledExpression, by: CompiledExpression): CompiledExpression {
  return joined([of, by], (into) => multiply(into, of.range, by.range));
}

export function per(of: CompiledExpression, by: CompiledExpression): CompiledExpression {
  return joined([of, by], (into) => divide(into, of.range, by.range));
}

export function notBelowZero(of: CompiledExpression): CompiledExpression {
  const { range } = of;
  return joined([of], (into) =>
    into.set(Math.max(0, range.loMin), Math.max(0, range.loMax), Math.max(0, range.hiMin), Math.max(0, range.hiMax)),
  );
}

/** A size no source gives, between two that are known as far as their facts are. */
export function unknownSize(from: CompiledExpression, to: CompiledExpression): CompiledExpression {
  const plain = joined([from, to], (into) =>
    into.set(from.range.loMin, from.range.loMax, to.range.hiMin, to.range.hiMax),
  );
  return {
    ...plain,
    markOpen(answers, missing, gated, because) {
      if (plain.range.exact) return;
      plain.markOpen(answers, missing, gated, because);
      // what is left open once they are answered is for the office: by the facts it is about, else by what led here
      if (to.cells.length === 0) blame(because, answers);
      for (const cell of to.cells) if (cell.status === KNOWN) answers.markReview(cell);
    },
  };
}

/** `then` where the condition holds, else `otherwise`; both stay possible while it is open. */
export function choice(
  when: CompiledCondition,
  then: CompiledExpression,
  otherwise: CompiledExpression,
  answers: Answers,
): CompiledExpression {
  const range = new Range();
  const shared = !disjoint([then, otherwise]);
  const apart = disjoint([when, then]) && disjoint([when, otherwise]);
  return {
    range,
    cells: cellsOf([when, then, otherwise]),
    once: then.once && otherwise.once && apart,
    update() {
      const truth = when.evaluate();
      if (truth !== NO) then.update();
      if (truth !== YES) otherwise.update();
      if (truth === YES) range.copy(then.range);
      else if (truth === NO) range.copy(otherwise.range);
      else choose(truth);
    },
    markOpen(answers, missing, gated, because) {
      const { truth } = when;
      if (truth === YES) then.markOpen(answers, missing, gated, when.cells);
      else if (truth === NO) otherwise.markOpen(answers, missing, gated, because);
      else if (!range.exact) {
        const answerable = (truth & CAN_EITHER) !== 0;
        if (missing || !answerable) when.markOpen(missing ? CLAUSES : 0, gated);
        then.markOpen(answers, missing, gated || answerable, when.cells);
        otherwise.markOpen(answers, missing, gated || answerable, because);
      }
    },
  };

  function choose(truth: number): void {
    const can = truth & CAN_EITHER;
    if (can === CAN_EITHER) either(range, then.range, otherwise.range);
    else if (can === CAN_YES) perhaps(range, then.range, otherwise.range);
    else if (can === CAN_NO) perhaps(range, otherwise.range, then.range);
    else hull(range, then.range, otherwise.range);
    if (can === 0 ? shared : (truth & SURE_EITHER) >> 2 !== can) answers.inexact = true;
  }
}

function blame(cells: readonly FactCell[], answers: Answers): void {
  for (const cell of cells) answers.markReview(cell);
}

function nothing(): void {}

export function cellsOf(parts: readonly { readonly cells: readonly FactCell[] }[]): readonly FactCell[] {
  return [...new Set(parts.flatMap((part) => part.cells))].sort((a, b) => a.position - b.position);
}

export function disjoint(parts: readonly { readonly cells: readonly FactCell[] }[]): boolean {
  return cellsOf(parts).length === parts.reduce((sum, part) => sum + part.cells.length, 0);
}
