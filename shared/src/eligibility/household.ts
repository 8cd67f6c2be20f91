import type { FactValue, FactValues } from '../facts/fact';
import type { CompiledDerived, Household } from './compiled';
import type { Measure } from './measure';
import { measure } from './measure-expression';

export function householdOf(facts: FactValues): Household {
  const measures = new Map<CompiledDerived, Measure>();
  return {
    facts,
    measureOf(derived) {
      let known = measures.get(derived);
      if (!known) {
        known = measure(derived.expression, this);
        measures.set(derived, known);
      }
      return known;
    },
    with: (fact: string, value: FactValue) => householdOf({ ...facts, [fact]: value }),
  };
}
