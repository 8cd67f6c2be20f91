import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fastFolder } from '../../lib/fast-folder.mjs';
import { inRoot, ROOT } from '../../lib/root.mjs';
import { mutated } from './mutated.mjs';

/** What a mutant or a test may write to is copied, with what says where it lies; all else is looked at where it is. */
const WORKSPACES = ['server', 'shared'];
const LEFT_OUT = new Set(['.git', '.cache', 'dist', ...WORKSPACES]);

/** Always the same place for a checkout: there jest has kept what it made of our sources. */
export const FOLDER = path.join(
  fastFolder(),
  `jinmen-mutants-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`,
);

/** Another checkout, of the working tree as it stands, in which one file at a time is other than there. */
export function checkOut() {
  removeCheckout();
  for (const entry of entriesOf('.')) link(entry);
  for (const workspace of WORKSPACES) {
    for (const entry of entriesOf(workspace)) (entry.endsWith('node_modules') ? link : copy)(entry);
  }
}

export function removeCheckout() {
  rmSync(FOLDER, { recursive: true, force: true });
}

/** Runs `work` with the mutant in its place. */
export async function withMutant(mutant, work) {
  const place = path.join(FOLDER, mutant.file);
  const before = readFileSync(place, 'utf8');
  writeFileSync(place, mutated(before, mutant));
  try {
    return await work();
  } finally {
    writeFileSync(place, before);
  }
}

function entriesOf(folder) {
  mkdirSync(path.join(FOLDER, folder), { recursive: true });
  return readdirSync(inRoot(folder))
    .filter((entry) => !LEFT_OUT.has(entry))
    .map((entry) => path.join(folder, entry));
}

function copy(entry) {
  cpSync(inRoot(entry), path.join(FOLDER, entry), { recursive: true });
}

function link(entry) {
  symlinkSync(inRoot(entry), path.join(FOLDER, entry));
}
