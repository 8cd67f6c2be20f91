import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Stop } from '../lib/stop.mjs';
import { findProgram } from '../lib/system-packages.mjs';

const PACKAGE_OF = {
  'mariadb-backup': 'mariadb-backup',
  'mariadb-binlog': 'mariadb-client',
  'mariadb-dump': 'mariadb-client',
  'mariadb-install-db': 'mariadb-server-core',
  mariadb: 'mariadb-client-core',
  mariadbd: 'mariadb-server-core',
};

/** A program of MariaDB; a Stop that names its package when it is not there. */
export function program(name) {
  const found = findProgram(name);
  if (!found) throw new Stop(`${name} is not installed: apt-get install ${PACKAGE_OF[name]}`);
  return found;
}

/**
 * Calls `work` with the options by which a client reaches this database. The password stands in a file that only its
 * owner may read, and goes with it: never on a command line, where everybody on the machine could see it.
 */
export async function asClient(databaseUrl, work) {
  const { hostname, port, username, password } = new URL(databaseUrl);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-client-'));
  const file = path.join(folder, 'client.cnf');
  const words = [`user="${decodeURIComponent(username || 'root')}"`, `password="${decodeURIComponent(password)}"`];
  writeFileSync(file, `[client]\n${words.join('\n')}\n`, { mode: 0o600 });
  try {
    return await work([`--defaults-file=${file}`, `--host=${hostname}`, `--port=${port || 3306}`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const databaseOf = (databaseUrl) => new URL(databaseUrl).pathname.slice(1);

/** Runs it to its end; a Stop with its last words when it fails. `stdin` and `stdout` are files that are open. */
export async function run(name, args, { stdin = 'ignore', stdout = 'ignore' } = {}) {
  const child = spawn(program(name), args, { stdio: [stdin, stdout, 'pipe'] });
  const { code, said } = await ended(child);
  if (code !== 0) throw new Stop(`${name} failed (${code}):\n${said.slice(-2000)}`);
}

/** What it says; a Stop with its last words when it fails. For what says little. */
export async function textOf(name, args) {
  const child = spawn(program(name), args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  const { code, said } = await ended(child);
  if (code !== 0) throw new Stop(`${name} failed (${code}):\n${said.slice(-2000)}`);
  return text;
}

/** One into the other; a Stop when either fails. */
export async function pipe([from, fromArgs], [to, toArgs], { env = process.env } = {}) {
  const source = spawn(program(from), fromArgs, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const target = spawn(program(to), toArgs, { stdio: ['pipe', 'ignore', 'pipe'], env });
  source.stdout.pipe(target.stdin);
  target.stdin.on('error', () => {}); // whoever reads no more says why below
  const [read, written] = await Promise.all([ended(source), ended(target)]);
  if (written.code !== 0) throw new Stop(`${to} failed (${written.code}):\n${written.said.slice(-2000)}`);
  if (read.code !== 0) throw new Stop(`${from} failed (${read.code}):\n${read.said.slice(-2000)}`);
}

async function ended(child) {
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, said };
}
