import type { DerivedDefinition } from '@jinmen/shared/eligibility/expression';
import type { FactDefinition } from '@jinmen/shared/facts/fact';

/** The words facts and derived numbers go by, whichever of the two a clause rests on. */
export interface Vocabulary {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly derived: Readonly<Record<string, DerivedDefinition>>;
}

export function labelOf(name: string, { facts, derived }: Vocabulary): string {
  return facts[name]?.label ?? derived[name]?.label ?? name;
}

export function isMoney(name: string, { facts, derived }: Vocabulary): boolean {
  const measured = derived[name];
  return facts[name]?.type === 'money' || (measured !== undefined && measured.unit !== 'count');
}
