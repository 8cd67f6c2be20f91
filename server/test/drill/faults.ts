import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../../src/platform/database/database.module';
import { Transactions } from '../../src/platform/database/transactions';
import { IntegrityChecks } from '../../src/platform/integrity/integrity-checks';
import { SealedRowsCheck } from '../../src/platform/integrity/sealed-rows-check';
import { DataKeys } from '../../src/platform/sealing/data-keys';
import { Sealing } from '../../src/platform/sealing/sealing';
import type { TestDatabase } from '../database';
import { startServer, type TestServer } from '../server';
import { begin, command } from './commands';
import type { Home } from './life';
import { logsOf, manifestOf, newestBackup, saidToBeOf } from './newest-backup';

/** One that should end at once is given up. */
const FOLLOWS_MS = 30_000;

/** A fault somebody planted, and what was said about it. */
export interface Tried {
  readonly fault: string;
  readonly found: boolean;
  readonly said: string;
}

/** Faults that a restore must refuse to build on. Each is undone again. */
export async function plantedInBackup(backups: string, dialect: 'mysql' | 'embedded'): Promise<readonly Tried[]> {
  const newest = newestBackup(backups);
  const database = dialect === 'mysql' ? join(newest, 'base', 'ibdata1') : join(newest, 'jinmen.db');
  const { blobs } = manifestOf(newest);
  const blob = join(backups, 'blobs', blobs[0]);
  const tried = [
    await refused('a byte of the database turned over', () => flipped(database), backups, /was changed/),
    await refused('a file of a resident missing', () => away(blob), backups, /blobs\/\S+ is missing/),
    await refused(
      'a backup that was never finished',
      () => away(join(newest, 'manifest.json')),
      backups,
      /no such finished/,
    ),
  ];
  if (dialect === 'embedded') return tried;
  const folder = logsOf(backups, newest);
  const logs = readdirSync(folder).sort();
  for (const [what, log] of [
    ['first', logs[0]],
    ['last', logs.at(-1)],
  ] as const) {
    const path = join(folder, log ?? '');
    tried.push(await refused(`the ${what} binary log missing`, () => away(path), backups, /binary log \S+ is missing/));
  }
  return tried;
}

/** Where nobody backed up yet what was put back: to follow it would write its log over the one of the life before. */
export async function plantedAfterRestore({ backups, env }: Home): Promise<readonly Tried[]> {
  const fault = 'following what was put back before it is backed up';
  const copies = () => filesIn(join(backups, 'binlog')).map((file) => [file, readFileSync(file).toString('base64')]);
  const before = JSON.stringify(copies());
  const { process, ended, said } = begin('backup', [backups, '--follow'], env);
  const code = await Promise.race([ended, pause(FOLLOWS_MS, 'it follows' as const)]);
  process.kill();
  await ended;
  const found = code === 1 && /Take a backup, then follow/.test(said()) && JSON.stringify(copies()) === before;
  return [{ fault, found, said: `${code}: ${said().trim()}` }];
}

/** Two lives of one city have logs of the same names: that of the one before must bring nothing back into the other. */
export async function plantedInSecond(backups: string): Promise<readonly Tried[]> {
  const newest = newestBackup(backups);
  const own = manifestOf(newest).binaryLog?.life;
  const other = readdirSync(join(backups, 'binlog')).find((life) => life !== own) ?? '';
  const swap = () => saidToBeOf(newest, other);
  return [await refused('the binary log of the life before', swap, backups, /of another life of the database/)];
}

interface Known {
  /** Somebody who left after the backup. */
  readonly left: string;
  /** Whether what came after the backup is lost. */
  readonly cut: boolean;
}

