import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHost } from '../host';
import { type AutoCommand, parseArguments } from './parse-arguments';

/** What the background process reports to the command line once. */
type Report = { readonly ready: true } | { readonly error: string };

const ENTRY = join(__dirname, 'devtools-cli.cjs');
const OWNER_CHECK_MS = 1000;

/**
 * Like DevTools' cli, `auto` starts the tool in the background, waits until it is ready, and ends.
 * (The client counts 15 seconds from the end of the cli, so a cli that stays would keep every test run waiting.)
 */
async function startInBackground(command: AutoCommand): Promise<void> {
  const args = [ENTRY, 'serve', command.project, String(command.port), String(process.ppid)];
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
  const apiBase = process.env.WEAPP_API_BASE;
  const host = await startHost({ dist: distOf(command), port: command.port, ...(apiBase ? { apiBase } : {}) });
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

function distOf({ project }: AutoCommand): string {
  const file = join(project, 'project.config.json');
  if (!existsSync(file)) throw new Error(`${project} holds no project.config.json`);
  const config = JSON.parse(readFileSync(file, 'utf8')) as { miniprogramRoot?: string };
  return join(project, config.miniprogramRoot ?? '.');
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
  const [verb, project = '', port, owner] = process.argv.slice(2);
  try {
    if (verb === 'serve') await serve({ project, port: Number(port) }, Number(owner));
    else await startInBackground(parseArguments(process.argv.slice(2)));
    process.exit(0);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    report({ error: message });
    say(`weapp-host: ${message}`);
    process.exit(1);
  }
}
