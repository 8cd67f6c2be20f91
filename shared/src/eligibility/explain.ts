import type { FactValue } from '../facts/fact';
import { type Answers, MISSING } from './answers';
import type { Clause, Interval, Outcome } from './assessment';
import { type CompiledLeaf, FactLeaf, NumberLeaf } from './compiled-condition';
import type { Range } from './range';
import { CAN_EITHER, EVERYTHING, NO, YES } from './truth';

type Decides = Clause['decides'];

/** Says what one evaluated leaf came to. Clauses that can come up again are made once. */
export class Explainer {
  private readonly known = new Map<FactValue | null | undefined, Clause>();

  constructor(
    private readonly leaf: CompiledLeaf,
    private readonly decides: Decides,
    private readonly answers: Answers,
  ) {}

  clause(): Clause {
    const { leaf } = this;
    if (leaf instanceof NumberLeaf) return this.numberClause(leaf);
    return leaf instanceof FactLeaf ? this.factClause(leaf) : this.make(undefined, this.outcome());
  }

  /** On a fact the value alone decides, so each clause it can give is kept; amounts of money would be too many. */
  private factClause({ cell }: FactLeaf): Clause {
    const kept = this.known.get(cell.value);
    if (kept) return kept;
    const made = this.make(cell.value, this.outcome());
    if (typeof cell.value !== 'number') this.known.set(cell.value, made);
    return made;
  }

  private numberClause({ derived, cells }: NumberLeaf): Clause {
    const outcome = this.outcome();
    const unasked = outcome === 'missing' && cells.every((cell) => cell.status === MISSING);
    return this.make(unasked ? undefined : intervalOf(derived.expression.range), outcome);
  }

  /** Open, it is missing while anything not asked keeps it so; review when only what is unclear or UNKNOWN does. */
  private outcome(): Outcome {
    const { leaf, answers } = this;
    if (leaf.truth === YES) return 'yes';
    if (leaf.truth === NO) return 'no';
    if ((leaf.truth & CAN_EITHER) !== 0) return 'missing';
    if (!(leaf instanceof NumberLeaf) || leaf.threshold === undefined) return 'review';
    answers.newMarks();
    leaf.markOpen(EVERYTHING, false);
    return leaf.cells.some((cell) => cell.missingMark === answers.mark) ? 'missing' : 'review';
  }

  private make(value: Clause['value'], outcome: Outcome): Clause {
    const { decides } = this;
    const { threshold } = this.leaf;
    const { id, text, source, fact } = this.leaf.leaf;
    if (value === undefined) {
      if (threshold === undefined) return { id, text, source, fact, outcome, decides };
      return { id, text, source, fact, threshold, outcome, decides };
    }
    if (threshold === undefined) return { id, text, source, fact, value, outcome, decides };
    return { id, text, source, fact, value, threshold, outcome, decides };
  }
}

function intervalOf({ loMin, hiMax }: Range): Interval {
  if (loMin === Number.NEGATIVE_INFINITY) return hiMax === Number.POSITIVE_INFINITY ? {} : { max: hiMax };
  return hiMax === Number.POSITIVE_INFINITY ? { min: loMin } : { min: loMin, max: hiMax };
}
