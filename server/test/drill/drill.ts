import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AuditSealer } from '../../src/platform/audit/audit-sealer';
import { Transactions } from '../../src/platform/database/transactions';
import { IntegrityCommands } from '../../src/platform/integrity/integrity-commands';
import { SigningCommands } from '../../src/platform/signed-rows/signing-commands';
import { startBureaus } from '../crash/bureaus';
import { serverEnv } from '../crash/crash';
import { look } from '../crash/looking';
import { databaseAt, embeddedDatabase, type TestDatabase } from '../database';
import { type DurableMariadb, startDurableMariadb } from '../durable-mariadb';
import { send } from '../resident';
import { startServer, type TestServer } from '../server';
import { begin, command } from './commands';
import { keysIn, plantedInBackup, plantedInRestored, type Tried } from './faults';
import { Heartbeat } from './heartbeat';
import { delivered, fill, keepFiles, leave, livelyTown, type Town } from './town';

export interface DrillWish {
  readonly dialect: 'mysql' | 'embedded';
  /** Rows of 8 KB beside those people make. */
  readonly rows: number;
  readonly people: number;
  readonly seed: number;
  /** Told what goes on. */
  readonly say?: (line: string) => void;
}

export interface DrillReport {
  readonly acknowledged: number;
  readonly databaseBytes: number;
  /** From the order to restore to a server that answers. */
  readonly recoveryMs: number;
  /** How far back the first acknowledged write lies that did not come back; the embedded database has only its backups. */
  readonly lostMs: number | 'since the backup';
  readonly opened: number;
  /** What should not be. */
  readonly wrong: readonly string[];
  /** Faults somebody planted, and whether they were found. */
  readonly faults: readonly Tried[];
}

const LEAST_OPENED = 100;
const FILES = 6;

