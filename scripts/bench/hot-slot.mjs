import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { durableDatabase } from '../lib/mariadb.mjs';
import { inRoot, requireFrom } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';
import { median } from './rounds.mjs';

const UNIT = 'throughput of 32 callers on one window, lane / plain transaction of four statements';

/** How much faster a hot window is given out many at a time; without a binary log, and with one that is synced. */
export async function hotSlot() {
  return [...(await measured('hot_slot', false, 4)), ...(await measured('hot_slot_binlog', true, 10))];
}

async function measured(name, binlog, aim) {
  // on a disk: InnoDB flushes nothing in a folder that lies in memory
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jm-hot-'));
  const database = await durableDatabase({ folder, binlog });
  try {
    const sql = await requireFrom('server', 'mysql2/promise').createConnection(database.url);
    await sql.query('CREATE DATABASE hot_slot');
    await sql.end();
    return figures(name, aim, await roundsOn(database));
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function roundsOn({ url, pid }) {
  const profile = process.env.HOT_SLOT_CPU_PROF
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.HOT_SLOT_CPU_PROF}`]
    : [];
  const env = { ...process.env, DATABASE_URL: `${url}/hot_slot`, DATABASE_PID: String(pid) };
  const args = [...profile, '-r', './test/register-swc.cjs', 'test/hot-slot-bench.ts'];
  const child = spawn(process.execPath, args, { cwd: inRoot('server'), env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, wrong] = [[], []];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => wrong.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      const errors = Buffer.concat(wrong).toString();
      if (code !== 0 || /error/i.test(errors)) reject(new Stop(`hot_slot failed:\n${errors.slice(-3000)}`));
      else resolve(JSON.parse(Buffer.concat(said).toString().trim().split('\n').at(-1)));
    });
  });
}

function figures(name, aim, rounds) {
  const ratio = (side) => median(rounds.map((round) => round.plain.ms / round[side].ms));
  const of = (side, what) => median(rounds.map((round) => round[side][what]));
  const figure = (suffix, value, unit) => ({ name: `${name}${suffix}`, value, unit, aim: null, rounds: rounds.length });
  return [
    { name, ratio: ratio('units'), unit: `${UNIT}, a unit`, aim, rounds: rounds.length },
    { name: `${name}-booking`, ratio: ratio('bookings'), unit: `${UNIT}, a whole booking`, aim, rounds: rounds.length },
    ...['plain', 'units', 'bookings'].flatMap((side) => [
      figure(`-${side}-ms`, of(side, 'ms'), 'ms a unit'),
      figure(`-${side}-cpu-server`, of(side, 'serverUs'), 'µs of CPU a unit, callers included'),
      figure(`-${side}-cpu-database`, of(side, 'databaseUs'), 'µs of CPU a unit'),
    ]),
  ];
}
