import type { Comparison, Leaf, Limit } from '../eligibility/condition';
import type { Period } from '../kernel/civil-date';
import type { Source } from '../kernel/source';
import type { DerivedName } from './derived';
import type { FactName, facts } from './facts';

type Definition<N extends FactName> = (typeof facts)[N];
type ValueOf<N extends FactName> =
  Definition<N> extends { readonly type: 'choice'; readonly options: readonly { readonly value: infer V }[] }
    ? V
    : Definition<N> extends { readonly type: 'count' | 'money' }
      ? number
      : boolean;
type NumberName = { [N in FactName]: Definition<N> extends { readonly type: 'count' | 'money' } ? N : never }[FactName];

type DateName = { [N in FactName]: Definition<N> extends { readonly type: 'date' } ? N : never }[FactName];

/** What a clause tests, before it is numbered and sourced. */
type Tested = Pick<Leaf, 'fact' | 'test'>;

/** The fact has one of these values. A fact the vocabulary lacks, or a value it cannot take, does not compile. */
export function is<N extends FactName>(fact: N, ...values: readonly ValueOf<N>[]): Tested {
  return { fact, test: { op: 'oneOf', values: values as readonly (string | number | boolean)[] } };
}

/**
 * The number lies on the right side of the limit. `equality` names the flag standard that settles a limit on which
 * sources disagree between `<` and `≤`.
 */
export function number(
  fact: NumberName | DerivedName,
  op: Comparison,
  limit: Limit,
  settledBy: { readonly equality?: string } = {},
): Tested {
  return { fact, test: { op, limit, ...settledBy } };
}

/** The period that began on the day of the fact still runs: claimed in time. */
export function stillWithin(fact: DateName, within: Period): Tested {
  return { fact, test: { op: 'atLeast', limit: { within } } };
}

/** One numbered, sourced clause of a programme. `text` is what a resident reads. */
export function clause(id: string, text: string, tested: Tested, source: Source): Leaf {
  return { kind: 'leaf', id, text, source, ...tested };
}
