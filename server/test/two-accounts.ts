import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { type Child, start } from './child';
import type { TestDatabase } from './database';

const ACCOUNTS = join(__dirname, '../../deploy/mariadb/accounts.sh');

/** A MySQL database with the two accounts that production has: one owns it, the other serves. */
export interface TwoAccounts {
  /** The names, without where they come from. */
  readonly owner: string;
  readonly serving: string;
  /** What only commands of the owner are told. */
  readonly ownerEnv: { readonly MIGRATE_DATABASE_URL: string };
  /** The database as a server sees it. */
  readonly served: TestDatabase;
  /** `migrate`, with these arguments; the sources, or as it is shipped. */
  migrate(file: 'src/migrate.main.ts' | 'dist/migrate.main.js', args?: readonly string[]): Child;
  /** A statement of the server's administrator. */
  asAdministrator(sql: string): Promise<void>;
  remove(): Promise<void>;
}

/** Makes the accounts as `deploy/mariadb/accounts.sh` says, for an empty database; neither has done anything yet. */
export async function twoAccounts(database: TestDatabase): Promise<TwoAccounts> {
  const { databaseUrl = '', dataDir } = database.config;
  const name = new URL(databaseUrl).pathname.slice(1);
  const [owner, serving] = [name.replace('jinmen_int', 'own'), name.replace('jinmen_int', 'srv')];
  const password = () => randomBytes(18).toString('base64url');
  const [ownerPassword, servingPassword] = [password(), password()];
  const asAdministrator = (sql: string) => administer(databaseUrl, sql);
  const file = join(dataDir, 'owner-password');
  writeFileSync(file, ownerPassword, { mode: 0o600 });
  const remove = () => asAdministrator(`DROP USER IF EXISTS '${owner}'@'%', '${serving}'@'%'`);
  // of a database of the same name before it
  await remove();
  await asAdministrator(
    execFileSync('sh', [ACCOUNTS], {
      encoding: 'utf8',
      env: {
        ...{ PATH: process.env.PATH, MARIADB_DATABASE: name, OWNER_PASSWORD_FILE: file },
        ...{ DATABASE_PASSWORD: servingPassword, OWNER_ACCOUNT: owner, SERVING_ACCOUNT: serving },
      },
    }),
  );
  const urlOf = (username: string, secret: string) =>
    Object.assign(new URL(databaseUrl), { username, password: secret }).href;
  const served = { ...database, config: { databaseUrl: urlOf(serving, servingPassword), dataDir } };
  const ownerEnv = { MIGRATE_DATABASE_URL: urlOf(owner, ownerPassword) };
  const env = { DATA_DIR: dataDir, DATABASE_URL: served.config.databaseUrl, ...ownerEnv };
  return {
    ...{ owner, serving, ownerEnv, served, asAdministrator },
    migrate: (main, args = []) => start(main, args, env),
    remove,
  };
}

async function administer(databaseUrl: string, sql: string): Promise<void> {
  const connection = await createConnection({ uri: databaseUrl, multipleStatements: true });
  await connection.query(sql).finally(() => connection.end());
}
