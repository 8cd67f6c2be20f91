import type { CivilDate } from '../kernel/civil-date';
import type { StandardRow } from './standard';

/**
 * The rows in force on a day, one a key, sorted by key. A row without `to` ends where the next of its key begins.
 */
export function standardsInForce(rows: readonly StandardRow[], asOf: CivilDate): readonly StandardRow[] {
  const latest = new Map<string, StandardRow>();
  for (const row of rows) {
    if (row.from > asOf) continue;
    const known = latest.get(row.key);
    if (!known || known.from < row.from) latest.set(row.key, row);
  }
  return [...latest.values()]
    .filter(({ to }) => to === undefined || asOf <= to)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
