import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildStale } from '../lib/build.mjs';
import { freePort } from '../lib/ports.mjs';
import { ROOT } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';

const WARM_ROUNDS = 3;

/** Seconds from `npm start` to ready, everything built. */
export async function warmStart() {
  await buildStale(['server', 'h5']);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jmb-'));
  try {
    // The first one creates the database; from then on it is what a developer meets every day.
    await secondsToReady(ROOT, folder);
    const seconds = [];
    for (let round = 0; round < WARM_ROUNDS; round += 1) seconds.push(await secondsToReady(ROOT, folder));
    const value = seconds.sort((a, b) => a - b)[Math.floor(WARM_ROUNDS / 2)];
    return [{ name: 'warm-start', value, unit: 's', aim: 10, rounds: WARM_ROUNDS }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds from `npm start` to ready in a fresh clone: installing and building included. Takes minutes. */
export async function coldStart() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jmb-'));
  try {
    const clone = path.join(folder, 'clone');
    const cloned = spawnSync('git', ['clone', '--quiet', ROOT, clone], { stdio: ['ignore', 'inherit', 'inherit'] });
    if (cloned.status !== 0) throw new Stop('git clone failed.');
    const value = await secondsToReady(clone, path.join(folder, 'data'));
    return [{ name: 'cold-start', value, unit: 's', aim: null, rounds: 1 }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function secondsToReady(root, dataDir) {
  const env = {
    ...process.env,
    PORT: String(await freePort()),
    SIMULATORS_PORT: String(await freePort()),
    DATA_DIR: dataDir,
  };
  const began = performance.now();
  const child = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const ready = new Promise((resolve, reject) => {
    const read = (chunk) => {
      text += chunk;
      if (text.includes('is running.')) resolve((performance.now() - began) / 1000);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Stop(`npm start ended before it was ready:\n${text.slice(-3000)}`)));
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const seconds = await ready;
  child.kill('SIGTERM');
  await ended;
  return seconds;
}
