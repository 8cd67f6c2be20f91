import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildStale } from '../lib/build.mjs';
import { startKept } from '../lib/kept-process.mjs';
import { freePort } from '../lib/ports.mjs';
import { inRoot, requireFrom } from '../lib/root.mjs';
import { startServer } from '../lib/stack.mjs';
import { Stop } from '../lib/stop.mjs';
import { answers200 } from '../lib/wait.mjs';
import { median, ratioOfRounds } from './rounds.mjs';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;

/** Linux counts CPU time in ticks of a hundredth of a second. */
const MICROSECONDS_PER_TICK = 10_000;

/** One GET and one POST through our stack against a bare Fastify server that does nothing. */
export async function httpBenchmarks() {
  await buildStale(['server']);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jmb-'));
  try {
    const ours = await startOurs(folder);
    const bare = await startBare();
    const get = await compare('http-get', `${ours.url}/api/v1/standards`, `${bare.url}/no-op`, ours.pid, {});
    const post = await compare(
      'http-post',
      `${ours.url}/api/v1/eligibility/assessments`,
      `${bare.url}/no-op`,
      ours.pid,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ facts: { 'household.memberCount': 3 } }),
      },
    );
    await Promise.all([ours.stop(), bare.stop()]);
    return [...get, ...post];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOurs(folder) {
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: path.join(folder, 'data') };
  const server = await startServer({ env, port, logFile: path.join(folder, 'server.log') });
  return { url: `http://127.0.0.1:${port}`, pid: childOf(server.pid), stop: server.stop };
}

async function startBare() {
  const port = await freePort();
  const kept = startKept(process.execPath, [inRoot('scripts/bench/no-op-server.mjs')], {
    env: { ...process.env, PORT: String(port) },
  });
  const url = `http://127.0.0.1:${port}`;
  if (!(await answers200(`${url}/no-op`, { timeoutMs: 10_000 }))) throw new Stop('The bare server did not start.');
  return { url, stop: kept.stop };
}

async function compare(name, ourUrl, bareUrl, pid, request) {
  const cpu = [];
  const measureOurs = async () => {
    const before = cpuTicks(pid);
    const { requests, perRequest } = await fire(ourUrl, request);
    cpu.push(((cpuTicks(pid) - before) * MICROSECONDS_PER_TICK) / requests);
    return perRequest;
  };
  const measureBare = async () => (await fire(bareUrl, request)).perRequest;
  await measureOurs();
  cpu.length = 0;
  const { ratio } = await ratioOfRounds(ROUNDS, measureOurs, measureBare);
  return [
    { name, ratio, unit: 'time a request, ours / bare Fastify', aim: null, rounds: ROUNDS },
    { name: `${name}-cpu`, value: median(cpu), unit: 'µs of server CPU a request', aim: null, rounds: ROUNDS },
  ];
}

/** Loads one address; an answer that is not 2xx makes the whole figure worthless, so it stops the run. */
async function fire(url, request) {
  const autocannon = requireFrom('', 'autocannon');
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS, ...request });
  const good = result['2xx'];
  if (result.non2xx > 0 || result.errors > 0 || good === 0) {
    throw new Stop(
      `${url} answered ${good} times well, ${result.non2xx} times otherwise, with ${result.errors} errors.`,
    );
  }
  return { requests: good, perRequest: (result.duration * 1e6) / good };
}

/** The process a keeper keeps. */
function childOf(keeperPid) {
  return Number(readFileSync(`/proc/${keeperPid}/task/${keeperPid}/children`, 'utf8').trim().split(' ')[0]);
}

function cpuTicks(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
