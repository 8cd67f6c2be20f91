import type { DataSource } from 'typeorm';
import { errnoOf } from '../retryable';

/** `migrations` is not there yet; or there, and not shown to this account. */
const NO_TABLE = [1146, 1142];
/** The account may do nothing in this database yet. */
const NO_DATABASE = 1044;

/** This release needs a schema that is not there yet, and its own account may not make it. */
export class SchemaBehindError extends Error {
  constructor(why: string) {
    super(
      `${why}, and this process does not migrate (MIGRATE=apart). Run "migrate" (npm run migrate, or ` +
        'node dist/migrate.main.js in the image) with the account that owns the database in MIGRATE_DATABASE_URL, then ' +
        'start this again (docs/operations.md, Two accounts).',
    );
    this.name = 'SchemaBehindError';
  }
}

/**
 * That every migration of this release is done and every table shown to this account. More than it knows is fine: the
 * version before serves while the next one's migrations run, and afterwards.
 * @throws SchemaBehindError
 */
export async function mustBeMigrated(dataSource: DataSource): Promise<void> {
  const done = await migrationsDone(dataSource);
  const missing = dataSource.migrations.map((each) => each.name ?? each.constructor.name);
  const [next, ...more] = missing.filter((name) => !done.has(name));
  if (next !== undefined)
    throw new SchemaBehindError(`The database lacks ${next}${andMore(more.length, 'migrations')}`);
  const seen: { name: string }[] = await dataSource.query(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const names = new Set(seen.map(({ name }) => name));
  const [unseen, ...others] = dataSource.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((name) => !names.has(name));
  if (unseen !== undefined) {
    throw new SchemaBehindError(
      `The account of DATABASE_URL is not shown ${unseen}${andMore(others.length, 'tables')}`,
    );
  }
}

/** What a database that never met `migrate` says to whoever may not look into it; the error itself where it is another. */
export function notYetOurs(error: unknown): unknown {
  return errnoOf(error) === NO_DATABASE
    ? new SchemaBehindError('The account of DATABASE_URL may not look into its database yet')
    : error;
}

async function migrationsDone(dataSource: DataSource): Promise<ReadonlySet<string>> {
  try {
    const rows: { name: string }[] = await dataSource.query('SELECT name FROM migrations');
    return new Set(rows.map(({ name }) => name));
  } catch (error) {
    if (NO_TABLE.includes(errnoOf(error) ?? 0)) return new Set();
    throw error;
  }
}

const andMore = (count: number, what: string): string => (count === 0 ? '' : ` and ${count} more ${what}`);
