import type { CivilDate } from '../kernel/civil-date';
import type { Answers, FactCell } from './answers';
import type { AmountRange, Clause, ProgrammeVerdict, VerdictCode } from './assessment';
import type { Compiler } from './compile';
import type { CompiledCondition } from './compiled';
import { CompiledDerived } from './compiled-derived';
import { cellsOf } from './compiled-expression';
import { canBeDecided } from './decidable';
import { type Explainer, explainerOf } from './explain';
import type { AmountRule, Programme, RuleVersion } from './programme';
import { CAN_EITHER, CLAUSES, EVERYTHING, NO, YES } from './truth';
import { RULES_ON_RECORD } from './vocabulary';
import { rulesNotOnRecord } from './words';

interface CompiledAmount {
  readonly rule: AmountRule;
  readonly is: CompiledDerived;
  readonly when: CompiledCondition | undefined;
}

/** One programme with the rules and thresholds of one day. */
export class ProgrammeOfDay {
  /** Every fact it rests on, in the order of the vocabulary. */
  readonly cells: readonly FactCell[];
  private readonly rule: CompiledCondition;
  private readonly amount: CompiledAmount | undefined;
  private readonly explainers: readonly Explainer[];

  constructor(
    private readonly programme: Programme,
    version: RuleVersion,
    compiler: Compiler,
    private readonly answers: Answers,
  ) {
    const rule = compiler.rule(version.rule);
    const when = version.amount?.when && compiler.rule(version.amount.when);
    this.rule = rule.condition;
    this.explainers = [
      ...rule.leaves.map((leaf) => explainerOf(leaf, 'eligibility', answers)),
      ...(when?.leaves ?? []).map((leaf) => explainerOf(leaf, 'amount', answers)),
    ];
    if (version.amount) {
      const is = new CompiledDerived(compiler.expression(version.amount.is), answers);
      this.amount = { rule: version.amount, is, when: when?.condition };
    }
    this.cells = cellsOf([
      this.rule,
      ...(when ? [when.condition] : []),
      ...(this.amount ? [this.amount.is.expression] : []),
    ]);
  }

  /** Behind which it is found. */
  get door(): string {
    return this.programme.door;
  }

  /** Judges the household now in the cells. */
  verdict(): ProgrammeVerdict {
    const truth = this.rule.evaluate();
    this.amount?.when?.evaluate();
    const verdict = this.verdictCode(truth);
    const clauses: Clause[] = [];
    for (const explainer of this.explainers) clauses.push(explainer.clause());
    this.answers.newMarks();
    this.rule.markOpen(EVERYTHING, false);
    const amount = verdict === 'unlikely' ? undefined : this.amountRange();
    if (verdict !== 'unlikely') this.markAmount(EVERYTHING);
    return this.put(verdict, amount, clauses);
  }

  /**
   * How much an answer could still settle: whether it fits (weighs most), its clauses, and how much it pays, each with
   * the facts that takes. Marks those facts. What is possible counts without a search.
   */
  openness(): number {
    const truth = this.rule.evaluate();
    if (truth === NO) return 0;
    this.amount?.when?.evaluate();
    const { answers } = this;
    answers.newMarks();
    // a resident wants to know which clauses hold, also where staff must settle the rest: both halves
    this.rule.markOpen(CLAUSES, false);
    const clauses = this.countMissing();
    this.markAmount(CLAUSES);
    const ofAmount = this.countMissing() - clauses;
    return ((truth & CAN_EITHER) === 0 ? 1 : FITTING_WEIGHT) * goal(clauses) + goal(ofAmount);
  }

  private countMissing(): number {
    let missing = 0;
    for (const cell of this.cells) if (cell.missingMark === this.answers.mark) missing++;
    return missing;
  }

  private verdictCode(truth: number): VerdictCode {
    if (truth === YES) return 'likely';
    if (truth === NO) return 'unlikely';
    return canBeDecided(this.rule, this.answers) ? 'need-facts' : 'needs-review';
  }

  private markAmount(want: number): void {
    const { amount } = this;
    if (!amount || amount.when?.truth === NO) return;
    amount.when?.markOpen(want, false);
    amount.is.update();
    const { loMin, loMax, hiMin, hiMax } = amount.is.expression.range;
    // Both ends lie where they lie, whatever is answered: there is nothing to ask for the amount's sake.
    if ((want & EVERYTHING) === 0 && loMin === loMax && hiMin === hiMax) return;
    const gated = amount.when !== undefined && (amount.when.truth & CAN_EITHER) !== 0 && amount.when.truth !== YES;
    amount.is.markOpen(true, gated);
  }

  /** Whole fen, rounded away from what is known; a range about which nothing is known is no answer at all. */
  private amountRange(): AmountRange | undefined {
    const { amount } = this;
    if (!amount || amount.when?.truth === NO) return undefined;
    amount.is.update();
    const { range } = amount.is.expression;
    const certain = !amount.when || amount.when.truth === YES;
    const min = certain ? wholeFen(range.loMin, range.exact, Math.floor) : 0;
    const { per, text } = amount.rule;
    if (range.hiMax === Number.POSITIVE_INFINITY) return min > 0 ? { min, per, text } : undefined;
    return { min: Math.max(0, min), max: wholeFen(range.hiMax, range.exact, Math.ceil), per, text };
  }

  private put(verdict: VerdictCode, amount: AmountRange | undefined, clauses: readonly Clause[]): ProgrammeVerdict {
    const { mark } = this.answers;
    const missing: string[] = [];
    const review: string[] = [];
    for (const cell of this.cells) {
      if (cell.missingMark === mark) missing.push(cell.name);
      if (cell.reviewMark === mark) review.push(cell.name);
    }
    const programme = this.programme.code;
    return amount
      ? { programme, verdict, amount, clauses, missing, review }
      : { programme, verdict, clauses, missing, review };
  }
}

/** Knowing whether it fits matters more than knowing how much, or why alone. */
const FITTING_WEIGHT = 4;
/** Four facts still to ask weigh as much as the goal itself. */
const FACTS_A_GOAL = 4;

function goal(facts: number): number {
  return facts === 0 ? 0 : 1 + facts / FACTS_A_GOAL;
}

function wholeFen(value: number, exact: boolean, outward: (value: number) => number): number {
  return exact ? Math.round(value) : outward(value);
}

/** A day for which no rules are on record: only the office can say. */
export function offTheRecord(programme: Programme, asOf: CivilDate): ProgrammeVerdict {
  const clause: Clause = {
    id: 'C0',
    text: rulesNotOnRecord(asOf),
    source: { document: programme.formalName, row: 'I', confidence: 'unknown' },
    fact: RULES_ON_RECORD,
    outcome: 'review',
    decides: 'eligibility',
  };
  return {
    programme: programme.code,
    verdict: 'needs-review',
    clauses: [clause],
    missing: [],
    review: [RULES_ON_RECORD],
  };
}

export function versionOn(programme: Programme, asOf: CivilDate): RuleVersion | undefined {
  return programme.versions.find(({ from, to }) => from <= asOf && (to === undefined || asOf <= to));
}
