import { cpSync, existsSync, mkdirSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { startKept } from '../lib/kept-process.mjs';
import { Stop } from '../lib/stop.mjs';
import { findProgram } from '../lib/system-packages.mjs';
import { goesOnAt, headsAt, logFolder } from './lives.mjs';
import { privateServer } from './private-server.mjs';
import { asClient, databaseOf, pipe, program, run } from './programs.mjs';

/** MariaDB writes it in one name or the other, as its version is. */
const POSITION_FILES = ['xtrabackup_binlog_info', 'mariadb_backup_binlog_info'];

/**
 * The whole server as it was at one moment, while it serves: pages and log by mariadb-backup; where that is not installed,
 * or the server is on another machine, a dump in one transaction. Returns where its binary log stood.
 */
export async function takeBase(databaseUrl, folder, { dump = !findProgram('mariadb-backup') } = {}) {
  return asClient(databaseUrl, (client) =>
    dump ? takeDump(client, databaseOf(databaseUrl), folder) : takePages(client, folder),
  );
}

async function takePages(client, folder) {
  await run('mariadb-backup', [...client, '--backup', `--target-dir=${folder}/base`]);
  const file = POSITION_FILES.map((name) => path.join(folder, 'base', name)).find((each) => existsSync(each));
  const [log, position] = file ? readFileSync(file, 'utf8').split(/\s+/) : [];
  return { kind: 'pages', ...positionOf(log, position) };
}

async function takeDump(client, database, folder) {
  const file = openSync(path.join(folder, 'dump.sql'), 'wx', 0o600);
  const whole = ['--single-transaction', '--quick', '--hex-blob', '--master-data=2', '--skip-dump-date'];
  await run('mariadb-dump', [...client, ...whole, database], { stdout: file });
  const head = Buffer.alloc(64 * 1024);
  const read = openSync(path.join(folder, 'dump.sql'), 'r');
  readSync(read, head, 0, head.length, 0);
  const [, log, position] = /MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=(\d+)/.exec(head.toString()) ?? [];
  return { kind: 'dump', ...positionOf(log, position) };
}

/** A server without a binary log can be put back to its backups and to no other moment. */
function positionOf(log, position) {
  return log ? { binaryLog: { log: path.basename(log), position: Number(position) } } : {};
}

/**
 * Goes on copying the server's binary log as it is written, until it is stopped or the server is gone. Begins anew at the
 * newest copy of this life, so that it may be started again at any time; a Stop where the server lives another one.
 */
export async function followBinaryLog(databaseUrl, root, binaryLog) {
  const folder = logFolder(root, binaryLog.life);
  return asClient(databaseUrl, async (client) => {
    const from = await goesOnAt(headsAt(client), root, binaryLog);
    if (from === undefined) {
      throw new Stop(
        'The server has not the binary log that was copied last: it was put back, or its logs were begun anew, since the ' +
          'newest backup. Take a backup, then follow again.',
      );
    }
    mkdirSync(folder, { recursive: true });
    const how = ['--read-from-remote-server', '--raw', '--stop-never', `--result-file=${folder}/`, from];
    const code = await startKept(program('mariadb-binlog'), [...client, ...how]).exited;
    throw new Stop(`The binary log can not be followed any more (${code}); begin again once the server is there.`);
  });
}

/** Makes `data` a folder a server can be started on, as it was when the backup was made. `data` is empty. */
export async function putBackBase({ kind }, folder, data) {
  if (kind === 'pages') {
    cpSync(path.join(folder, 'base'), data, { recursive: true });
    await run('mariadb-backup', ['--prepare', `--target-dir=${data}`]);
    return;
  }
  await run('mariadb-install-db', ['--no-defaults', '--auth-root-authentication-method=normal', `--datadir=${data}`]);
}

/** What came after the backup: a dump is read in first, then the logs from where it stood, up to `until` or to their end. */
export async function rollForward({ manifest, folder, data, logs, until }) {
  const { kind, database, binaryLog } = manifest;
  if (kind === 'pages' && logs.length === 0) return;
  const server = await privateServer(data);
  const client = ['mariadb', ['--no-defaults', `--socket=${server.socket}`, '--binary-mode']];
  try {
    if (kind === 'dump') {
      await run('mariadb', [...client[1], '-e', `CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4`]);
      await run('mariadb', [...client[1], database], { stdin: openSync(path.join(folder, 'dump.sql'), 'r') });
    }
    if (logs.length > 0) await replay(client, { database, position: binaryLog.position, logs, until });
  } finally {
    await server.stop();
  }
}

/** The product's own database alone: accounts and grants are the server's, and its administrator's to keep. */
function replay(client, { database, position, logs, until }) {
  const from = [
    '--no-defaults',
    '--verify-binlog-checksum',
    `--database=${database}`,
    `--start-position=${position}`,
    ...(until ? [`--stop-datetime=${until.replace('T', ' ').replace(/(\.\d+)?Z$/, '')}`] : []),
  ];
  return pipe(['mariadb-binlog', [...from, ...logs]], client, { env: { ...process.env, TZ: 'UTC' } });
}

export function refuseWithoutPrograms(kind, rolls) {
  const names = ['mariadbd', ...(kind === 'pages' ? ['mariadb-backup'] : ['mariadb', 'mariadb-install-db'])];
  for (const name of [...names, ...(rolls ? ['mariadb-binlog', 'mariadb'] : [])]) program(name);
}

/** Kept out of every backup: who finds the backup must not find the keys beside it. */
export function refuseKeysIn(folder, keysFile) {
  const keys = path.resolve(keysFile);
  if (!path.relative(folder, keys).startsWith('..'))
    throw new Stop(`${keys} lies in ${folder}: keys belong in no backup`);
}
