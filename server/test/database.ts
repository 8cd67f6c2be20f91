import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** An empty database of the kind this run is about, and its end. */
export interface TestDatabase {
  readonly dialect: 'mysql' | 'embedded';
  readonly config: { readonly databaseUrl?: string; readonly dataDir: string };
  remove(): Promise<void>;
}

let count = 0;

/** A folder with nothing in it yet. */
export function embeddedDatabase(): TestDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'jinmen-int-'));
  const remove = async () => rmSync(dataDir, { recursive: true, force: true });
  return { dialect: 'embedded', config: { dataDir }, remove };
}

/** `TEST_DATABASE_URL=mysql://…` (a server, any database name is ignored) or `TEST_DIALECT=embedded`. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (process.env.TEST_DIALECT === 'embedded') return embeddedDatabase();
  if (!server) throw new Error('set TEST_DATABASE_URL=mysql://root@127.0.0.1:3306 or TEST_DIALECT=embedded');
  return databaseAt(server);
}

/** On this server, whatever the run is about. */
export async function databaseAt(server: string): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jinmen-int-'));
  count += 1;
  const name = `jinmen_int_${process.pid}_${process.env.JEST_WORKER_ID ?? '1'}_${count}`;
  const url = new URL(server);
  url.pathname = '/';
  await run(url, `CREATE DATABASE \`${name}\``);
  const database = new URL(url);
  database.pathname = `/${name}`;
  return {
    dialect: 'mysql',
    config: { databaseUrl: database.href, dataDir },
    remove: async () => {
      rmSync(dataDir, { recursive: true, force: true });
      await run(url, `DROP DATABASE IF EXISTS \`${name}\``);
    },
  };
}

async function run(server: URL, sql: string): Promise<void> {
  const connection = await createConnection(server.href);
  await connection.query(sql);
  await connection.end();
}
