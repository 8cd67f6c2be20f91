import type { DataSource } from 'typeorm';
import type { AppendOnly } from './append-only';
import { type Beyond, rightsBeyondServing } from './rights';

const TOLD_AT_MOST = 5;

/** Whoever took over the server could take tables away, or what stands in the audit. */
export class RightsBeyondServingError extends Error {
  constructor(beyond: readonly Beyond[]) {
    const told = beyond.slice(0, TOLD_AT_MOST);
    const byHand = told.flatMap(({ taken }) => taken).join('; ') || 'SHOW GRANTS tells them what';
    const more = beyond.length > TOLD_AT_MOST ? `, and ${beyond.length - TOLD_AT_MOST} more` : '';
    super(
      `The account of DATABASE_URL may do more than serve: ${told.map(({ words }) => words).join('; ')}${more}. ` +
        'Run "migrate" (npm run migrate, or node dist/migrate.main.js in the image) with the account that owns the ' +
        'database in MIGRATE_DATABASE_URL: it takes away what was given on the database and its tables. What is said ' +
        `here again after that, it cannot take; an administrator does: ${byHand} ` +
        '(docs/operations.md, Two accounts).',
    );
    this.name = 'RightsBeyondServingError';
  }
}

/**
 * Looks what this account may do in its database.
 * @throws RightsBeyondServingError when that is more than serving needs.
 */
export async function mustOnlyServe(dataSource: DataSource, appendOnly: readonly AppendOnly[]): Promise<void> {
  const [row]: { name: string }[] = await dataSource.query('SELECT DATABASE() AS name');
  // of the user and of every role that is on, in one column whose name is the account's
  const grants: Record<string, string>[] = await dataSource.query('SHOW GRANTS');
  const lines = grants.flatMap((grant) => Object.values(grant));
  const beyond = rightsBeyondServing(lines, { database: row?.name ?? '', appendOnly });
  if (beyond.length > 0) throw new RightsBeyondServingError(beyond);
}