/** Faults that only looking at what was restored can find: they are told by `npm run integrity`. Each is undone again. */
export async function plantedInRestored(
  settings: Readonly<Record<string, string>>,
  database: TestDatabase,
  { left, cut }: Known,
): Promise<readonly Tried[]> {
  const { dataDir } = database.config;
  const server = await startServer({ ...settings, DELETION_LEDGER_FILE: join(dataDir, 'no-ledger.jsonl') }, database);
  const blob = firstFile(join(dataDir, 'blobs'));
  const back = away(blob);
  const asItWas = await withAnotherState(server);
  try {
    const wrong = (await server.app.get(IntegrityChecks).run({ all: true })).flatMap((each) =>
      each.wrong.map((line) => `${each.name}: ${line}`),
    );
    const has = (fault: string, words: RegExp): Tried => {
      const said = wrong.find((line) => words.test(line));
      return { fault, found: said !== undefined, said: said ?? wrong.join('; ') };
    };
    return [
      has('a file gone after the restore', /^files: file \S+ is not there/),
      has('a state edited in the database', /^signed booking: booking \S+ is no-show, and its steps led to /),
      has('another deletion ledger', /^deletions: account \S+ was deleted and stands in no ledger/),
      ...(cut ? [has('records newer than the backup', /^audit: .*its end was cut off/)] : []),
      ...(cut ? [await isBack(server, left)] : []),
      await withOtherKeys(server),
    ];
  } finally {
    back();
    await asItWas();
    await server.stop();
  }
}

/** As somebody with the database in their hands, who knows what its checks want. */
async function withAnotherState(server: TestServer): Promise<() => Promise<void>> {
  const { manager } = server.app.get(Transactions);
  const one = "SELECT id FROM booking WHERE state = 'confirmed' ORDER BY id LIMIT 1";
  const [row]: { id: string }[] = await manager.query(one);
  if (!row) throw new Error('nobody has a time to miss');
  await manager.query("UPDATE booking SET state = 'no-show', ended_at = no_show_at WHERE id = ?", [row.id]);
  return () => manager.query("UPDATE booking SET state = 'confirmed', ended_at = NULL WHERE id = ?", [row.id]);
}

/** Without the ledger, somebody who asked to be forgotten after the backup is there again: what the ledger is for. */
async function isBack(server: TestServer, accountId: string): Promise<Tried> {
  const rows: unknown[] = await server.app
    .get(Transactions)
    .manager.query('SELECT 1 FROM account WHERE id = ?', [accountId]);
  const fault = 'without the ledger a backup remembers who was forgotten (so that it is known to bite)';
  return { fault, found: rows.length === 1, said: `${rows.length} rows` };
}

async function withOtherKeys(server: TestServer): Promise<Tried> {
  const parts = [server.app.get(Database), server.app.get(Transactions), new Sealing(DataKeys.random())] as const;
  const { wrong } = await new SealedRowsCheck(new IntegrityChecks(), ...parts).look({ all: false });
  return { fault: 'other keys', found: wrong.some((line) => /do not open/.test(line)), said: wrong[0] ?? 'nothing' };
}

async function refused(fault: string, plant: () => () => void, backups: string, words: RegExp): Promise<Tried> {
  const target = mkdtempSync(`${backups}-tried-`);
  const undo = plant();
  try {
    const { code, said } = await command('restore', [backups, target], {});
    return { fault, found: code === 1 && words.test(said), said: said.trim() };
  } finally {
    undo();
    rmSync(target, { recursive: true, force: true });
  }
}

function flipped(path: string): () => void {
  const whole = readFileSync(path);
  const at = Math.floor(whole.length / 2);
  const changed = Buffer.from(whole);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  writeFileSync(path, changed);
  return () => writeFileSync(path, whole);
}

function away(path: string): () => void {
  renameSync(path, `${path}.away`);
  return () => renameSync(`${path}.away`, path);
}

function firstFile(folder: string): string {
  const found = filesIn(folder).at(0);
  if (found === undefined) throw new Error(`nothing lies in ${folder}`);
  return found;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Keys that lie in the backups, as text or as they are. There should be none. */
export function keysIn(backups: string, keysFile: string): string[] {
  const rings = JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, { keys: Record<string, string> }>;
  const secrets = Object.values(rings).flatMap(({ keys }) => Object.values(keys));
  const looks = secrets.flatMap((secret) => [Buffer.from(secret), Buffer.from(secret, 'base64')]);
  return filesIn(backups).flatMap((file) => {
    const bytes = readFileSync(file);
    return looks.some((look) => bytes.includes(look)) ? [`a key lies in ${file}`] : [];
  });
}
