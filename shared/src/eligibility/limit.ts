import type { StandardRow } from '../standards/standard';
import type { Limit } from './condition';

/** The rows in force on one day, by key. */
export type StandardsOfDay = ReadonlyMap<string, StandardRow>;

/** The limit as a number on that day; undefined = UNKNOWN, no row is in force. */
export function limitOn(limit: Limit, standards: StandardsOfDay): number | undefined {
  if (typeof limit === 'number') return limit;
  const base = standards.get(limit.standard)?.value;
  if (base === undefined || limit.times === undefined) return base;
  if (typeof limit.times === 'number') return base * limit.times;
  const factor = standards.get(limit.times.standard);
  if (factor === undefined) return undefined;
  return factor.unit === 'permille' ? (base * factor.value) / 1000 : base * factor.value;
}
