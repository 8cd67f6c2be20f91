import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startKept } from './kept-process.mjs';
import { inRoot } from './root.mjs';
import { SERVER_MEMORY } from './server-memory.mjs';
import { Stop } from './stop.mjs';
import { answers200 } from './wait.mjs';

const LOG_TAIL_LINES = 30;

/**
 * Starts the simulators of the bureaus on `port` and the ports after it, see `bureauSettings` for `env`; resolves once
 * their list of people answers.
 */
export async function startSimulators({ env, port, logFile }) {
  const simulators = startLogged('the simulators', ['--import', 'tsx', inRoot('e2e/simulators/main.ts')], {
    env: { ...env, SIMULATORS_PORT: String(port), TSX_TSCONFIG_PATH: inRoot('tsconfig.base.json') },
    logFile,
  });
  await untilAnswers(simulators, `http://127.0.0.1:${port}/__sim/people`);
  return simulators;
}

/** Starts the built BFF, see `bureauSettings` for `env` when the simulators run beside it; resolves once it is ready for residents. */
export async function startServer({ env, port, logFile }) {
  const server = startLogged('the server', [...SERVER_MEMORY, '--enable-source-maps', inRoot('server/dist/main.js')], {
    env: { ...env, PORT: String(port) },
    logFile,
  });
  await untilAnswers(server, `http://127.0.0.1:${port}/readyz`);
  return server;
}

function startLogged(name, args, { env, logFile }) {
  mkdirSync(path.dirname(logFile), { recursive: true });
  const kept = startKept(process.execPath, args, { env, output: 'pipe' });
  const log = createWriteStream(logFile);
  kept.stdout.pipe(log, { end: false });
  kept.stderr.pipe(log, { end: false });
  const child = { ...kept, name, logFile, ended: false };
  child.exited = kept.exited.then((code) => {
    child.ended = true;
    return new Promise((resolve) => log.end(() => resolve(code)));
  });
  return child;
}

async function untilAnswers(child, url) {
  const ready = await answers200(url, {
    timeoutMs: 120_000,
    givenUp: () => child.ended,
    onWait: (seconds) => console.log(`  waiting for ${child.name}: ${seconds} s`),
  });
  if (ready) return;
  if (child.ended) throw new Stop(await whyEnded(child));
  throw new Stop(`${capital(child.name)} did not answer ${url} within two minutes.\n${tail(child)}`);
}

/** What to tell when a child ended by itself: who, how, and its last words. */
export async function whyEnded(child) {
  const code = await child.exited;
  return `${capital(child.name)} ended by itself (exit code ${code}). Its last lines, from ${child.logFile}:\n${tail(child)}`;
}

function tail({ logFile }) {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
