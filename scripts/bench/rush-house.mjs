import { fork } from 'node:child_process';
import { mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentHash, listFiles } from '../lib/content-hash.mjs';
import { startKept } from '../lib/kept-process.mjs';
import { withLock } from '../lib/lock.mjs';
import { durableDatabase } from '../lib/mariadb.mjs';
import { freePort } from '../lib/ports.mjs';
import { inRoot, requireFrom } from '../lib/root.mjs';
import { SERVER_MEMORY } from '../lib/server-memory.mjs';
import { Stop } from '../lib/stop.mjs';
import { answers200 } from '../lib/wait.mjs';
import { forgetLeftOvers } from './rush-truth.mjs';

export const COUPLES = 10_000;
/** Sessions last thirty days. */
const KEPT_DAYS = 20;
const DAY_MS = 24 * 3_600_000;
const MICROSECONDS_PER_TICK = 10_000;
const FOLDER = inRoot('.cache', 'rush');

/**
 * Runs `work` beside a MariaDB that keeps what it says and has ten thousand couples in it. They are made once by the
 * product's own services and kept until the schema changes or their sessions end.
 */
export function inRushHouse({ binlog }, work) {
  return withLock(`${FOLDER}.lock`, () => open(binlog, work), {
    onWait: () => console.log('Another command is in a rush; waiting for it.'),
  });
}

async function open(binlog, work) {
  const folder = keptFolder();
  const database = await durableDatabase({ folder: path.join(folder, 'mariadb'), binlog });
  const mysql = requireFrom('server', 'mysql2/promise');
  const sql = await mysql.createConnection({ uri: database.url, multipleStatements: true });
  const house = { folder, database, sql, binlog, stoppers: [] };
  try {
    await makeCouples(house);
    await forgetLeftOvers(house, 'rush');
    return await work(house);
  } finally {
    sql.destroy();
    for (const stop of house.stoppers.reverse()) await stop();
    await database.stop();
  }
}

/** Of this schema and these couples; those of others are removed. */
function keptFolder() {
  const migrations = listFiles(['server/src'], (file) => file.includes('/migrations/'));
  const makers = listFiles(['server/test/rush-people.ts']);
  const folder = path.join(FOLDER, contentHash([...migrations, ...makers], String(COUPLES)).slice(0, 12));
  mkdirSync(folder, { recursive: true });
  for (const other of readdirSync(FOLDER)) {
    const file = path.join(FOLDER, other);
    if (file !== folder) rmSync(file, { recursive: true, force: true });
  }
  return folder;
}

async function makeCouples(house) {
  const marker = path.join(house.folder, 'couples.json');
  if (ageOf(marker) < KEPT_DAYS * DAY_MS) return;
  const began = performance.now();
  console.log(`Making ${COUPLES} couples …`);
  rmSync(marker, { force: true });
  rmSync(path.join(house.folder, 'data'), { recursive: true, force: true });
  await house.sql.query('DROP DATABASE IF EXISTS rush; CREATE DATABASE rush');
  await migrated(house, 'rush', COUPLES);
  writeFileSync(marker, JSON.stringify({ madeAtMs: Date.now() }));
  console.log(`  made in ${Math.round((performance.now() - began) / 1000)} s; kept in ${house.folder}.`);
}

/** Brings the database `name` up to date, with so many people in it and the city's ordinary windows. */
export async function migrated(house, name, people = 0) {
  const log = path.join(house.folder, 'making.log');
  const env = { MAKE_INVITERS: String(people), PORT: String(await freePort()) };
  const { exited } = startProcess(house, env, name, log);
  if ((await exited) !== 0) throw new Stop(`${name} could not be made:\n${readFileSync(log, 'utf8').slice(-3000)}`);
}

function ageOf(marker) {
  try {
    return Date.now() - JSON.parse(readFileSync(marker, 'utf8')).madeAtMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function startProcess({ folder, database }, env, name, logFile) {
  const log = openSync(logFile, 'w');
  const settings = {
    PATH: process.env.PATH,
    DATABASE_URL: `${database.url}/${name}`,
    DATA_DIR: path.join(folder, 'data'),
    LOG_LEVEL: 'info',
    ...env,
  };
  const profile = process.env.RUSH_CPU_PROF ? ['--cpu-prof', `--cpu-prof-dir=${process.env.RUSH_CPU_PROF}`] : [];
  const args = [...SERVER_MEMORY, ...profile, '-r', './test/register-swc.cjs', 'test/rush-process.ts'];
  return startKept(process.execPath, args, { cwd: inRoot('server'), env: settings, output: log, graceMs: 10_000 });
}

/** One more server process on the database `name`. */
export async function startRushServer(house, { name = 'rush', env = {} } = {}) {
  const port = await freePort();
  const logFile = path.join(house.folder, `server-${port}.log`);
  const kept = startProcess(house, { ...env, PORT: String(port) }, name, logFile);
  let ended = false;
  void kept.exited.then(() => {
    ended = true;
  });
  const url = `http://127.0.0.1:${port}`;
  const ready = await answers200(`${url}/readyz`, { timeoutMs: 120_000, givenUp: () => ended });
  if (!ready) throw new Stop(`The server did not start:\n${readFileSync(logFile, 'utf8').slice(-3000)}`);
  const stop = async () => {
    await kept.stop();
    rmSync(logFile, { force: true });
  };
  house.stoppers.push(stop);
  return { port, url, name, logFile, pid: childOf(kept.pid), tell: (route, body) => tell(url, route, body) };
}

async function tell(url, route, body) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/v1/rush/${route}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (response.status !== 201) throw new Stop(`rush/${route} answered ${response.status} ${await response.text()}`);
  return response.json();
}

/** The phones, in a process of their own. */
export function startPhones(house) {
  const child = fork(inRoot('scripts/bench/rush-client.mjs'), { serialization: 'advanced' });
  house.stoppers.push(async () => child.disconnect());
  let orders = 0;
  return (order) =>
    new Promise((resolve, reject) => {
      orders += 1;
      const id = orders;
      const hear = (message) => {
        if (message.id !== id) return;
        child.off('message', hear);
        if (message.error) reject(new Stop(`The phones failed:\n${message.error}`));
        else resolve(message.report);
      };
      child.on('message', hear);
      child.send({ id, order });
    });
}

/** Microseconds of CPU since the process began. */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_PER_TICK;
}

/** Runs `work` and says what server and database spent on it meanwhile. */
export async function spending({ server, database }, work) {
  const before = [cpuOf(server.pid), cpuOf(database.pid)];
  const report = await work();
  return { ...report, serverUs: cpuOf(server.pid) - before[0], databaseUs: cpuOf(database.pid) - before[1] };
}

/** What went wrong is in the log even where a client was answered politely. */
export function refuseErrorsIn({ logFile }) {
  const bad = readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('{"level":"info"'));
  if (bad.length > 0)
    throw new Stop(`The server’s log has ${bad.length} lines beside requests:\n${bad.slice(0, 5).join('\n')}`);
}

/** The process a keeper keeps. */
function childOf(keeperPid) {
  return Number(readFileSync(`/proc/${keeperPid}/task/${keeperPid}/children`, 'utf8').trim().split(' ')[0]);
}
