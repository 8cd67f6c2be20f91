import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Stop } from '../lib/stop.mjs';
import { takeEmbedded } from './embedded-backup.mjs';
import { copyBlobs, listBlobs } from './files.mjs';
import { headsAt, inItsLife, pruneLogs } from './lives.mjs';
import { readManifest, writeManifest } from './manifest.mjs';
import { followBinaryLog, refuseKeysIn, takeBase } from './mariadb-backup.mjs';
import { asClient, databaseOf } from './programs.mjs';

const DAY_MS = 24 * 3_600_000;
const BLOBS_EVERY_MS = 60_000;

/**
 * Rows first, then files: a file without its row is swept, a row without its file is a paper to be asked for again. The
 * folder gets its name once it is whole.
 */
export async function takeBackup({ databaseUrl, dataDir, keysFile }, root, { dump, keepDays } = {}) {
  refuseKeysIn(root, keysFile ?? path.join(dataDir, 'keys.json'));
  const at = new Date().toISOString();
  const name = at.replaceAll(/[:.]/g, '');
  const aside = path.join(root, `${name}.part`);
  mkdirSync(aside, { mode: 0o700 });
  const facts = databaseUrl ? await takeBase(databaseUrl, aside, { dump }) : takeEmbedded(dataDir, aside);
  if (facts.binaryLog) {
    const named = (client) => inItsLife(headsAt(client), root, listBackups(root), facts.binaryLog);
    facts.binaryLog = await asClient(databaseUrl, named);
  }
  const copied = copyBlobs(path.join(dataDir, 'blobs'), path.join(root, 'blobs'));
  const blobs = listBlobs(path.join(dataDir, 'blobs'));
  const database = databaseUrl ? { database: databaseOf(databaseUrl) } : {};
  const manifest = await writeManifest(aside, { at, ...facts, ...database, blobs });
  renameSync(aside, path.join(root, name));
  const bytes = Object.values(manifest.files).reduce((sum, each) => sum + each.bytes, 0);
  console.log(`${name}: ${megabytes(bytes)} of database, ${blobs.length} files (${copied.files} new)`);
  if (!manifest.binaryLog && databaseUrl)
    console.log('The server writes no binary log: what comes after this backup can not be brought back.');
  if (keepDays) prune(root, Date.parse(at) - Number(keepDays) * DAY_MS);
  return { name, folder: path.join(root, name), bytes };
}

/** Copies what comes after the newest backup: the binary log as it is written, and new files every minute. */
export async function followBackups({ databaseUrl, dataDir }, root) {
  if (!databaseUrl) throw new Stop('The embedded database has no log to follow: back it up more often.');
  const newest = listBackups(root).at(-1);
  if (!newest?.manifest.binaryLog) throw new Stop('Take a backup first, of a server that writes a binary log.');
  const followed = followBinaryLog(databaseUrl, root, newest.manifest.binaryLog);
  let follows = true;
  const ended = followed.finally(() => {
    follows = false;
  });
  while (follows) {
    copyBlobs(path.join(dataDir, 'blobs'), path.join(root, 'blobs'));
    await Promise.race([ended, pause(BLOBS_EVERY_MS, undefined, { ref: false })]);
  }
  await ended;
}

/** Those that were finished, oldest first. */
export function listBackups(root) {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => /^\d{4}-.*Z$/.test(name))
    .sort()
    .flatMap((name) => {
      const manifest = readManifest(path.join(root, name));
      return manifest ? [{ name, folder: path.join(root, name), manifest }] : [];
    });
}

/** Removes backups made before, what only they need, and nothing else; the newest stays, however old. */
function prune(root, before) {
  for (const { name, folder, manifest } of listBackups(root).slice(0, -1)) {
    if (Date.parse(manifest.at) >= before) continue;
    rmSync(folder, { recursive: true, force: true });
    console.log(`${name} is older and was removed`);
  }
  const left = listBackups(root);
  const [{ manifest: oldest }] = left;
  pruneLogs(root, left);
  const named = new Set(left.flatMap(({ manifest }) => manifest.blobs));
  for (const file of listBlobs(path.join(root, 'blobs'))) {
    const copy = path.join(root, 'blobs', file);
    // one that came since the oldest backup may be named by a row that only the binary log has
    if (!named.has(file) && statSync(copy).mtimeMs < Date.parse(oldest.at)) rmSync(copy);
  }
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
