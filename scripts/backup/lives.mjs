import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Stop } from '../lib/stop.mjs';
import { baseOf, logsBefore, logsIn, numberOf } from './binary-log.mjs';
import { textOf } from './programs.mjs';

/*
 * A database's life: one unbroken row of binary logs. Put back from a backup (or after RESET MASTER, or on another node)
 * the server begins again at 000001, and its logs have the names of those before: each life has a folder of its own.
 *
 * Nothing a server says of itself names its life: `@@server_uid` is made of the network card and the port, `@@server_id`
 * and all that stands in tables come back with the backup, and positions in GTID begin anew with the logs. What differs
 * is the head every log begins with, written once and never again: when this log was begun, and by which server. So a
 * life is named by the head of the log its first backup was made at, and goes on for as long as the server still has,
 * under the same name with the same head, the log that was copied last. It survives a restart, and no restore.
 */
const NAME = /^\d{8}T\d{6}Z-\d+$/;

const TIME = '20261127T150817Z';
const MAGIC = Buffer.from('fe62696e', 'hex');
const HEAD_BYTES = 9;

/** Where the logs of a life are copied to; those of backups made before lives were told apart lie above all others. */
export function logFolder(root, life) {
  return life === undefined ? path.join(root, 'binlog') : path.join(root, 'binlog', life);
}

/**
 * Where a backup stands in the server's life: the head of its log, and the life that goes on from one of the backups there
 * are, or else begins with this one. `headOnServer` is what `headsAt` returns.
 */
export async function inItsLife(headOnServer, root, backups, binaryLog) {
  const head = await headOnServer(binaryLog.log);
  if (head === undefined)
    throw new Stop(`The server does not have its binary log ${binaryLog.log} any more; try again.`);
  for (const earlier of newestOfEachLife(backups)) {
    if (await goesOnAt(headOnServer, root, earlier)) return { ...binaryLog, head, life: earlier.life };
  }
  return { ...binaryLog, head, life: head };
}

/**
 * The log from which a life is to be followed further: its newest copy, or the one its newest backup was made at where
 * nothing later was copied. None when the server does not have that log, as it was: it lives another life.
 */
export async function goesOnAt(headOnServer, root, { log: first, head, life }) {
  const folder = logFolder(root, life);
  const newest = logsIn(folder, baseOf(first)).findLast((log) => headIn(path.join(folder, log)) !== undefined);
  if (newest && (await headOnServer(newest)) === headIn(path.join(folder, newest))) return newest;
  if (newest && numberOf(newest) >= numberOf(first)) return undefined;
  return head !== undefined && (await headOnServer(first)) === head ? first : undefined;
}

/** A Stop where what lies there under the names of a backup's logs was not written by its server after it. */
export function refuseAnotherLife(logs, { at, binaryLog }) {
  const [first, second] = logs;
  if (binaryLog.head === undefined) {
    // made before heads were kept: its own log was the newest, so the next one was begun later
    const next = second && headIn(second);
    if (next === undefined || next.slice(0, TIME.length) >= timeOf(new Date(at))) return;
  } else if (headIn(first) === binaryLog.head) return;
  throw new Stop(
    `${path.dirname(first)} has binary logs of another life of the database, not those that came after this backup. ` +
      'Find them, or restore what there is without: --without-log.',
  );
}

/** Removes the logs no backup that is left can be rolled forward by; a life without a backup goes whole. */
export function pruneLogs(root, backups) {
  const lives = new Map();
  for (const { manifest } of backups.toReversed()) {
    if (manifest.binaryLog) lives.set(manifest.binaryLog.life, manifest.binaryLog.log);
  }
  for (const life of [undefined, ...livesIn(root)]) {
    const folder = logFolder(root, life);
    const oldest = lives.get(life);
    if (oldest !== undefined) for (const log of logsBefore(folder, oldest)) rmSync(log);
    else if (life !== undefined) rmSync(folder, { recursive: true, force: true });
    else for (const log of logsIn(folder)) rmSync(path.join(folder, log));
  }
}

function livesIn(root) {
  return existsSync(logFolder(root)) ? readdirSync(logFolder(root)).filter((name) => NAME.test(name)) : [];
}

function newestOfEachLife(backups) {
  const newest = new Map();
  for (const { manifest } of backups.toReversed()) {
    const { binaryLog } = manifest;
    if (binaryLog && !newest.has(binaryLog.life)) newest.set(binaryLog.life, binaryLog);
  }
  return newest.values();
}

/** The heads of the server's own logs, by their names; none of a log it does not have. */
export const headsAt = (client) => (log) => headAt(client, log);

async function headAt(client, log) {
  const names = await textOf('mariadb', [...client, '--skip-column-names', '--batch', '-e', 'SHOW BINARY LOGS']);
  if (!names.split('\n').some((line) => line.split('\t')[0] === log)) return undefined;
  const said = await textOf('mariadb-binlog', [...client, '--read-from-remote-server', '--stop-position=5', log]);
  const [, event] = /BINLOG '\s*([A-Za-z0-9+/]{12})/.exec(said) ?? [];
  if (event === undefined) throw new Stop(`The head of the server's binary log ${log} can not be read.`);
  return headOf(Buffer.from(event, 'base64'));
}

/** Of a copy; none when so much was not copied yet. */
function headIn(file) {
  const bytes = Buffer.alloc(MAGIC.length + HEAD_BYTES);
  const opened = openSync(file, 'r');
  try {
    if (readSync(opened, bytes, 0, bytes.length, 0) < bytes.length || bytes.indexOf(MAGIC) !== 0) return undefined;
  } finally {
    closeSync(opened);
  }
  return headOf(bytes.subarray(MAGIC.length));
}

/** Of a log's first event: seconds since 1970, one byte for its kind, the server's number. */
function headOf(event) {
  return `${timeOf(new Date(event.readUInt32LE(0) * 1000))}-${event.readUInt32LE(5)}`;
}

const timeOf = (date) => date.toISOString().replaceAll(/[-:]|\.\d+/g, '');
