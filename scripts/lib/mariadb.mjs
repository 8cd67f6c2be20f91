import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastFolder } from './fast-folder.mjs';
import { startKept } from './kept-process.mjs';
import { freePort } from './ports.mjs';
import { inRoot } from './root.mjs';
import { Stop } from './stop.mjs';
import { findProgram, installPackages, mayInstall } from './system-packages.mjs';

/** The core packages hold the programs without the system service, so nothing is ever started behind our back. */
const PACKAGES = ['mariadb-server-core', 'mariadb-client-core', 'mariadb-client', 'mariadb-backup'];

/** What a backup is taken and rolled forward with (scripts/backup); a drill needs them, other tests do not. */
const FOR_BACKUPS = ['mariadb-backup', 'mariadb-binlog'];

/**
 * A database for tests: the one TEST_DATABASE_URL names, else a throw-away MariaDB with its own folder, socket and free
 * port, which installs the system's package where it may. `{url, stop()}`; after `stop()`, or this process's death,
 * nothing of it is left.
 */
export async function testDatabase(env = process.env) {
  if (env.TEST_DATABASE_URL) return { url: env.TEST_DATABASE_URL, stop: async () => {} };
  return startMariadb(mariadbPrograms(), { settings: fastOptions });
}

/**
 * A MariaDB that keeps what it acknowledged, as in production: the log is on the disk before a commit is answered, and with
 * `binlog` so is the binary log. Its data stay in `folder` for the next time. `{url, pid, stop()}`.
 */
export async function durableDatabase({ folder, binlog = false }) {
  const { server, install } = mariadbPrograms();
  const isNew = !existsSync(path.join(folder, 'data', 'mysql'));
  mkdirSync(path.join(folder, 'tmp'), { recursive: true });
  if (isNew) createDataFolder(install, folder);
  const port = await freePort();
  for (const log of readdirSync(folder)) {
    if (/^(error\.log|binlog\..*)$/.test(log)) rmSync(path.join(folder, log));
  }
  // a unix socket's path may not exceed about a hundred characters
  const runtime = mkdtempSync(path.join(os.tmpdir(), 'jm-'));
  const options = [...placesOf({ dir: folder, runtime, port }), ...durableOptions(folder, binlog)];
  const kept = startKept(server, options, { output: 'ignore', graceMs: 30_000, removeDirs: [runtime] });
  await untilReady(kept, folder, port);
  const pid = Number(readFileSync(path.join(runtime, 'pid'), 'utf8'));
  return { url: `mysql://root@127.0.0.1:${port}`, pid, stop: kept.stop };
}

/**
 * One that may be killed at any moment: `kill()` with SIGKILL, `startAgain()` on what it left, both when it is done. It
 * keeps what it acknowledges, with the binary log and without, as production may have it. Its logs lie on the disk of this
 * checkout, because InnoDB takes memory (where a suite's temporary files are) for a disk that needs no flushing. `env` is what
 * the server itself sees; `data` a folder with data that are there already, which is its caller's and stays: its binary log
 * lies in it, as in production.
 */
export async function killableDatabase({ binaryLog, env = process.env, data }) {
  const programs = mariadbPrograms();
  const binaryIn = (folder) =>
    binaryLog ? [`--log-bin=${folder}/binlog`, '--server-id=1', '--sync-binlog=1'] : ['--skip-log-bin'];
  if (data) return startMariadb(programs, { settings: [...fastOptions, ...binaryIn(data)], env, lives: true, data });
  mkdirSync(inRoot('.cache'), { recursive: true });
  const logs = mkdtempSync(inRoot('.cache/jm-logs-'));
  const binary = binaryIn(logs);
  const durable = ['--innodb-flush-log-at-trx-commit=1', `--innodb-log-group-home-dir=${logs}`];
  return startMariadb(programs, { settings: [...fastOptions, ...binary, ...durable], env, lives: true, more: [logs] });
}

