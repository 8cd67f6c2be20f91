import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildStale } from './lib/build.mjs';
import { chromiumPath } from './lib/chromium.mjs';
import { fastFolder } from './lib/fast-folder.mjs';
import { stopAll, stopAllOnSignal } from './lib/kept-process.mjs';
import { endLeftovers, RUN_MARK } from './lib/leftovers.mjs';
import { testDatabase } from './lib/mariadb.mjs';
import { redisProgram } from './lib/redis.mjs';
import { inRoot } from './lib/root.mjs';
import { runSuite } from './lib/run-suite.mjs';
import { setUp } from './lib/setup.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { SUITES } from './lib/suites.mjs';
import { failureLines, printTotals, table, totalsOf } from './lib/totals.mjs';

/** What a developer's shell may carry for `npm start` must not reach the tests. */
const NOT_FOR_TESTS =
  /^(PORT|SIMULATORS_PORT|INTERNAL_PORT|DATA_DIR|DATABASE_URL|MIGRATE(_\w+)?|REDIS_URL|CLOCK_AT|SIMULATORS_URL|H5_DIR|NODE_ENV|TEST_DIALECT|TEST_DATABASE_URL|npm_.*)$/;

/** `npm test [suite…]`: every suite of the house, or those named. The last line is `N passed, N failed, N skipped`. */
await runCommand(async (args) => {
  const counts = {};
  try {
    await test(chosen(args), counts);
  } catch (error) {
    // Whoever reads only the last line must see that nothing was proven.
    counts['set-up'] = { passed: 0, failed: 1, skipped: 0 };
    console.error(error instanceof Stop ? `\n${error.message}` : error);
  }
  mkdirSync(inRoot('.cache'), { recursive: true });
  writeFileSync(inRoot('.cache/test-counts.json'), JSON.stringify(inOrder(counts), null, 2));
  console.log(`\n${failureLines(inOrder(counts))}\n${table(inOrder(counts))}`);
  printTotals(totalsOf(counts));
  if (totalsOf(counts).failed > 0) process.exitCode = 1;
});

/** Suites end in any order; they are read in the one they are listed in. */
function inOrder(counts) {
  const order = Object.keys(SUITES);
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function chosen(args) {
  const unknown = args.find((name) => !(name in SUITES));
  if (unknown) throw new Stop(`There is no suite "${unknown}"; choose from ${Object.keys(SUITES).join(', ')}.`);
  return args.length > 0 ? args : Object.keys(SUITES);
}

async function test(names, counts) {
  const run = `${process.pid}-${Date.now()}`;
  // Short, because unix sockets are made below it.
  const folder = mkdtempSync(path.join(fastFolder(), 'jmt-'));
  const cleanUp = () => {
    for (const line of endLeftovers(run)) console.error(`A test left this running (ended now): ${line}`);
    rmSync(folder, { recursive: true, force: true });
  };
  stopAllOnSignal(cleanUp);
  try {
    await setUp();
    const env = await prepare(names, { ...clean(process.env), TMPDIR: folder, [RUN_MARK]: run });
    const { alone, lanes } = lanesOf(names);
    for (const name of alone) counts[name] = await told(name, { env, folder });
    // Side by side their words would mix: each is told when it ended.
    const output = lanes.length > 1 ? 'pipe' : 'inherit';
    await Promise.all(
      lanes.map(async (lane) => {
        for (const name of lane)
          counts[name] = await told(name, { env, folder, output, givesWay: givesWay(name, lanes) });
      }),
    );
  } finally {
    await stopAll();
    cleanUp();
  }
}

/** Those that have the machine to themselves, and those that run side by side, one after the other in each lane. */
function lanesOf(names) {
  const inLane = (lane) => names.filter((name) => SUITES[name].beside === lane);
  const lanes = [...new Set(names.flatMap((name) => SUITES[name].beside ?? []))].map(inLane);
  return { alone: inLane(undefined), lanes };
}

/** Side by side, a database suite has no clock to meet; a journey has. */
function givesWay(name, lanes) {
  return lanes.length > 1 && SUITES[name].beside === 'databases';
}

/** Runs one suite and says what it said: as it comes, or all at its end when it is piped. */
async function told(name, options) {
  const heading = `\n── ${name} ──`;
  if (options.output !== 'pipe') console.log(heading);
  const { text, ...result } = await runSuite(name, options);
  if (options.output === 'pipe') console.log(`${heading}\n${text}`);
  if (result.why) console.error(`${name}: ${result.why}.`);
  return result;
}

/** Builds and starts what the suites need, all of it first: a missing program is told at once, not after ten minutes. */
async function prepare(names, env) {
  const needs = new Set(names.flatMap((name) => SUITES[name].needs ?? []));
  const ready = { ...env };
  if (needs.has('chromium')) ready.CHROMIUM = chromiumPath();
  if (needs.has('database')) ready.TEST_DATABASE_URL = (await testDatabase()).url;
  if (needs.has('redis')) redisProgram();
  await buildStale([...new Set(names.flatMap((name) => SUITES[name].builds ?? []))]);
  return ready;
}

function clean(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_FOR_TESTS.test(name)));
}
