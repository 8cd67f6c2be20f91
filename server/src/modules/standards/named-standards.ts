import { leavesIn } from '@jinmen/shared/eligibility/clause-problems';
import type { Condition, Limit } from '@jinmen/shared/eligibility/condition';
import type { Expression } from '@jinmen/shared/eligibility/expression';
import type { Programme } from '@jinmen/shared/eligibility/programme';
import { flagProblems, limitProblems } from '@jinmen/shared/eligibility/standard-key-problems';
import type { Vocabulary } from '@jinmen/shared/eligibility/vocabulary';
import type { StandardRow } from '@jinmen/shared/standards/standard';

/** A standard as a rule names it: within a limit, or as a yes or no. */
type Naming = { readonly limit: Limit } | { readonly flag: string };

/** The standards that the rules of a release read; a row under any other key would change nothing. */
export class NamedStandards {
  private readonly namings: readonly Naming[];
  private readonly keys: ReadonlySet<string>;

  constructor(programmes: readonly Programme[], { derived }: Pick<Vocabulary, 'derived'>) {
    const versions = programmes.flatMap((programme) => programme.versions);
    this.namings = [
      ...versions.flatMap(({ rule, amount }) => [
        ...inCondition(rule),
        ...(amount ? inExpression(amount.is) : []),
        ...(amount?.when ? inCondition(amount.when) : []),
      ]),
      ...Object.values(derived).flatMap(({ is }) => inExpression(is)),
    ];
    this.keys = new Set(this.namings.flatMap(keysOf));
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  /** Why a rule that names the row's key could not use its unit; one line for each such reason. */
  unitProblems({ key, unit }: Pick<StandardRow, 'key' | 'unit'>): readonly string[] {
    const known = { units: new Map([[key, unit]]), emptyByDesign: this.keys };
    const lines = this.namings.flatMap((naming) =>
      'flag' in naming ? flagProblems(naming.flag, known) : limitProblems(naming.limit, known),
    );
    return [...new Set(lines)];
  }
}

function keysOf(naming: Naming): readonly string[] {
  if ('flag' in naming) return [naming.flag];
  const { limit } = naming;
  if (typeof limit === 'number' || 'within' in limit) return [];
  return typeof limit.times === 'object' ? [limit.standard, limit.times.standard] : [limit.standard];
}

function inCondition(condition: Condition): readonly Naming[] {
  return leavesIn(condition).flatMap(({ leaf: { test } }): readonly Naming[] => {
    if (test.op === 'oneOf') return [];
    return [{ limit: test.limit }, ...(test.equality === undefined ? [] : [{ flag: test.equality }])];
  });
}

function inExpression(expression: Expression | undefined): readonly Naming[] {
  switch (expression?.kind) {
    case undefined:
    case 'fact':
      return []; // a derived number it may be is read by itself
    case 'amount':
      return [{ limit: expression.of }];
    case 'sum':
      return expression.of.flatMap(inExpression);
    case 'minus':
      return [expression.from, expression.take].flatMap(inExpression);
    case 'times':
    case 'per':
      return [expression.of, expression.by].flatMap(inExpression);
    case 'notBelowZero':
      return inExpression(expression.of);
    case 'cases':
      return [
        ...expression.of.flatMap(({ when, is }) => [...inCondition(when), ...inExpression(is)]),
        ...inExpression(expression.otherwise),
      ];
    case 'countedIf':
      return [{ flag: expression.flag }, ...inExpression(expression.of)];
    case 'unknown':
      return [expression.from, expression.to].flatMap(inExpression);
  }
}
