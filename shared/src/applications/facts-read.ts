import type { Condition, Group, Leaf } from '../eligibility/condition';
import type { Expression } from '../eligibility/expression';
import type { AmountRule, RuleVersion } from '../eligibility/programme';
import type { Vocabulary } from '../eligibility/vocabulary';
import type { FactValues } from '../facts/fact';

/** The facts a rule still reads, and of those the ones that decide more than how much. */
export interface FactsRead {
  readonly all: ReadonlySet<string>;
  readonly decisive: ReadonlySet<string>;
}

/**
 * What one rule reads of a household of which this is known. Ways that the answers have closed are left out: where one
 * way is enough and one is open to them, the others; where one way is closed by an answer, the rest of that way. A
 * requirement of everybody is never left out because another one fails: the street reads them all. Only yes/no and
 * choice answers close a way, figures do not, and 不清楚 closes nothing.
 */
export function factsRead(
  { rule, amount }: Pick<RuleVersion, 'rule' | 'amount'>,
  facts: FactValues,
  vocabulary: Vocabulary,
): FactsRead {
  const deciding = new Reading(facts, vocabulary);
  deciding.requirement(rule);
  const paying = new Reading(facts, vocabulary);
  if (amount) readAmount(paying, amount);
  return { all: new Set([...deciding.read, ...paying.read]), decisive: deciding.read };
}

function readAmount(reading: Reading, { is, when }: AmountRule): void {
  if (when) reading.way(when);
  reading.expression(is);
}

/** Open: not answered, not clear, or a figure. */
type Truth = 'yes' | 'no' | 'open';

class Reading {
  readonly read = new Set<string>();

  constructor(
    private readonly facts: FactValues,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** A condition everybody must meet. */
  requirement(condition: Condition): void {
    if (condition.kind === 'all') for (const part of condition.of) this.requirement(part);
    else this.way(condition);
  }

  /** A condition that may be closed by an answer. */
  way(condition: Condition): void {
    if (condition.kind === 'leaf') this.number(condition.fact);
    else if (condition.kind === 'not') this.way(condition.of);
    else this.ways(condition);
  }

  private ways(condition: Group): void {
    const settled: Truth = condition.kind === 'all' ? 'no' : 'yes';
    const settling = condition.of.filter((part) => this.truthOf(part) === settled);
    for (const part of settling.length > 0 ? settling : condition.of) this.way(part);
  }

  expression(expression: Expression): void {
    if (expression.kind === 'fact') this.number(expression.fact);
    else if (expression.kind === 'cases') this.cases(expression);
    else for (const part of partsOf(expression)) this.expression(part);
  }

  private cases({ of: cases, otherwise }: Extract<Expression, { kind: 'cases' }>): void {
    for (const { when, is } of cases) {
      this.way(when);
      const truth = this.truthOf(when);
      if (truth !== 'no') this.expression(is);
      if (truth === 'yes') return;
    }
    this.expression(otherwise);
  }

  private number(name: string): void {
    const derived = this.vocabulary.derived[name];
    if (derived) this.expression(derived.is);
    else this.read.add(name);
  }

  private truthOf(condition: Condition): Truth {
    switch (condition.kind) {
      case 'leaf':
        return this.truthOfLeaf(condition);
      case 'not':
        return opposite(this.truthOf(condition.of));
      default: {
        const truths = condition.of.map((part) => this.truthOf(part));
        const [settled, otherwise]: readonly [Truth, Truth] = condition.kind === 'all' ? ['no', 'yes'] : ['yes', 'no'];
        if (truths.includes(settled)) return settled;
        return truths.includes('open') ? 'open' : otherwise;
      }
    }
  }

  private truthOfLeaf({ fact, test }: Leaf): Truth {
    const value = this.facts[fact];
    if (test.op !== 'oneOf' || value === undefined || value === null) return 'open';
    return test.values.includes(value) ? 'yes' : 'no';
  }
}

function partsOf(expression: Exclude<Expression, { kind: 'fact' | 'cases' }>): readonly Expression[] {
  switch (expression.kind) {
    case 'amount':
      return [];
    case 'sum':
      return expression.of;
    case 'minus':
      return [expression.from, expression.take];
    case 'times':
    case 'per':
      return [expression.of, expression.by];
    case 'notBelowZero':
    case 'countedIf':
      return [expression.of];
    case 'unknown':
      return [expression.from, expression.to].filter((part) => part !== undefined);
  }
}

function opposite(truth: Truth): Truth {
  return truth === 'open' ? 'open' : truth === 'yes' ? 'no' : 'yes';
}
