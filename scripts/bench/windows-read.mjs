import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildStale } from '../lib/build.mjs';
import { startKept } from '../lib/kept-process.mjs';
import { freePort } from '../lib/ports.mjs';
import { inRoot } from '../lib/root.mjs';
import { startServer } from '../lib/stack.mjs';
import { Stop } from '../lib/stop.mjs';
import { answers200 } from '../lib/wait.mjs';
import { cpuMicroseconds, keptChild } from './cpu.mjs';
import { rawGets } from './raw-gets.mjs';
import { median, ratioOfRounds } from './rounds.mjs';

const ROUNDS = 7;
const ROUND_MS = 2000;
const CONNECTIONS = 32;
const AIM = 0.7;
const SERVICE = '/api/v1/services/marriage-registration';
/** The demonstration's windows are made some seconds after a start. */
const PATIENCE_MS = 60_000;

/** The times of one site and day, as the phone asks for them, against a bare Fastify that has the same bytes at hand. */
export async function windowsRead() {
  await buildStale(['server']);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jmb-'));
  try {
    const ours = await startOurs(folder);
    const page = await aPageOfWindows(ours.url);
    const bare = await startBare(folder, page);
    const whole = await compare('windows_read', { ours, bare, status: 200, path: page.path });
    const headers = { 'if-none-match': page.etag };
    const known = await compare('windows_read_304', { ours, bare, status: 304, path: page.path, headers });
    await Promise.all([ours.stop(), bare.stop()]);
    return [...whole, ...known];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOurs(folder) {
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: path.join(folder, 'data'), NODE_ENV: 'development' };
  const server = await startServer({ env, port, logFile: path.join(folder, 'server.log') });
  return { url: `http://127.0.0.1:${port}`, pid: keptChild(server.pid), stop: server.stop };
}

async function startBare(folder, { bytes, etag }) {
  const port = await freePort();
  const file = path.join(folder, 'bytes.json');
  writeFileSync(file, bytes);
  const env = { ...process.env, PORT: String(port), BYTES_FILE: file, ETAG: etag };
  const kept = startKept(process.execPath, [inRoot('scripts/bench/bare-bytes.mjs')], { env });
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers200(`${url}/bytes`, { timeoutMs: 10_000 }))) throw new Stop('The bare server did not start.');
  return { url, pid: keptChild(kept.pid), stop: kept.stop };
}

/** The first site's first day that has something free, once there is one. */
async function aPageOfWindows(url) {
  for (const began = performance.now(); performance.now() - began < PATIENCE_MS; await sleep(500)) {
    const { sites } = await (await fetch(`${url}${SERVICE}/sites?kind=marriage`)).json();
    const site = sites.find(({ nextFreeDay }) => nextFreeDay);
    if (!site) continue;
    const { id, nextFreeDay: day } = site;
    const path = `${SERVICE}/windows?${new URLSearchParams({ site: id, kind: 'marriage', from: day, to: day })}`;
    const response = await fetch(`${url}${path}`);
    return { path, etag: response.headers.get('etag'), bytes: Buffer.from(await response.arrayBuffer()) };
  }
  throw new Stop('No windows were opened.');
}

async function compare(name, { ours, bare, status, path, headers }) {
  const cpu = { ours: [], bare: [] };
  const measure = (side, url, pid) => async () => {
    const before = cpuMicroseconds(pid);
    const { requests, seconds } = await rawGets({ url, headers, status, connections: CONNECTIONS, ms: ROUND_MS });
    cpu[side].push((cpuMicroseconds(pid) - before) / requests);
    return seconds / requests;
  };
  const ourRound = measure('ours', `${ours.url}${path}`, ours.pid);
  const bareRound = measure('bare', `${bare.url}/bytes`, bare.pid);
  await Promise.all([ourRound(), bareRound()]);
  Object.assign(cpu, { ours: [], bare: [] });
  const { ratio } = await ratioOfRounds(ROUNDS, bareRound, ourRound);
  const value = (side) => ({ value: median(cpu[side]), unit: 'µs of server CPU a request', aim: null, rounds: ROUNDS });
  return [
    { name, ratio, unit: 'requests a second, ours / bare Fastify with the same bytes', aim: AIM, rounds: ROUNDS },
    { name: `${name}_cpu_ours`, ...value('ours') },
    { name: `${name}_cpu_bare`, ...value('bare') },
  ];
}
