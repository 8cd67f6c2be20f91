import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Stop } from '../lib/stop.mjs';
import { logsSince } from './binary-log.mjs';
import { putBackEmbedded } from './embedded-backup.mjs';
import { copyBlobs, listBlobs } from './files.mjs';
import { logFolder, refuseAnotherLife } from './lives.mjs';
import { manifestProblems } from './manifest.mjs';
import { putBackBase, refuseWithoutPrograms, rollForward } from './mariadb-backup.mjs';
import { listBackups } from './take.mjs';

/**
 * Puts the newest backup (or the newest before `until`, or the one that is named) into an empty folder, rolls it forward
 * along the copied binary log, and lays the files beside it. Touches nothing else: no running server, no other folder.
 */
export async function putBack(root, target, { name, until, withoutLog = false } = {}) {
  refuseUnlessEmpty(target);
  const { folder, manifest } = chosen(root, { name, until });
  const say = stopwatch();
  const problems = [...(await manifestProblems(folder, manifest)), ...missingBlobs(root, manifest)];
  if (problems.length > 0)
    throw new Stop(['This backup is not whole; take an older one (--backup):', ...problems].join('\n  '));
  say(`${path.basename(folder)} is whole`);
  if (manifest.kind === 'embedded') putBackEmbedded(folder, target);
  else await putBackServer({ root, folder, manifest, target, until, withoutLog, say });
  const { files } = copyBlobs(path.join(root, 'blobs'), path.join(target, 'blobs'));
  say(`${files} files of residents are back`);
  return { kind: manifest.kind, at: manifest.at };
}

async function putBackServer({ root, folder, manifest, target, until, withoutLog, say }) {
  const rolls = manifest.binaryLog !== undefined && !withoutLog;
  refuseWithoutPrograms(manifest.kind, rolls);
  const logs = rolls ? logsSince(logFolder(root, manifest.binaryLog.life), manifest.binaryLog.log) : [];
  if (rolls) refuseAnotherLife(logs, manifest);
  const data = path.join(target, 'data');
  mkdirSync(data, { mode: 0o700 });
  await putBackBase(manifest, folder, data);
  say(`the database is back as it was at ${manifest.at}`);
  await rollForward({ manifest, folder, data, logs, until });
  if (logs.length > 0) say(`rolled forward ${until ? `until ${until}` : 'to the end'} of ${logs.length} binary logs`);
}

function refuseUnlessEmpty(target) {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (readdirSync(target).length > 0) throw new Stop(`${target} is not empty; a restore goes into an empty folder.`);
}

function chosen(root, { name, until }) {
  const all = listBackups(root);
  const before = until === undefined ? all : all.filter(({ manifest }) => manifest.at <= until);
  const found = name === undefined ? before.at(-1) : all.find((each) => each.name === name);
  if (found) return found;
  const there = all.map((each) => each.name).join(', ') || 'none';
  throw new Stop(`There is no such finished backup in ${root}; there are: ${there}`);
}

function missingBlobs(root, { blobs }) {
  const there = new Set(listBlobs(path.join(root, 'blobs')));
  return blobs.filter((file) => !there.has(file)).map((file) => `blobs/${file} is missing`);
}

function stopwatch() {
  const began = performance.now();
  return (line) => console.log(`${((performance.now() - began) / 1000).toFixed(1)} s: ${line}`);
}

/** Of everything below the folder. */
export function bytesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
