import { result } from '../../../copy/result';
import type { ClauseLine } from '../../../ui/clause-list';

/** The rule before anything is answered: each clause once, and beside it nothing but what an office decides anyway. */
export function ruleAsWritten(clauses: readonly ClauseLine[]): readonly ClauseLine[] {
  return clauses
    .filter(({ text }, index) => clauses.findIndex((each) => each.text === text) === index)
    .map((clause) => (clause.outcome === result.outcome.missing ? { ...clause, outcome: undefined } : clause));
}
