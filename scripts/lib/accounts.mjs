import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './root.mjs';

const SCRIPT = inRoot('deploy/mariadb/accounts.sh');

/**
 * The statements of `deploy/mariadb/accounts.sh` for a database and these passwords; `env` is told to it besides. Throws where
 * the script refuses.
 */
export function accountsSql({ owner, serving, database = 'jinmen', env = {} }) {
  const told = { MARIADB_DATABASE: database, ...(serving !== undefined && { DATABASE_PASSWORD: serving }), ...env };
  return inFolder((folder) => run(['sh', SCRIPT], folder, owner, told));
}

/**
 * What the image's own entrypoint is started with when the script stands before it: `serves`, then its arguments. Throws where
 * the script refuses first. `isThere`: the folder of data has a database in it.
 */
export function beforeEntrypoint({ owner, serving, isThere, args = [] }) {
  return inFolder((folder) => {
    writeFileSync(path.join(folder, 'docker-entrypoint.sh'), '#!/bin/sh\necho serves "$@"\n', { mode: 0o700 });
    if (isThere) mkdirSync(path.join(folder, 'mysql'));
    const PATH = `${folder}:${process.env.PATH}`;
    const told = { PATH, DATADIR: folder, MARIADB_DATABASE: 'jinmen', DATABASE_PASSWORD: serving };
    return run(['sh', SCRIPT, 'before', ...args], folder, owner, told);
  });
}

/** What the image's entrypoint, which reads the script into itself, is asked to do with the database it makes. */
export function readByEntrypoint({ owner, serving }) {
  const entrypoint = `set -eo pipefail; docker_process_sql() { sed 's/^/asked: /'; }; each() { for f; do . "$f"; done; }; each ${SCRIPT}`;
  const told = { MARIADB_DATABASE: 'jinmen', DATABASE_PASSWORD: serving };
  return inFolder((folder) => run(['bash', '-c', entrypoint], folder, owner, told));
}

function run([command, ...args], folder, owner, told) {
  const file = path.join(folder, 'owner');
  writeFileSync(file, owner);
  const env = { PATH: process.env.PATH, OWNER_PASSWORD_FILE: file, ...told };
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
