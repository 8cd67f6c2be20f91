import type { CivilDate } from '../kernel/civil-date';
import type { Source } from '../kernel/source';

/** What a standard's integer `value` may count. */
export const STANDARD_UNITS = [
  'fen-per-person-month',
  'fen-per-household-month',
  'fen-per-person-year',
  'fen-per-meal',
  'fen-once',
  'permille', // 1500 = 1.5 times
  'months',
  'years',
  'flag', // 1 = yes, 0 = no
] as const;

export type StandardUnit = (typeof STANDARD_UNITS)[number];

export function isStandardUnit(value: unknown): value is StandardUnit {
  return STANDARD_UNITS.some((unit) => unit === value);
}

/**
 * One published figure and the days it is in force. A key has at most one row a day.
 * A row without `to` stays in force until a later row of its key begins. No row on a day = UNKNOWN that day.
 */
export interface StandardRow {
  readonly key: string;
  readonly value: number;
  readonly unit: StandardUnit;
  /** First day in force. */
  readonly from: CivilDate;
  /** Last day in force, inclusive. */
  readonly to?: CivilDate;
  readonly source: Source;
  readonly note?: string;
}
