import type { DerivedDefinition } from '@jinmen/shared/eligibility/expression';
import type { FactDefinition } from '@jinmen/shared/facts/fact';
import { isAge } from './typed-age';

/** The words facts and derived numbers go by, whichever of the two a clause rests on. */
export interface Vocabulary {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly derived: Readonly<Record<string, DerivedDefinition>>;
}

export function labelOf(name: string, { facts, derived }: Vocabulary): string {
  return facts[name]?.label ?? derived[name]?.label ?? name;
}

export type Measure = 'money' | 'share' | 'years' | 'plain';

/** What its numbers count: fen, thousandths of something, years, or none of these. */
export function measureOf(name: string, { facts, derived }: Vocabulary): Measure {
  const unit = derived[name]?.unit;
  if (unit === 'permille') return 'share';
  if (isAge(facts[name])) return 'years';
  return facts[name]?.type === 'money' || (unit !== undefined && unit !== 'count') ? 'money' : 'plain';
}
