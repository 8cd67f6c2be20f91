import type { CivilDate } from '../kernel/civil-date';
import type { AmountRange, Clause, Interval, ProgrammeVerdict, VerdictCode } from './assessment';
import { Compiler } from './compile';
import type { CompiledCondition, CompiledDerived, CompiledLeaf, Household } from './compiled';
import { Decidability } from './decidable';
import {
  collectOpen,
  collectOpenMeasure,
  eachOpenLeaf,
  foldTruth,
  type OpenFacts,
  opposite,
  type Truth,
  truthOf,
} from './judge';
import type { Programme, RuleVersion } from './programme';
import { reachOf } from './reach';
import { RULES_ON_RECORD, type Vocabulary } from './vocabulary';

/** `exactly` searches for an answer that settles it; `roughly` may be hopeful, and is cheap enough to compare with. */
export type Effort = 'exactly' | 'roughly';

/** Something an answer could still settle: whether a programme fits, how much it pays, or a clause of it. */
export interface Goal {
  readonly weight: number;
  /** The facts worth asking; undefined when settled, or when no answer could settle it. */
  openFacts(household: Household, effort: Effort): ReadonlySet<string> | undefined;
}

/** One programme with the rules and thresholds of one day. */
export class ProgrammeOfDay {
  private readonly rule: CompiledCondition;
  private readonly when: CompiledCondition | undefined;
  private readonly amount: CompiledDerived | undefined;
  private readonly ruleDecidability: Decidability;
  private readonly whenDecidability: Decidability | undefined;

  constructor(
    private readonly programme: Programme,
    private readonly version: RuleVersion,
    vocabulary: Vocabulary,
    compiler: Compiler,
  ) {
    this.rule = compiler.condition(version.rule);
    this.ruleDecidability = new Decidability(vocabulary, this.rule);
    if (!version.amount) return;
    this.amount = { name: `${programme.code}.amount`, expression: compiler.expression(version.amount.is) };
    if (!version.amount.when) return;
    this.when = compiler.condition(version.amount.when);
    this.whenDecidability = new Decidability(vocabulary, this.when);
  }

  verdict(household: Household): ProgrammeVerdict {
    const clauses: Clause[] = [];
    const truth = explain(this.rule, household, 'eligibility', clauses);
    const whenTruth = this.when ? explain(this.when, household, 'amount', clauses) : 'yes';
    const verdict = this.verdictCode(truth, household);
    const amount = verdict === 'unlikely' ? undefined : this.amountRange(household, whenTruth);
    const open = noneOpen();
    if (truth === 'open') collectOpen(this.rule, household, open);
    if (verdict !== 'unlikely') this.collectOpenAmount(household, whenTruth, open);
    return {
      programme: this.programme.code,
      verdict,
      ...(amount && { amount }),
      clauses,
      missing: [...open.missing],
      review: [...open.review],
    };
  }

  goals(): readonly Goal[] {
    return [
      { weight: 3, openFacts: (household, effort) => this.openRuleFacts(household, effort) },
      { weight: 1, openFacts: (household, effort) => this.openAmountFacts(household, effort) },
      { weight: 1, openFacts: (household) => this.openClauseFacts(household) },
    ];
  }

  private verdictCode(truth: Truth, household: Household): VerdictCode {
    if (truth === 'yes') return 'likely';
    if (truth === 'no') return 'unlikely';
    return this.ruleDecidability.canBeDecided(household) ? 'need-facts' : 'needs-review';
  }

  private openRuleFacts(household: Household, effort: Effort): ReadonlySet<string> | undefined {
    if (truthOf(this.rule, household) !== 'open') return undefined;
    if (!couldBeDecided(this.rule, this.ruleDecidability, household, effort)) return undefined;
    return missingIn(this.rule, household);
  }

  private openAmountFacts(household: Household, effort: Effort): ReadonlySet<string> | undefined {
    if (!this.amount || truthOf(this.rule, household) === 'no') return undefined;
    const when = this.when ? truthOf(this.when, household) : 'yes';
    if (when === 'open' && this.when && !couldBeDecided(this.when, this.whenDecidability, household, effort))
      return undefined;
    const open = noneOpen();
    this.collectOpenAmount(household, when, open);
    return open.missing.size > 0 ? open.missing : undefined;
  }

