/**
 * Conflicts that a second try in a new transaction may cure. MySQL: 1213 deadlock, 1205 lock wait timeout (only the
 * statement is undone, so the transaction must be rolled back first, which a new one implies), 1020 record changed
 * since the snapshot (MariaDB). SQLite: another writer holds the file.
 */
const MYSQL_ERRNO = new Set([1213, 1205, 1020]);

/** Whether the error, or the database error it wraps, is such a conflict. */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { errno, code, driverError } = error as { errno?: unknown; code?: unknown; driverError?: unknown };
  if (typeof errno === 'number' && MYSQL_ERRNO.has(errno)) return true;
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) return true;
  return driverError !== undefined && driverError !== error && isRetryable(driverError);
}

/** The number MySQL gave the error, or the one it wraps; none of another error. */
export function errnoOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  const { errno, driverError } = error as { errno?: unknown; driverError?: unknown };
  if (typeof errno === 'number') return errno;
  return driverError !== error ? errnoOf(driverError) : undefined;
}

/** Whether this account may not do that to the table, or to a column of it. */
export function isDenied(error: unknown): boolean {
  return [1142, 1143].includes(errnoOf(error) ?? 0);
}

/** Whether a statement waited longer for a lock than it was allowed to. */
export function isLockTimeout(error: unknown): boolean {
  return errnoOf(error) === 1205;
}

/** Whether a foreign key refused it: a row was written under one that was going, or its parent went (MySQL 1451, 1452). */
export function isOrphaned(error: unknown): boolean {
  return [1451, 1452].includes(errnoOf(error) ?? 0);
}

/** Whether a unique constraint refused the row. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return code === 'ER_DUP_ENTRY' || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
