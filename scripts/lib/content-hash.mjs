import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';

const NEVER = new Set(['node_modules', 'dist', '.git', '.cache', '.swc', 'coverage']);

/** Every file under the paths (relative to the root, or absolute), sorted; absent paths count as empty. */
export function listFiles(paths, keep = () => true) {
  return paths
    .flatMap((entry) => walk(path.resolve(ROOT, entry)))
    .filter(keep)
    .sort();
}

function walk(entry) {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry, { withFileTypes: true })
    .filter((child) => !NEVER.has(child.name))
    .flatMap((child) => (child.isDirectory() ? walk(path.join(entry, child.name)) : [path.join(entry, child.name)]));
}

/** One hash over names and contents of the files and over `extra`; the same inputs give the same hash anywhere. */
export function contentHash(files, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of files) hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}
