import type { Answers, FactCell } from './answers';
import type { CompiledExpression } from './compiled';

/** A derived number, worked out at most once a household and marked at most once a list, whoever rests on it. */
export class CompiledDerived {
  private stamp = 0;
  private exact = true;
  private mark = 0;
  private markedHow = 0;

  constructor(
    readonly expression: CompiledExpression,
    private readonly answers: Answers,
  ) {}

  /** False when the ends of its range may not be reachable, so that a search must settle what they promise. */
  update(): boolean {
    // Stryker disable next-line ConditionalExpression: worked out again it is the same
    if (this.stamp === this.answers.stamp) return this.exact;
    const outer = this.answers.inexact;
    // Stryker disable next-line BooleanLiteral: taken for less sure than it is, a search comes to the same
    this.answers.inexact = false;
    this.expression.update();
    this.exact = this.expression.once && !this.answers.inexact;
    this.answers.inexact = outer;
    this.stamp = this.answers.stamp;
    return this.exact;
  }

  /** A number made of this one is no surer than it. */
  passOnDoubt(): void {
    this.answers.inexact = true;
  }

  markOpen(missing: boolean, gated: boolean): void {
    const how = 1 << (Number(missing) + 2 * Number(gated));
    if (this.mark !== this.answers.mark) {
      this.mark = this.answers.mark;
      this.markedHow = 0;
    }
    // Stryker disable next-line ConditionalExpression: marked again the same facts are on the list
    if ((this.markedHow & how) !== 0) return;
    this.markedHow |= how;
    this.expression.markOpen(this.answers, missing, gated, NOTHING);
  }
}

const NOTHING: readonly FactCell[] = [];

/** The number as a part of another one. */
export function ofDerived(derived: CompiledDerived): CompiledExpression {
  const { range, cells, once } = derived.expression;
  return {
    range,
    cells,
    once,
    update() {
      if (!derived.update()) derived.passOnDoubt();
    },
    markOpen: (_answers, missing, gated) => derived.markOpen(missing, gated),
  };
}
