import { readFileSync } from 'node:fs';
import { inRoot } from './root.mjs';

/**
 * What pnpm-lock.yaml says, as far as we need it: every package with its digest, and what each needs. Reads the layout of
 * version 9.0, which pnpm writes itself, and no other YAML.
 */
export function readLockfile(text = readFileSync(inRoot('pnpm-lock.yaml'), 'utf8')) {
  if (!text.startsWith("lockfileVersion: '9.0'")) throw new Error('pnpm-lock.yaml has another layout than 9.0');
  const packages = new Map();
  const needs = new Map();
  const importers = new Map();
  let section = '';
  let entry = '';
  let group = '';
  let wanted = '';
  for (const line of text.split('\n')) {
    const [, indent = '', rawKey, value = ''] = /^( *)('[^']+'|[^\s:][^:]*):(?: (.*))?$/.exec(line) ?? [];
    if (rawKey === undefined) continue;
    const key = rawKey.replace(/^'|'$/g, '');
    if (indent === '') section = key;
    else if (indent.length === 2) entry = key;
    else if (indent.length === 4) group = key;
    else if (indent.length === 6) wanted = key;
    if (section === 'packages' && indent.length === 4 && key === 'resolution') packages.set(entry, digestIn(value));
    if (section === 'snapshots' && indent.length === 2) needs.set(entry, []);
    if (section === 'snapshots' && indent.length === 6 && /ependencies$/.test(group)) {
      needs.get(entry).push(snapshotOf(key, value));
    }
    if (section === 'importers' && indent.length === 8 && key === 'version') {
      const of = importers.get(entry) ?? [];
      importers.set(entry, [...of, { snapshot: snapshotOf(wanted, value), kind: group }]);
    }
  }
  return { packages, needs, importers };
}

/** Everything that is installed where these workspaces run: what they depend on, and what that does. */
export function shippedWith({ needs, importers }, ...workspaces) {
  const seen = new Set();
  const visit = (snapshot) => {
    if (seen.has(snapshot) || !needs.has(snapshot)) return;
    seen.add(snapshot);
    for (const next of needs.get(snapshot)) visit(next);
  };
  const wanted = workspaces.flatMap((workspace) => importers.get(workspace) ?? []);
  for (const { snapshot, kind } of wanted) if (kind !== 'devDependencies') visit(snapshot);
  return new Set([...seen].map(plainId));
}

/** `mysql2@3.24.6` → `['mysql2', '3.24.6']` */
export function nameAndVersion(id) {
  const at = id.lastIndexOf('@');
  return [id.slice(0, at), id.slice(at + 1)];
}

/** Without the peers it was resolved with. */
const plainId = (snapshot) => snapshot.replace(/\(.*$/, '');

/** An alias names its package itself. */
function snapshotOf(name, version) {
  const plain = version.replace(/^'|'$/g, '');
  return /^(@[^@/]+\/)?[^@/(]+@/.test(plain) ? plain : `${name}@${plain}`;
}

/** None where anything is said beside it, such as an address of its own: what is there then need not be the registry's. */
function digestIn(resolution) {
  return /^\{integrity: ([\w+/=-]+)\}$/.exec(resolution)?.[1];
}
