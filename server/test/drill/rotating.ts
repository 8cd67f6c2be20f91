import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { Transactions } from '../../src/platform/database/transactions';
import { IntegrityChecks } from '../../src/platform/integrity/integrity-checks';
import { KEY_PURPOSES } from '../../src/platform/sealing/data-keys';
import { KeyCommands } from '../../src/platform/sealing/key-commands';
import { KeysFile } from '../../src/platform/sealing/keys-file';
import { startBureaus } from '../crash/bureaus';
import { serverEnv } from '../crash/crash';
import { look } from '../crash/looking';
import { emptyDatabase, type TestDatabase } from '../database';
import { send } from '../resident';
import { startServer, type TestServer } from '../server';
import { delivered, fill, keepFiles, livelyTown } from './town';

export interface RotationWish {
  readonly database?: TestDatabase;
  readonly rows: number;
  readonly people: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export interface RotationReport {
  readonly acknowledged: number;
  /** How long the moving took, beside people who went on. */
  readonly movedMs: number;
  readonly moved: string;
  readonly wrong: readonly string[];
}

const FILES = 10;

/** Changes every key of a city that goes on: old keys leave the file, and nobody notices. */
export async function rotate(wish: RotationWish): Promise<RotationReport> {
  const database = wish.database ?? (await emptyDatabase());
  const bureaus = await startBureaus();
  const rotation = new Rotation(wish, database, serverEnv(database, bureaus));
  try {
    return await rotation.run(bureaus.effects);
  } finally {
    await rotation.end();
    await bureaus.close();
    await database.remove();
  }
}

class Rotation {
  private readonly keysFile: string;
  private readonly file: KeysFile;
  private readonly wrong: string[] = [];
  private server: TestServer | undefined;

  constructor(
    private readonly wish: RotationWish,
    private readonly database: TestDatabase,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.keysFile = join(database.config.dataDir, 'keys.json');
    this.file = new KeysFile(this.keysFile);
  }

  async run(effects: ReadonlyMap<string, number>): Promise<RotationReport> {
    const server = await this.restarted();
    const town = await livelyTown(server, this.wish.seed, this.wish.people, () =>
      this.server ? [this.server.url] : [],
    );
    await fill(server, this.wish.rows);
    await keepFiles(server, town.stays, FILES);
    const crowd = town.begin();
    await crowd.given(20);
    await this.changed(() => KEY_PURPOSES.map((purpose) => this.file.add(purpose)));
    await crowd.given(5);
    await this.changed(() => KEY_PURPOSES.map((purpose) => this.file.use(purpose, 2)));
    await this.interrupted();
    const began = performance.now();
    const { ok, lines } = await this.commands.rotate(this.wish.say);
    const movedMs = performance.now() - began;
    if (!ok) this.wrong.push(...lines);
    await crowd.given(5);
    await crowd.stop();
    await delivered(await this.restarted());
    await this.judge('with both keys', async (here) =>
      Object.values(await look(here, town.heard, town.told, effects)).flat(),
    );
    await this.oldKeysGo();
    const [caller] = town.callers;
    const old = await send(await this.restarted(), 'GET', '/api/v1/me', undefined, {
      authorization: `Bearer ${caller?.token}`,
    });
    if (old.status !== 401) this.wrong.push(`a token of the old key is answered ${old.status}`);
    await this.judge('with the new keys alone', async () => []);
    return { acknowledged: town.heard.yes.size, movedMs, moved: lines.join('; '), wrong: this.wrong };
  }

  async end(): Promise<void> {
    await this.server?.stop();
  }

  /** Killed after its first batch; what it moved is moved. */
  private async interrupted(): Promise<void> {
    const killed = this.commands.rotate(() => {
      throw new Error('killed');
    });
    await killed.then(
      () => this.wrong.push('nothing was there to be moved'),
      () => undefined,
    );
  }

  private async oldKeysGo(): Promise<void> {
    // three days pass for answers that are told again, an hour for everything else
    const { manager } = this.here.app.get(Transactions);
    await manager.query('DELETE FROM idempotency_key WHERE fingerprint_key = 1');
    for (const purpose of KEY_PURPOSES.filter((each) => each !== 'audit')) {
      utimesSync(this.keysFile, 0, 0);
      const { ok, lines } = await this.commands.retire(purpose, 1);
      if (!ok) this.wrong.push(...lines);
      await this.restarted();
    }
    utimesSync(this.keysFile, 0, 0);
    if ((await this.commands.retire('audit', 1)).ok)
      this.wrong.push('an audit key was retired: old records could not be verified');
    const left = JSON.parse(readFileSync(this.keysFile, 'utf8')) as Record<string, { keys: object }>;
    const names = Object.entries(left).map(([purpose, { keys }]) => `${purpose} ${Object.keys(keys).join()}`);
    const expected = 'sealing 2, index 2, audit 1,2, session-token 2';
    if (names.join(', ') !== expected) this.wrong.push(`the file has ${names.join(', ')}`);
  }

  private async judge(when: string, more: (here: TestServer) => Promise<readonly string[]>): Promise<void> {
    const results = await this.here.app.get(IntegrityChecks).run({ all: true });
    for (const { name, seen, wrong } of results) {
      this.wish.say?.(`${when}: ${name}: ${seen}`);
      this.wrong.push(...wrong.map((line) => `${when}: ${name}: ${line}`));
    }
    this.wrong.push(...(await more(this.here)));
  }

  private async changed(change: () => unknown): Promise<void> {
    change();
    await this.restarted();
  }

  private async restarted(): Promise<TestServer> {
    const before = this.server;
    this.server = undefined;
    await before?.stop();
    this.server = await startServer(this.env, this.database);
    return this.server;
  }

  private get here(): TestServer {
    if (!this.server) throw new Error('no server is there');
    return this.server;
  }

  private get commands(): KeyCommands {
    return this.here.app.get(KeyCommands, { strict: false });
  }
}
