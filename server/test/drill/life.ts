import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AuditSealer } from '../../src/platform/audit/audit-sealer';
import { Transactions } from '../../src/platform/database/transactions';
import type { TestDatabase } from '../database';
import type { DurableMariadb } from '../durable-mariadb';
import type { TestServer } from '../server';
import { begin, command } from './commands';
import { Heartbeat } from './heartbeat';
import { logsOf, newestBackup } from './newest-backup';
import { delivered, keepFiles, leave, type Town } from './town';

export type Env = Readonly<Record<string, string>>;

/** Where a city lives until its database is lost, and what is backed up of it. */
export interface Home {
  readonly server: TestServer;
  readonly database: TestDatabase;
  /** Of the embedded database there is none, and no log: what comes after its backup does not come back. */
  readonly mariadb: DurableMariadb | undefined;
  readonly backups: string;
  /** For the operators' commands. */
  readonly env: Env;
}

/** An end: who acknowledged what until when. */
export interface End {
  readonly heartbeat: Heartbeat;
  readonly gone: number;
}

export interface Life {
  /** No other life of this city has it. */
  readonly name: string;
  /** How much people are given before the backup, and again after it. */
  readonly given: number;
  readonly say: (line: string) => void;
}

const FILES = 6;

/** What people do before a backup and after it, until the database is gone. */
export async function live(home: Home, town: Town, { name, given, say }: Life): Promise<End> {
  const { server, mariadb, backups } = home;
  await keepFiles(server, town.stays, FILES);
  const crowd = town.begin();
  await crowd.given(given);
  await leave(server, town.early);
  say('somebody left');
  if (!mariadb) await crowd.stop(); // nothing after its backup comes back
  await delivered(server);
  say('every bureau was told');
  await ordered(home, 'backup', [backups], say);
  if (mariadb) await keepFiles(server, town.stays, FILES);
  const following = mariadb ? begin('backup', [backups, '--follow'], home.env) : undefined;
  if (mariadb) await crowd.given(given);
  await crowd.stop();
  await leave(server, town.late);
  await delivered(server);
  await anchored(server);
  if (following) await followed(home, () => following.said());
  const heartbeat = new Heartbeat(server, name);
  while (heartbeat.count < 50) await pause(10);
  const gone = heartbeat.stop();
  await mariadb?.kill();
  await following?.ended;
  await server.stop().catch(() => undefined); // its database is gone
  return { heartbeat, gone };
}

/** One of the operators' commands. @throws with what it said when it fails. */
export async function ordered(
  { env }: Pick<Home, 'env'>,
  name: string,
  args: readonly string[],
  say: Life['say'],
): Promise<void> {
  const { code, said } = await command(name, args, env);
  say(said.trim().replaceAll('\n', '\n  '));
  if (code !== 0) throw new Error(`npm run ${name} failed: ${said}`);
}

/** A log is full, and the copy is where the new one is. */
async function followed({ server, backups }: Home, said: () => string): Promise<void> {
  const { manager } = server.app.get(Transactions);
  await manager.query('FLUSH BINARY LOGS');
  const [at]: { File: string; Position: string }[] = await manager.query('SHOW MASTER STATUS');
  const copy = join(logsOf(backups, newestBackup(backups)), at?.File ?? '');
  for (let tries = 0; tries < 3000; tries += 1) {
    if ((statSync(copy, { throwIfNoEntry: false })?.size ?? 0) >= Number(at?.Position)) return;
    await pause(20);
  }
  throw new Error(`the binary log is not followed: ${said()}`);
}

/** What a minute does by itself; a short drill may be over before it. */
async function anchored(server: TestServer): Promise<void> {
  const sealer = server.app.get(AuditSealer);
  await sealer.seal();
  await sealer.anchor();
}