/** Backs a living city up, loses it, and puts it back: from what is in the backup and beside it, and nothing else. */
export async function drill(wish: DrillWish): Promise<DrillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'jinmen-drill-'));
  const mariadb = wish.dialect === 'mysql' ? await startDurableMariadb({ binaryLog: true }) : undefined;
  const database = mariadb ? await databaseAt(mariadb.url) : embeddedDatabase();
  try {
    return await new Drill(wish, folder, database, mariadb).run();
  } finally {
    await mariadb?.stop();
    rmSync(database.config.dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

class Drill {
  private readonly backups: string;
  private readonly restored: string;
  private readonly began = performance.now();

  constructor(
    private readonly wish: DrillWish,
    folder: string,
    private readonly database: TestDatabase,
    private readonly mariadb: DurableMariadb | undefined,
  ) {
    this.backups = join(folder, 'backups');
    this.restored = join(folder, 'restored');
  }

  async run(): Promise<DrillReport> {
    const bureaus = await startBureaus();
    const env = serverEnv(this.database, bureaus);
    try {
      const server = await startServer(env, this.database);
      this.say('a server answers');
      const town = await livelyTown(server, this.wish.seed, this.wish.people);
      const { heartbeat, gone } = await this.lived(server, town);
      this.say(`the database is gone; ${town.heard.yes.size} acknowledged`);
      const inBackup = await plantedInBackup(this.backups, this.wish.dialect);
      this.say(`${inBackup.length} faults planted in the backup`);
      const ordered = performance.now();
      await this.command('restore', [this.backups, this.restored]);
      this.say('restored');
      return await this.judged(env, { town, heartbeat, gone, inBackup, ordered, effects: bureaus.effects });
    } finally {
      await bureaus.close();
    }
  }

  /** All that happens before and after the backup, until the database is gone. */
  private async lived(server: TestServer, town: Town): Promise<{ heartbeat: Heartbeat; gone: number }> {
    await fill(server, this.wish.rows);
    this.say('people are settled');
    await keepFiles(server, town.stays, FILES);
    const crowd = town.begin();
    await crowd.given(20);
    await leave(server, town.early);
    this.say('somebody left');
    const { lines } = await server.app.get(SigningCommands, { strict: false }).signed('运维 李工', '演练');
    this.say(lines.join('\n  '));
    if (!this.mariadb) await crowd.stop(); // nothing after its backup comes back
    await delivered(server);
    this.say('every bureau was told');
    await this.command('backup', [this.backups]);
    if (this.mariadb) await keepFiles(server, town.stays, FILES);
    const following = this.mariadb ? begin('backup', [this.backups, '--follow'], this.commandEnv) : undefined;
    if (this.mariadb) await crowd.given(20);
    await crowd.stop();
    await leave(server, town.late);
    await delivered(server);
    await anchored(server);
    if (this.mariadb) await this.followed(server);
    const heartbeat = new Heartbeat(server);
    while (heartbeat.count < 50) await pause(10);
    const gone = heartbeat.stop();
    await this.mariadb?.kill();
    await following?.ended;
    await server.stop().catch(() => undefined); // its database is gone
    return { heartbeat, gone };
  }

  /** A log is full, and the copy is where the new one is. */
  private async followed(server: TestServer): Promise<void> {
    const { manager } = server.app.get(Transactions);
    await manager.query('FLUSH BINARY LOGS');
    const [at]: { File: string; Position: string }[] = await manager.query('SHOW MASTER STATUS');
    const copy = join(this.backups, 'binlog', at?.File ?? '');
    for (let tries = 0; tries < 3000; tries += 1) {
      if ((statSync(copy, { throwIfNoEntry: false })?.size ?? 0) >= Number(at?.Position)) return;
      await pause(20);
    }
    throw new Error('the binary log is not followed');
  }

  private async judged(env: Env, past: Past): Promise<DrillReport> {
    const { town, heartbeat, gone, inBackup, ordered, effects } = past;
    const mariadb =
      this.mariadb && (await startDurableMariadb({ binaryLog: false, data: join(this.restored, 'data') }));
    const database = this.restoredAt(mariadb?.url);
    const settings = { ...env, ...this.beside, ...serverSettings(database) };
    try {
      const inRestored = await plantedInRestored(settings, database, { left: town.late.accountId, cut: !mariadb });
      const server = await startServer(settings, database);
      const recoveryMs = performance.now() - ordered;
      const found = await this.lookedAt(server, town, effects);
      const lostMs = mariadb ? await heartbeat.lostMs(server, gone) : 'since the backup';
      await server.stop();
      const databaseBytes = bytesIn(mariadb ? join(this.restored, 'data') : join(this.restored, 'jinmen.db'));
      const faults = [...inBackup, ...inRestored];
      return { acknowledged: town.heard.yes.size, databaseBytes, recoveryMs, lostMs, faults, ...found };
    } finally {
      await mariadb?.stop();
    }
  }

  /** What an operator does and sees, and what people find. */
  private async lookedAt(server: TestServer, town: Town, effects: ReadonlyMap<string, number>) {
    const commands = server.app.get(IntegrityCommands, { strict: false });
    const { ok, lines } = await commands.restored('运维 李工', '演练', { all: true });
    this.say(lines.join('\n  '));
    const wrong = ok ? [] : [...lines];
    const opened = Number(/sealed values: (\d+) of/.exec(lines.join('\n'))?.[1]);
    if (!(opened >= LEAST_OPENED))
      wrong.push(`${opened} sealed values were opened; at least ${LEAST_OPENED} should be`);
    const found = await look(server, town.heard, town.told, effects);
    for (const [kind, list] of Object.entries(found)) wrong.push(...list.map((line: string) => `${kind}: ${line}`));
    for (const { token } of town.callers) {
      const { status } = await send(server, 'GET', '/api/v1/me', undefined, { authorization: `Bearer ${token}` });
      if (status !== 401) wrong.push(`a session of before the restore is answered ${status}`);
    }
    for (const { accountId } of [town.early, town.late]) {
      const rows: unknown[] = await server.app
        .get(Transactions)
        .manager.query('SELECT 1 FROM account WHERE id = ?', [accountId]);
      if (rows.length > 0) wrong.push('somebody who asked to be forgotten is there');
    }
    wrong.push(...keysIn(this.backups, this.beside.DATA_KEYS_FILE));
    return { wrong, opened };
  }

  /** What is kept apart from the backups: it lies where it lay. */
  private get beside() {
    const { dataDir } = this.database.config;
    return {
      DATA_KEYS_FILE: join(dataDir, 'keys.json'),
      AUDIT_ANCHOR_FILE: join(dataDir, 'audit-anchors.jsonl'),
      DELETION_LEDGER_FILE: join(dataDir, 'deletions.jsonl'),
    };
  }

  private restoredAt(url: string | undefined): TestDatabase {
    const { dialect, config } = this.database;
    const there = new URL(config.databaseUrl ?? 'mysql://root@127.0.0.1');
    if (url !== undefined) there.port = new URL(url).port;
    return {
      dialect,
      config: { dataDir: this.restored, ...(url !== undefined && { databaseUrl: there.href }) },
      remove: async () => undefined,
    };
  }

  private get commandEnv(): Env {
    return serverSettings(this.database);
  }

  private async command(name: string, args: readonly string[]): Promise<void> {
    const { code, said } = await command(name, args, this.commandEnv);
    this.say(said.trim().replaceAll('\n', '\n  '));
    if (code !== 0) throw new Error(`npm run ${name} failed: ${said}`);
  }

  private say(line: string): void {
    this.wish.say?.(`${Math.round((performance.now() - this.began) / 1000)} s: ${line}`);
  }
}

/** What a minute does by itself; a short drill may be over before it. */
async function anchored(server: TestServer): Promise<void> {
  const sealer = server.app.get(AuditSealer);
  await sealer.seal();
  await sealer.anchor();
}

type Env = Readonly<Record<string, string>>;

interface Past {
  readonly town: Town;
  readonly heartbeat: Heartbeat;
  readonly gone: number;
  readonly inBackup: readonly Tried[];
  readonly ordered: number;
  readonly effects: ReadonlyMap<string, number>;
}

function serverSettings({ config: { dataDir, databaseUrl } }: TestDatabase): Env {
  return { DATA_DIR: dataDir, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) };
}

function bytesIn(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}
