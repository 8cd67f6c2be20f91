import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { everyApi } from '../browser/domain-list';
import { type HostOptions, startHost } from '../host';
import { type AutoCommand, type PlainCommand, parseArguments } from './parse-arguments';
import { readProjectConfig } from './project-config';

/** What the background process reports to the command line once. */
type Report = { readonly ready: true } | { readonly error: string };

const ENTRY = join(__dirname, 'devtools-cli.cjs');
const OWNER_CHECK_MS = 1000;

/**
 * Like DevTools' cli, `auto` starts the tool in the background, waits until it is ready, and ends.
 * (The client counts 15 seconds from the end of the cli, so a cli that stays would keep every test run waiting.)
 */
async function startInBackground(command: AutoCommand): Promise<void> {
  hostOptionsOf(command);
  await refuseTaken(command.port);
  const args = [ENTRY, 'serve', JSON.stringify(command), String(process.ppid)];
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const report = await new Promise<Report>((resolve) => {
    child.once('message', (message) => resolve(message as Report));
    child.once('error', (error) => resolve({ error: error.message }));
    child.once('exit', (code) => resolve({ error: `the host ended with code ${code} before it was ready` }));
  });
  child.disconnect?.();
  child.unref();
  if ('error' in report) throw new Error(report.error);
}

/** Runs the host until the client closes it, a signal comes, or the process that asked for it is gone. */
async function serve(command: AutoCommand, owner: number): Promise<void> {
  const host = await startHost(hostOptionsOf(command));
  const stop = (): void => void host.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const watch = setInterval(() => {
    if (!isAlive(owner)) stop();
  }, OWNER_CHECK_MS);
  report({ ready: true });
  await host.stopped;
  clearInterval(watch);
}

/** Throws when the project is none. With `urlCheck` on and no domain given an app may ask nobody, as on a phone. */
function hostOptionsOf({ project, port, domains = [], loginCode, apiBase }: AutoCommand): HostOptions {
  const { dist, appId, checksDomains } = readProjectConfig(project);
  const base = apiBase ?? process.env.WEAPP_API_BASE;
  return {
    dist,
    port,
    ...(base ? { apiBase: base } : {}),
    ...(appId === undefined ? {} : { appId }),
    ...(checksDomains ? { domains: everyApi(domains) } : {}),
    ...(loginCode === undefined ? {} : { loginCode }),
  };
}

/** Before a browser is started for nothing. */
async function refuseTaken(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', () => reject(new Error(`port ${port} is in use`)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** What DevTools would have to say; here nobody signs in and no window is open. */
function answerAtOnce({ verb }: PlainCommand): void {
  if (verb === 'islogin') console.log('{"login":false}');
  else say(`weapp-host: nothing to ${verb}: a host ends with the client that started it`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function report(message: Report): void {
  if (process.connected) process.send?.(message);
}

/** The client throws our output away; with WEAPP_HOST_LOG we say in a file what went wrong. */
function say(line: string): void {
  console.error(line);
  if (process.env.WEAPP_HOST_LOG) appendFileSync(process.env.WEAPP_HOST_LOG, `${line}\n`);
}

/** Entry of the command line: exit code 1 and a readable line on failure. */
export async function main(): Promise<void> {
  const [verb, passed = '', owner] = process.argv.slice(2);
  try {
    if (verb === 'serve') await serve(JSON.parse(passed) as AutoCommand, Number(owner));
    else await run(parseArguments(process.argv.slice(2)));
    process.exit(0);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    report({ error: message });
    say(`weapp-host: ${message}`);
    process.exit(1);
  }
}

async function run(command: AutoCommand | PlainCommand): Promise<void> {
  if (command.verb === 'auto') await startInBackground(command);
  else answerAtOnce(command);
}
