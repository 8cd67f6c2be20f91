import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { uploadedFiles } from '../../lib/package-sizes.mjs';
import { inRoot, requireFrom } from '../../lib/root.mjs';
import { Stop } from '../../lib/stop.mjs';

const BUILT = inRoot('miniapp/dist/weapp');

/** Copies the built mini-program to `folder`, as a project of its own, and makes the change there, if there is one. */
export function mutate(folder, mutant) {
  const dist = path.join(folder, 'dist/weapp');
  mkdirSync(dist, { recursive: true });
  cpSync(BUILT, dist, { recursive: true });
  cpSync(inRoot('miniapp/project.config.json'), path.join(folder, 'project.config.json'));
  if (!mutant) return;
  for (const [file, text] of changed(textsOf(dist, mutant.file), mutant)) writeFileSync(path.join(dist, file), text);
}

/** The texts of a build by their path, those whose path is `file`. */
export function textsOf(dist = BUILT, file = /\.(js|wxml)$/) {
  const named = uploadedFiles(dist).filter((each) => file.test(each));
  return new Map(named.map((each) => [each, readFileSync(path.join(dist, each), 'utf8')]));
}

/**
 * The files a mutant changes, with their new text. Throws a `Stop` unless its place is found exactly as often as it says,
 * and what comes out is a script still: minified code moves, and a mutant that changes nothing, or breaks everything,
 * proves nothing. A chunk that several packages carry alike counts once.
 */
export function changed(texts, { file, find, put, times = 1, name }) {
  const everywhere = new RegExp(find, 'g');
  const after = new Map();
  const counts = new Map();
  for (const [each, before] of texts) {
    const found = file.test(each) ? (before.match(everywhere)?.length ?? 0) : 0;
    if (found === 0) continue;
    after.set(each, before.replace(everywhere, put));
    if (after.get(each) === before) throw new Stop(`"${name}" changes nothing in ${each}.`);
    if (!counts.has(before)) mustBeReadable(each, after.get(each), name);
    counts.set(before, found);
  }
  const all = [...counts.values()].reduce((sum, found) => sum + found, 0);
  if (all === times) return after;
  throw new Stop(`"${name}" finds ${find} ${all} times, not ${times}: look what the build makes of it now.`);
}

function mustBeReadable(file, text, name) {
  if (!file.endsWith('.js')) return;
  try {
    requireFrom('', 'acorn').parse(text, { ecmaVersion: 2015 });
  } catch (error) {
    throw new Stop(`"${name}" leaves ${file} unreadable: ${error.message}`);
  }
}
