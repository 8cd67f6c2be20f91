import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildStale } from '../lib/build.mjs';
import { chromiumPath } from '../lib/chromium.mjs';
import { startKept } from '../lib/kept-process.mjs';
import { freePort } from '../lib/ports.mjs';
import { inRoot } from '../lib/root.mjs';
import { Stop } from '../lib/stop.mjs';
import { median } from './rounds.mjs';

const KB = 1024;
/** Of one message to the screen, and of all of them until the first page stands there (issue 8, point 3). */
const AIMS = { 'setdata-largest': 64 * KB, 'first-page-setdata-bytes': 128 * KB };

/**
 * What each journey of the mini-program sends to its screen and asks of the server, on a phone as good as new, and how long
 * the headless host takes until the first page is on its screen. Bytes are exact; a page that looks again until a bureau has
 * answered sends a few more messages on a slow machine.
 */
export async function weappJourneys() {
  await buildStale(['server', 'weapp']);
  const { costs, hostStartMs } = await measured();
  return [...costs.flatMap(figuresOf), figure('weapp-host-start', median(hostStartMs), 'ms', hostStartMs.length)];
}

async function measured() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jmb-'));
  const out = path.join(folder, 'costs.json');
  try {
    const jest = [inRoot('node_modules/jest/bin/jest.js'), '-c', inRoot('e2e/jest.config.cjs'), '--ci'];
    const args = [...jest, '--selectProjects', 'bench', '--testPathPatterns', 'weapp-journeys'];
    const port = process.env.WEAPP_AUTO_PORT ?? String(await freePort());
    const env = { ...process.env, CHROMIUM: chromiumPath(), WEAPP_AUTO_PORT: port, BENCH_OUT: out };
    const run = startKept(process.execPath, args, { env, output: 'pipe' });
    const text = [];
    for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => text.push(chunk));
    if ((await run.exited) !== 0) throw new Stop(`A journey failed:\n${Buffer.concat(text).toString('utf8')}`);
    return JSON.parse(readFileSync(out, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf({ journey, setData, requests }) {
  return [
    figure(`${journey}-setdata-count`, setData.count, 'messages to the screen'),
    figure(`${journey}-setdata-bytes`, setData.bytes, 'bytes'),
    figure(`${journey}-setdata-largest`, setData.largest, 'bytes'),
    figure(`${journey}-requests`, requests.count, 'requests'),
    figure(`${journey}-request-bytes`, requests.bytesOut + requests.bytesIn, 'bytes, both ways'),
  ];
}

function figure(name, value, unit, rounds = 1) {
  const aim = Object.entries(AIMS).find(([end]) => name.endsWith(end))?.[1] ?? null;
  return { name, value, unit, aim, rounds };
}