  /**
   * Where staff must settle the rest anyway, a resident still wants to know which clauses hold: both halves, “收入对得上；
   * 财产由街道核定”.
   */
  private openClauseFacts(household: Household): ReadonlySet<string> | undefined {
    if (truthOf(this.rule, household) !== 'open') return undefined;
    const missing = new Set<string>();
    eachOpenLeaf(this.rule, household, (leaf) => {
      const { yes, no } = reachOf(leaf, household);
      if (yes || no) for (const fact of missingIn(leaf, household)) missing.add(fact);
    });
    return missing.size > 0 ? missing : undefined;
  }

  private collectOpenAmount(household: Household, when: Truth, open: OpenFacts): void {
    if (!this.amount || when === 'no') return;
    if (when === 'open' && this.when) collectOpen(this.when, household, open);
    const range = household.measureOf(this.amount);
    if (range.missing.length + range.unclear.length === 0) return;
    collectOpenMeasure(this.amount.name, { ...range, sizeUnknown: false }, open);
  }

  /** Whole fen; an end nothing is known about is left out, and a range open at both ends is no answer at all. */
  private amountRange(household: Household, when: Truth): AmountRange | undefined {
    const rule = this.version.amount;
    if (!this.amount || !rule || when === 'no') return undefined;
    const range = household.measureOf(this.amount);
    const min = when === 'open' ? 0 : Math.ceil(range.min);
    if (min <= 0 && range.max === Number.POSITIVE_INFINITY) return undefined;
    return { ...interval(min, Math.floor(range.max)), per: rule.per, text: rule.text };
  }
}

function noneOpen(): OpenFacts {
  return { missing: new Set(), review: new Set() };
}

function missingIn(condition: CompiledCondition, household: Household): ReadonlySet<string> {
  const open = noneOpen();
  collectOpen(condition, household, open);
  return open.missing;
}

function couldBeDecided(
  condition: CompiledCondition,
  decidability: Decidability | undefined,
  household: Household,
  effort: Effort,
): boolean {
  const reach = reachOf(condition, household);
  if (!reach.yes && !reach.no) return false;
  return effort === 'roughly' || !decidability || decidability.canBeDecided(household);
}

/** A day for which no rules are on record: only the office can say. */
export function offTheRecord(programme: Programme, asOf: CivilDate): ProgrammeVerdict {
  const clause: Clause = {
    id: 'C0',
    text: `${asOf} 这一天的规定没有收录，由街道核定`,
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

/** Judges every clause, in reading order, whatever the others say, and folds them into one answer. */
function explain(
  condition: CompiledCondition,
  household: Household,
  decides: Clause['decides'],
  clauses: Clause[],
): Truth {
  switch (condition.kind) {
    case 'leaf': {
      const clause = clauseOf(condition, household, decides);
      clauses.push(clause);
      return clause.outcome === 'yes' || clause.outcome === 'no' ? clause.outcome : 'open';
    }
    case 'not':
      return opposite(explain(condition.of, household, decides, clauses));
    default: {
      const truths = condition.of.map((part) => explain(part, household, decides, clauses));
      return foldTruth(condition.kind, truths, (truth) => truth);
    }
  }
}

function clauseOf(compiled: CompiledLeaf, household: Household, decides: Clause['decides']): Clause {
  const { leaf, limit } = compiled;
  const clause: { -readonly [K in keyof Clause]: Clause[K] } = {
    id: leaf.id,
    text: leaf.text,
    source: leaf.source,
    fact: leaf.fact,
    outcome: compiled.judge(household),
    decides,
  };
  const value = shownValue(compiled, household);
  if (value !== undefined) clause.value = value;
  const threshold = leaf.test.op === 'oneOf' ? leaf.test.values : limit;
  if (threshold !== undefined) clause.threshold = threshold;
  return clause;
}

function shownValue({ leaf, derived }: CompiledLeaf, household: Household): Clause['value'] {
  if (!derived) return household.facts[leaf.fact];
  const { min, max, missing } = household.measureOf(derived);
  return min <= 0 && max === Number.POSITIVE_INFINITY && missing.length > 0 ? undefined : interval(min, max);
}

function interval(min: number, max: number): Interval {
  return max === Number.POSITIVE_INFINITY ? { min } : { min, max };
}
