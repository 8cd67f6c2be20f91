import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listFiles } from './files.mjs';

const NAME = 'manifest.json';

/** Writes what the folder holds, file by file: size and SHA-256. Written last, so a backup without one is not whole. */
export async function writeManifest(folder, facts) {
  const files = {};
  for (const file of listFiles(folder)) {
    files[file] = { bytes: statSync(path.join(folder, file)).size, sha256: await digest(path.join(folder, file)) };
  }
  const manifest = { ...facts, files };
  writeFileSync(path.join(folder, NAME), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  return manifest;
}

/** None when the backup was never finished. */
export function readManifest(folder) {
  const file = path.join(folder, NAME);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** What is missing, more or changed since the manifest was written; a line each. */
export async function manifestProblems(folder, { files }) {
  const problems = [];
  const there = new Set(listFiles(folder).filter((file) => file !== NAME));
  for (const [file, { bytes, sha256 }] of Object.entries(files)) {
    if (!there.delete(file)) problems.push(`${file} is missing`);
    else if (statSync(path.join(folder, file)).size !== bytes) problems.push(`${file} has another size than it had`);
    else if ((await digest(path.join(folder, file))) !== sha256) problems.push(`${file} was changed`);
  }
  for (const file of there) problems.push(`${file} was not there when the backup was made`);
  return problems;
}

async function digest(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
