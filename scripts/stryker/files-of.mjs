import path from 'node:path';
import { listFiles } from '../lib/content-hash.mjs';
import { ROOT } from '../lib/root.mjs';

/** The files of one folder that a pattern names, as paths from the root: `*` in a name, and `{one,other}`. */
export function filesOf(pattern) {
  const source = pattern
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replace(/\{([^}]*)\}/g, (_whole, names) => `(${names.split(',').join('|')})`);
  const named = new RegExp(`^${source}$`);
  return listFiles([path.dirname(pattern)])
    .map((file) => path.relative(ROOT, file))
    .filter((file) => named.test(file));
}
