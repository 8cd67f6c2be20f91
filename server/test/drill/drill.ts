import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SigningCommands } from '../../src/platform/signed-rows/signing-commands';
import { type Bureaus, startBureaus } from '../crash/bureaus';
import { serverEnv } from '../crash/crash';
import { databaseAt, embeddedDatabase, type TestDatabase } from '../database';
import { type DurableMariadb, startDurableMariadb } from '../durable-mariadb';
import { startServer, type TestServer } from '../server';
import { keysIn, plantedAfterRestore, plantedInBackup, plantedInRestored, plantedInSecond, type Tried } from './faults';
import { type Judged, judge } from './judging';
import { type End, type Env, live, ordered } from './life';
import { fill, livelyTown, type Town } from './town';

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
  /** How often the city was lost and put back. */
  readonly times: number;
  readonly databaseBytes: number;
  /** From the order to restore to a server that answers; the longest. */
  readonly recoveryMs: number;
  /** How far back the first acknowledged write lies that did not come back; the embedded database has only its backups. */
  readonly lostMs: number | 'since the backup';
  readonly opened: number;
  /** What should not be. */
  readonly wrong: readonly string[];
  /** Faults somebody planted, and whether they were found. */
  readonly faults: readonly Tried[];
}

/** A database that was put back and answers. */
interface Back extends Judged {
  readonly server: TestServer;
  readonly database: TestDatabase;
  readonly mariadb: DurableMariadb | undefined;
  readonly recoveryMs: number;
  readonly lostMs: number | 'since the backup';
  readonly faults: readonly Tried[];
}

const NEWCOMERS = 3;
const GIVEN = 20;
const GIVEN_AGAIN = 8;

/**
 * Backs a living city up, loses it, and puts it back: from what is in the backup and beside it, and nothing else. Where
 * there is a log to follow it is lost once more, because what was put back begins its log anew beside the one of before.
 */