function mariadbPrograms() {
  const whole = findPrograms() && FOR_BACKUPS.every((name) => findProgram(name));
  if (!whole && mayInstall()) installPackages(PACKAGES);
  const programs = findPrograms();
  if (programs) return programs;
  throw new Stop(
    [
      'The tests need a MySQL-protocol server, and none was found. Do one of these, then run the command again:',
      '  Debian, Ubuntu   sudo apt-get update && sudo apt-get install -y mariadb-server',
      '  Fedora           sudo dnf install -y mariadb-server',
      '  macOS            brew install mariadb',
      '  a server of yours, on which the user may create databases and accounts:',
      '                   TEST_DATABASE_URL=mysql://user:password@127.0.0.1:3306 npm test',
    ].join('\n'),
  );
}

function findPrograms() {
  const server = findProgram('mariadbd');
  const install = findProgram('mariadb-install-db');
  return server && install ? { server, install } : undefined;
}

async function startMariadb({ server, install }, { settings, env = process.env, lives = false, more = [], data }) {
  // Short, because a unix socket's path may not exceed about a hundred characters.
  const dir = mkdtempSync(path.join(fastFolder(), 'jm-'));
  try {
    mkdirSync(path.join(dir, 'tmp'));
    if (data) symlinkSync(data, path.join(dir, 'data'));
    else createDataFolder(install, dir, settings);
    const port = await freePort();
    const options = [...placesOf({ dir, runtime: dir, port }), ...settings];
    const kept = startKept(server, options, { output: 'ignore', removeDirs: [dir, ...more], env, lives });
    await untilReady(kept, dir, port);
    const startAgain = () => {
      rmSync(`${dir}/error.log`, { force: true });
      kept.startAgain();
      return untilReady(kept, dir, port);
    };
    return { url: `mysql://root@127.0.0.1:${port}`, stop: kept.stop, kill: kept.kill, startAgain };
  } catch (error) {
    for (const each of [dir, ...more]) rmSync(each, { recursive: true, force: true });
    throw error;
  }
}

function createDataFolder(install, dir, settings = []) {
  const made = spawnSync(
    install,
    [
      '--no-defaults',
      `--user=${os.userInfo().username}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
      `--datadir=${dir}/data`,
      ...settings.filter((setting) => setting.startsWith('--innodb-log-group-home-dir')),
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Stop(`mariadb-install-db failed:\n${made.stdout}${made.stderr}`);
}

function placesOf({ dir, runtime, port }) {
  return [
    '--no-defaults',
    `--user=${os.userInfo().username}`,
    `--datadir=${dir}/data`,
    `--tmpdir=${dir}/tmp`,
    `--socket=${runtime}/s.sock`,
    `--pid-file=${runtime}/pid`,
    `--log-error=${dir}/error.log`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--default-time-zone=+00:00',
    '--performance-schema=OFF',
  ];
}

/** Fast rather than durable: what most tests prove is never "it survives a power cut". */
const fastOptions = [
  '--skip-log-bin',
  '--innodb-buffer-pool-size=64M',
  '--innodb-log-file-size=16M',
  '--innodb-flush-log-at-trx-commit=2',
];

function durableOptions(folder, binlog) {
  return [
    '--innodb-buffer-pool-size=2G',
    '--innodb-log-file-size=512M',
    '--innodb-flush-log-at-trx-commit=1',
    '--max-connections=300',
    ...(binlog
      ? [
          `--log-bin=${folder}/binlog`,
          '--server-id=1',
          '--sync-binlog=1',
          '--binlog-format=ROW',
          '--max-binlog-size=64M',
        ]
      : ['--skip-log-bin']),
  ];
}

/** MariaDB writes "ready for connections" once; no client program is needed to see it. */
export async function untilReady(kept, dir, port) {
  let ended = false;
  kept.exited.then(() => {
    ended = true;
  });
  const log = () => {
    try {
      return readFileSync(`${dir}/error.log`, 'utf8');
    } catch {
      return '';
    }
  };
  for (let tries = 0; tries < 600; tries += 1) {
    const seen = log();
    if (seen.includes('ready for connections')) return;
    if (ended) throw new Stop(`The throw-away MariaDB on port ${port} ended at once:\n${seen}`);
    await sleep(100);
  }
  await kept.stop();
  throw new Stop(`The throw-away MariaDB on port ${port} was not ready within a minute.`);
}
