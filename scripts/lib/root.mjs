import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, whatever directory a command is called from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** Loads a CommonJS module as a workspace sees it; call only after set-up. */
export function requireFrom(from, specifier) {
  return createRequire(inRoot(from, 'package.json'))(specifier);
}
