import { existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startKept } from '../lib/kept-process.mjs';
import { untilReady } from '../lib/mariadb.mjs';
import { program } from './programs.mjs';

/**
 * A MariaDB on these data that nobody else can reach: one socket, no network, no binary log, nobody's password. It ends
 * with this process.
 */
export async function privateServer(data) {
  // a unix socket's path may not exceed about a hundred characters
  const runtime = mkdtempSync(path.join(os.tmpdir(), 'jm-'));
  const socket = path.join(runtime, 's.sock');
  const asItWas = path.join(data, 'backup-my.cnf'); // what mariadb-backup found set that a server must keep
  const options = [
    existsSync(asItWas) ? `--defaults-file=${asItWas}` : '--no-defaults',
    `--user=${os.userInfo().username}`,
    `--datadir=${data}`,
    `--tmpdir=${runtime}`,
    `--socket=${socket}`,
    `--pid-file=${runtime}/pid`,
    `--log-error=${runtime}/error.log`,
    '--skip-networking',
    '--skip-grant-tables',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--default-time-zone=+00:00',
    '--innodb-flush-log-at-trx-commit=2',
    '--max-allowed-packet=1G',
  ];
  const kept = startKept(program('mariadbd'), options, { output: 'ignore', graceMs: 120_000, removeDirs: [runtime] });
  await untilReady(kept, runtime, 'none');
  return { socket, stop: kept.stop };
}