export async function drill(wish: DrillWish): Promise<DrillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'jinmen-drill-'));
  const mariadb = wish.dialect === 'mysql' ? await startDurableMariadb({ binaryLog: true }) : undefined;
  const database = mariadb ? await databaseAt(mariadb.url) : embeddedDatabase();
  const bureaus = await startBureaus();
  const run = new Drill(wish, folder, database, bureaus);
  try {
    return await run.run(mariadb);
  } finally {
    await run.end();
    await bureaus.close();
    await mariadb?.stop();
    rmSync(database.config.dataDir, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

class Drill {
  private readonly backups: string;
  private readonly began = performance.now();
  private readonly ends: (() => Promise<void>)[] = [];

  constructor(
    private readonly wish: DrillWish,
    private readonly folder: string,
    private readonly first: TestDatabase,
    private readonly bureaus: Bureaus,
  ) {
    this.backups = join(folder, 'backups');
  }

  async run(mariadb: DurableMariadb | undefined): Promise<DrillReport> {
    const server = await startServer(this.settings(this.first), this.first);
    this.say('a server answers');
    const town = await livelyTown(server, this.wish.seed, this.wish.people);
    await fill(server, this.wish.rows);
    const { lines } = await server.app.get(SigningCommands, { strict: false }).signed('运维 李工', '演练');
    this.say(lines.join('\n  '));
    const home = { server, database: this.first, mariadb, backups: this.backups, env: this.env(this.first) };
    const end = await live(home, town, { name: 'first', given: GIVEN, say: this.say });
    this.say(`the database is gone; ${town.heard.yes.size} acknowledged`);
    const inBackup = await plantedInBackup(this.backups, this.wish.dialect);
    this.say(`${inBackup.length} faults planted in the backup`);
    const once = await this.putBack('restored', [town], end, (database) =>
      plantedInRestored(this.settings(database), database, { left: town.late.accountId, cut: !mariadb }),
    );
    const backs = [once, ...(once.mariadb ? [await this.lostAgain(once, town)] : [])];
    return this.report(town, backs, inBackup);
  }

  async end(): Promise<void> {
    for (const end of this.ends.toReversed()) await end();
  }

  /** Newcomers move into what was put back; it is backed up as before, beside what is left of the life before. */
  private async lostAgain(before: Back, town: Town): Promise<Back> {
    const { server, database, mariadb } = before;
    const home = { server, database, mariadb, backups: this.backups, env: this.env(database) };
    const inFollowing = await plantedAfterRestore(home);
    const again = await livelyTown(server, this.wish.seed + 1, NEWCOMERS, undefined, town);
    this.say('newcomers are settled in what was put back');
    const end = await live(home, again, { name: 'second', given: GIVEN_AGAIN, say: this.say });
    rmSync(database.config.dataDir, { recursive: true, force: true });
    this.say(`the database is gone again; ${town.heard.yes.size} acknowledged`);
    const inSecond = await plantedInSecond(this.backups);
    return this.putBack('restored-again', [town, again], end, async () => [...inFollowing, ...inSecond]);
  }

  private async putBack(
    name: string,
    towns: readonly [...Town[], Town],
    end: End,
    planted: (database: TestDatabase) => Promise<readonly Tried[]>,
  ): Promise<Back> {
    const restored = join(this.folder, name);
    const began = performance.now();
    await ordered({ env: {} }, 'restore', [this.backups, restored], this.say);
    this.say('restored');
    const mariadb = await this.startedOn(restored);
    const database = this.restoredAt(restored, mariadb?.url);
    const faults = await planted(database);
    const server = stoppedOnce(await startServer(this.settings(database), database));
    this.ends.push(() => server.stop().catch(() => undefined));
    const recoveryMs = performance.now() - began;
    const judged = await judge(server, towns, this.bureaus.effects, this.say);
    const lostMs = mariadb ? await end.heartbeat.lostMs(server, end.gone) : 'since the backup';
    return { server, database, mariadb, recoveryMs, lostMs, faults, ...judged };
  }

  private async startedOn(restored: string): Promise<DurableMariadb | undefined> {
    if (this.wish.dialect === 'embedded') return undefined;
    const mariadb = await startDurableMariadb({ binaryLog: true, data: join(restored, 'data') });
    this.ends.push(() => mariadb.stop());
    return mariadb;
  }

  private report(town: Town, backs: readonly Back[], inBackup: readonly Tried[]): DrillReport {
    const last = backs.at(-1) as Back; // it was put back at least once
    const { dataDir } = last.database.config;
    const lost = backs.map(({ lostMs }) => lostMs);
    return {
      acknowledged: town.heard.yes.size,
      times: backs.length,
      databaseBytes: bytesIn(last.mariadb ? join(dataDir, 'data') : join(dataDir, 'jinmen.db')),
      recoveryMs: Math.max(...backs.map(({ recoveryMs }) => recoveryMs)),
      lostMs: lost.every((each) => typeof each === 'number') ? Math.max(...lost) : 'since the backup',
      opened: last.opened,
      wrong: [...backs.flatMap(({ wrong }) => wrong), ...keysIn(this.backups, this.beside.DATA_KEYS_FILE)],
      faults: [...inBackup, ...backs.flatMap(({ faults }) => faults)],
    };
  }

  /** What is kept apart from the backups: it lies where it lay. */
  private get beside() {
    const { dataDir } = this.first.config;
    return {
      DATA_KEYS_FILE: join(dataDir, 'keys.json'),
      AUDIT_ANCHOR_FILE: join(dataDir, 'audit-anchors.jsonl'),
      DELETION_LEDGER_FILE: join(dataDir, 'deletions.jsonl'),
    };
  }

  private restoredAt(dataDir: string, url: string | undefined): TestDatabase {
    const { dialect, config } = this.first;
    const there = new URL(config.databaseUrl ?? 'mysql://root@127.0.0.1');
    if (url !== undefined) there.port = new URL(url).port;
    return {
      dialect,
      config: { dataDir, ...(url !== undefined && { databaseUrl: there.href }) },
      remove: async () => undefined,
    };
  }

  private settings(database: TestDatabase): Env {
    return { ...serverEnv(database, this.bureaus), ...this.beside };
  }

  private env({ config: { dataDir, databaseUrl } }: TestDatabase): Env {
    const { DATA_KEYS_FILE } = this.beside;
    return { DATA_DIR: dataDir, DATA_KEYS_FILE, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) };
  }

  private readonly say = (line: string): void => {
    this.wish.say?.(`${Math.round((performance.now() - this.began) / 1000)} s: ${line}`);
  };
}

/** However often it is told to. */
function stoppedOnce(server: TestServer): TestServer {
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= server.stop();
    return stopped;
  };
  return { ...server, stop };
}

function bytesIn(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}
