import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './root.mjs';

const SCRIPT = inRoot('deploy/mariadb/accounts.sh');

/** The passwords that lie in files, by the variable that names the file. */
const FILES = { owner: 'OWNER_PASSWORD_FILE', backup: 'BACKUP_PASSWORD_FILE', root: 'MARIADB_ROOT_PASSWORD_FILE' };

/**
 * The statements of `deploy/mariadb/accounts.sh` for a database and these passwords (`owner`, and `serving`, `backup`, `root`
 * where they are given); `env` is told to it besides. Throws where the script refuses.
 */
export function accountsSql({ database = 'jinmen', env = {}, ...passwords }) {
  return inFolder((folder) => run(['sh', SCRIPT], folder, passwords, { MARIADB_DATABASE: database, ...env }));
}

/**
 * What the image's own entrypoint is started with when the script stands before it: `serves`, then its arguments. Throws where
 * the script refuses first. `isThere`: the folder of data has a database in it.
 */
export function beforeEntrypoint({ isThere, args = [], ...passwords }) {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, 'docker-entrypoint.sh'), '#!/bin/sh\necho serves "$@"\n', { mode: 0o700 });
    if (isThere) mkdirSync(path.join(folder, 'mysql'));
    const PATH = `${folder}:${process.env.PATH}`;
    const told = { PATH, DATADIR: folder, MARIADB_DATABASE: 'jinmen' };
    return run(['sh', SCRIPT, 'before', ...args], folder, passwords, told);
  });
}

/** What the image's entrypoint, which reads the script into itself, is asked to do with the database it makes. */
export function readByEntrypoint(passwords) {
  const entrypoint = `set -eo pipefail; docker_process_sql() { sed 's/^/asked: /'; }; each() { for f; do . "$f"; done; }; each ${SCRIPT}`;
  return inFolder((folder) => run(['bash', '-c', entrypoint], folder, passwords, { MARIADB_DATABASE: 'jinmen' }));
}

function run([command, ...args], folder, { serving, ...inFiles }, told) {
  const env = { PATH: process.env.PATH, ...(serving !== undefined && { DATABASE_PASSWORD: serving }) };
  for (const [whose, password] of Object.entries(inFiles)) {
    env[FILES[whose]] = path.join(folder, whose);
    writeFileSync(env[FILES[whose]], password);
  }
  Object.assign(env, told);
  return execFileSync(command, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function inFolder(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jinmen-accounts-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
