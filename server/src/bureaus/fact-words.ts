import type { FactDefinition } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import type { FactLine } from './relief-bureau.port';

/** A fact as the person at the other end reads it, and as the resident saw it: `2400.00元`, `3`, `是`, `不清楚`. */
export function factWords({ fact, value }: Pick<FactLine, 'fact' | 'value'>): string {
  if (value === null) return '不清楚';
  const definition: FactDefinition = facts[fact];
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (definition.type === 'money' && typeof value === 'number') return `${(value / 100).toFixed(2)}元`;
  if (definition.type === 'choice')
    return definition.options.find((option) => option.value === value)?.label ?? String(value);
  return String(value);
}
