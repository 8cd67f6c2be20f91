import { type CivilDate, dayNumber, earliestStillRunning } from '../kernel/civil-date';
import { standardsInForce } from '../standards/in-force';
import type { StandardRow } from '../standards/standard';
import type { Limit } from './condition';

/** The day judged, and the row of a standard in force on it. */
export interface StandardsOfDay {
  readonly asOf: CivilDate;
  get(key: string): StandardRow | undefined;
}

export function standardsOfDay(rows: readonly StandardRow[], asOf: CivilDate): StandardsOfDay {
  const inForce = new Map(standardsInForce(rows, asOf).map((row) => [row.key, row]));
  return { asOf, get: (key) => inForce.get(key) };
}

/** The limit as a number on that day (of days since 1970 for a date); undefined = UNKNOWN, no row is in force. */
export function limitOn(limit: Limit, standards: StandardsOfDay): number | undefined {
  if (typeof limit === 'number') return limit;
  if ('within' in limit) return dayNumber(earliestStillRunning(standards.asOf, limit.within));
  const base = standards.get(limit.standard)?.value;
  if (base === undefined || limit.times === undefined) return base;
  if (typeof limit.times === 'number') return base * limit.times;
  const factor = standards.get(limit.times.standard);
  if (factor === undefined) return undefined;
  return factor.unit === 'permille' ? (base * factor.value) / 1000 : base * factor.value;
}
