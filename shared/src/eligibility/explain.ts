import { addPeriod, isCivilDate } from '../kernel/civil-date';
import { type Answers, KNOWN, MISSING } from './answers';
import type { Clause, Interval, Outcome } from './assessment';
import { type CompiledLeaf, type FactLeaf, NumberLeaf } from './compiled-condition';
import type { Range } from './range';
import { CAN_EITHER, EVERYTHING, NO, type Truth, YES } from './truth';

type Decides = Clause['decides'];

/** Says what one evaluated leaf came to. */
export interface Explainer {
  clause(): Clause;
}

export function explainerOf(leaf: FactLeaf | NumberLeaf, decides: Decides, answers: Answers): Explainer {
  return leaf instanceof NumberLeaf ? new NumberExplainer(leaf, decides, answers) : new FactExplainer(leaf, decides);
}

/** On a fact the value alone decides, so each clause it can give is made once; sums of money and days would be too many. */
class FactExplainer implements Explainer {
  private readonly ofCode: (Clause | undefined)[] = [];
  private readonly ofStatus: (Clause | undefined)[] = [];
  private readonly numeric: boolean;

  constructor(
    private readonly leaf: FactLeaf,
    private readonly decides: Decides,
  ) {
    const { type } = leaf.cell.definition;
    // Stryker disable next-line all: whether a clause is kept or made again, it says the same
    this.numeric = type === 'count' || type === 'money' || type === 'date';
  }

  clause(): Clause {
    const { cell } = this.leaf;
    // Stryker disable next-line ConditionalExpression,LogicalOperator,EqualityOperator: as above
    if (cell.status === KNOWN && this.numeric) return this.make();
    const kept = cell.status === KNOWN ? this.ofCode : this.ofStatus;
    const key = cell.status === KNOWN ? cell.lo : cell.status;
    const known = kept[key];
    // Stryker disable next-line ConditionalExpression: made again it says the same
    if (known) return known;
    const made = this.make();
    kept[key] = made;
    return made;
  }

  private make(): Clause {
    const { value } = this.leaf.cell;
    const clause = clauseOf(this.leaf, value, outcomeOf(this.leaf.truth), this.decides);
    const { test } = this.leaf.leaf;
    if (test.op === 'oneOf' || typeof test.limit !== 'object' || !('within' in test.limit)) return clause;
    return isCivilDate(value) ? { ...clause, deadline: addPeriod(value, test.limit.within) } : clause;
  }
}

class NumberExplainer implements Explainer {
  constructor(
    private readonly leaf: NumberLeaf,
    private readonly decides: Decides,
    private readonly answers: Answers,
  ) {}

  clause(): Clause {
    const { leaf } = this;
    const outcome = this.outcome();
    const unasked = outcome === 'missing' && leaf.cells.every((cell) => cell.status === MISSING);
    return clauseOf(leaf, unasked ? undefined : intervalOf(leaf.derived.expression.range), outcome, this.decides);
  }

  /** Open, it is missing while anything not asked keeps it so; review when only what is unclear or UNKNOWN does. */
  private outcome(): Outcome {
    const { leaf, answers } = this;
    const outcome = outcomeOf(leaf.truth);
    if (outcome !== 'review' || leaf.threshold === undefined) return outcome;
    if (leaf.cells.every((cell) => cell.status !== MISSING)) return outcome;
    answers.newMarks();
    leaf.markOpen(EVERYTHING, false);
    return leaf.cells.some((cell) => cell.missingMark === answers.mark) ? 'missing' : 'review';
  }
}

function outcomeOf(truth: Truth): Outcome {
  if (truth === YES) return 'yes';
  if (truth === NO) return 'no';
  return (truth & CAN_EITHER) !== 0 ? 'missing' : 'review';
}

function clauseOf(compiled: CompiledLeaf, value: Clause['value'], outcome: Outcome, decides: Decides): Clause {
  const { threshold } = compiled;
  const { id, text, source, fact } = compiled.leaf;
  if (value === undefined) {
    if (threshold === undefined) return { id, text, source, fact, outcome, decides };
    return { id, text, source, fact, threshold, outcome, decides };
  }
  if (threshold === undefined) return { id, text, source, fact, value, outcome, decides };
  return { id, text, source, fact, value, threshold, outcome, decides };
}

function intervalOf({ loMin, hiMax }: Range): Interval {
  if (loMin === Number.NEGATIVE_INFINITY) return hiMax === Number.POSITIVE_INFINITY ? {} : { max: hiMax };
  return hiMax === Number.POSITIVE_INFINITY ? { min: loMin } : { min: loMin, max: hiMax };
}
