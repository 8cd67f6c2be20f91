import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../lib/root.mjs';

/**
 * What a run that was stopped has seen already, as long as nothing of `of` (a hash of all that matters) has changed since.
 * Kept after each: a run of an hour may be ended at any moment. `anew` forgets it.
 */
export function memoryOf(name, of, { anew = false, folder = inRoot('.cache/mutants') } = {}) {
  const file = path.join(folder, `${name}.json`);
  if (anew) rmSync(file, { force: true });
  const left = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const kept = left.of === of ? left.kept : {};
  mkdirSync(folder, { recursive: true });
  return {
    find: (each) => kept[nameOf(each)],
    keep: (each, { passed, first, why, seconds }) => {
      kept[nameOf(each)] = { passed, first, why, seconds };
      writeFileSync(file, JSON.stringify({ of, kept }));
    },
  };
}

function nameOf(each) {
  return createHash('sha256').update(JSON.stringify(each)).digest('hex');
}
