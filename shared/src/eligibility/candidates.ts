import type { FactDefinition, FactValue } from '../facts/fact';
import type { Test } from './condition';

/** One value for each way the leaf's test could go. */
export function candidatesOf(test: Test, limit: number | undefined, definition: FactDefinition): readonly FactValue[] {
  if (definition.type === 'boolean') return [true, false];
  if (definition.type === 'choice') return definition.options.map((option) => option.value);
  if (definition.type === 'staff') return [];
  const min = definition.type === 'count' ? definition.min : 0;
  return numbersAround(test.op === 'oneOf' ? test.values : [limit ?? min], min, definition.max);
}

/** The ends of the domain, and each threshold with its neighbours, as far as they lie inside. */
export function numbersAround(thresholds: readonly FactValue[], min: number, max: number): readonly number[] {
  const numbers = new Set([min, max]);
  for (const threshold of thresholds) {
    if (typeof threshold !== 'number') continue;
    for (const near of [
      Math.ceil(threshold) - 1,
      Math.floor(threshold),
      Math.ceil(threshold),
      Math.floor(threshold) + 1,
    ])
      if (near >= min && near <= max) numbers.add(near);
  }
  return [...numbers].sort((a, b) => a - b);
}
