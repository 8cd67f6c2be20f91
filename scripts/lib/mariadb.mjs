import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastFolder } from './fast-folder.mjs';
import { startKept } from './kept-process.mjs';
import { freePort } from './ports.mjs';
import { Stop } from './stop.mjs';
import { findProgram, installPackages, mayInstall } from './system-packages.mjs';

/** The core packages hold the programs without the system service, so nothing is ever started behind our back. */
const PACKAGES = ['mariadb-server-core', 'mariadb-client-core'];

/**
 * A database for tests: the one TEST_DATABASE_URL names, else a throw-away MariaDB with its own folder, socket and free
 * port, which installs the system's package where it may. `{url, stop()}`; after `stop()`, or this process's death,
 * nothing of it is left.
 */
export async function testDatabase(env = process.env) {
  if (env.TEST_DATABASE_URL) return { url: env.TEST_DATABASE_URL, stop: async () => {} };
  return startMariadb(mariadbPrograms());
}

function mariadbPrograms() {
  if (!findPrograms() && mayInstall()) installPackages(PACKAGES);
  const programs = findPrograms();
  if (programs) return programs;
  throw new Stop(
    [
      'The tests need a MySQL-protocol server, and none was found. Do one of these, then run the command again:',
      '  Debian, Ubuntu   sudo apt-get update && sudo apt-get install -y mariadb-server',
      '  Fedora           sudo dnf install -y mariadb-server',
      '  macOS            brew install mariadb',
      '  a server of yours, on which the user may create databases:',
      '                   TEST_DATABASE_URL=mysql://user:password@127.0.0.1:3306 npm test',
    ].join('\n'),
  );
}

function findPrograms() {
  const server = findProgram('mariadbd');
  const install = findProgram('mariadb-install-db');
  return server && install ? { server, install } : undefined;
}

async function startMariadb({ server, install }) {
  // Short, because a unix socket's path may not exceed about a hundred characters.
  const dir = mkdtempSync(path.join(fastFolder(), 'jm-'));
  try {
    mkdirSync(path.join(dir, 'tmp'));
    createDataFolder(install, dir);
    const port = await freePort();
    const kept = startKept(server, serverOptions(dir, port), { output: 'ignore', removeDirs: [dir] });
    await untilReady(kept, dir, port);
    return { url: `mysql://root@127.0.0.1:${port}`, stop: kept.stop };
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

function createDataFolder(install, dir) {
  const made = spawnSync(
    install,
    [
      '--no-defaults',
      `--user=${os.userInfo().username}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
      `--datadir=${dir}/data`,
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Stop(`mariadb-install-db failed:\n${made.stdout}${made.stderr}`);
}

/** Fast rather than durable: what these tests prove is never "it survives a power cut". */
function serverOptions(dir, port) {
  return [
    '--no-defaults',
    `--user=${os.userInfo().username}`,
    `--datadir=${dir}/data`,
    `--tmpdir=${dir}/tmp`,
    `--socket=${dir}/s.sock`,
    `--pid-file=${dir}/pid`,
    `--log-error=${dir}/error.log`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--default-time-zone=+00:00',
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-file-size=16M',
    '--innodb-flush-log-at-trx-commit=2',
    '--performance-schema=OFF',
  ];
}

/** MariaDB writes "ready for connections" once; no client program is needed to see it. */
async function untilReady(kept, dir, port) {
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
