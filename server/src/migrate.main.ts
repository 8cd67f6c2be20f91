import 'reflect-metadata';
import { configAndOwner, runToTheEnd } from './operator-command';
import { GrantsError, grantServing, readAccount } from './platform/database/accounts/serving-grants';
import { openDatabase } from './platform/database/open-database';
import type { OperatorReply } from './platform/operator-socket/message';
import { schema } from './schema';

const USAGE = `usage: MIGRATE_DATABASE_URL=mysql://owner:…@host/database npm run migrate [-- <account>[@<host>]]
without an account it is the one of DATABASE_URL, from anywhere`;

/**
 * `migrate`: brings MySQL's schema up to date with the account that owns it, and gives the account that serves what it
 * needs and no more.
 */
async function main(): Promise<OperatorReply> {
  const [named, ...rest] = process.argv.slice(2);
  const { config, ownerUrl } = configAndOwner(process.env);
  const account = readAccount(named ?? userOf(config.databaseUrl));
  if (ownerUrl === undefined || account === undefined || rest.length > 0) return { ok: false, lines: [USAGE] };
  const database = await openDatabase({ ...config, databaseUrl: ownerUrl, migrates: 'itself' }, schema);
  try {
    const { dataSource, migrated, appendOnly } = database;
    const done = migrated.length === 0 ? ['the schema was up to date'] : migrated.map((name) => `migrated: ${name}`);
    return { ok: true, lines: [...done, ...(await grantServing(dataSource, account, appendOnly))] };
  } catch (error) {
    if (error instanceof GrantsError) return { ok: false, lines: [error.message] };
    throw error;
  } finally {
    await database.close();
  }
}

function userOf(databaseUrl: string | undefined): string {
  const [, user = ''] = /^mysql:\/\/([^:@/]*)[:@]/.exec(databaseUrl ?? '') ?? [];
  return decodeURIComponent(user);
}

runToTheEnd(main);
