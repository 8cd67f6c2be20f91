import { type CivilDate, isCivilDate } from '@jinmen/shared/kernel/civil-date';
import type { StandardRow } from '@jinmen/shared/standards/standard';
import { dayOf } from '../platform/clock';

export interface KeptStandards {
  /** Those in force on `asOf`, as the server has them. */
  readonly rows: readonly StandardRow[];
  readonly asOf: CivilDate;
  /** The server's, e.g. `2026.11.3+5v9kudukrx`: its rules, then its figures. */
  readonly rulesVersion?: string | undefined;
  readonly fetchedAtMs: number;
  readonly etag?: string | undefined;
}

/**
 * Reads a table of standards that came from the network or from storage. A table that is not whole is no table: judging
 * a household by half of it would be worse than by the older one.
 */
export function keptStandardsFrom(stored: unknown): KeptStandards | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { rows, asOf, rulesVersion, fetchedAtMs, etag } = stored as { [Part in keyof KeptStandards]?: unknown };
  if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isStandardRow)) return undefined;
  if (typeof fetchedAtMs !== 'number') return undefined;
  return {
    rows,
    // Older releases did not keep the day: they asked for that of the fetch.
    asOf: isCivilDate(asOf) ? asOf : dayOf(fetchedAtMs),
    rulesVersion: typeof rulesVersion === 'string' ? rulesVersion : undefined,
    fetchedAtMs,
    etag: typeof etag === 'string' ? etag : undefined,
  };
}

function isStandardRow(row: unknown): row is StandardRow {
  if (typeof row !== 'object' || row === null) return false;
  const { key, value, unit, from, source } = row as Record<string, unknown>;
  return (
    typeof key === 'string' &&
    Number.isInteger(value) &&
    typeof unit === 'string' &&
    isCivilDate(from) &&
    typeof source === 'object' &&
    source !== null
  );
}
