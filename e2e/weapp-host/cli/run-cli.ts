import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHost } from '../host';
import { type AutoCommand, parseArguments } from './parse-arguments';

/** The client starts us with our output thrown away; with WEAPP_HOST_LOG we say in a file what went wrong. */
function say(line: string): void {
  console.error(line);
  if (process.env.WEAPP_HOST_LOG) appendFileSync(process.env.WEAPP_HOST_LOG, `${line}\n`);
}

function distOf({ project }: AutoCommand): string {
  const file = join(project, 'project.config.json');
  if (!existsSync(file)) throw new Error(`${project} holds no project.config.json`);
  const config = JSON.parse(readFileSync(file, 'utf8')) as { miniprogramRoot?: string };
  return join(project, config.miniprogramRoot ?? '.');
}

/** Runs the host until the client closes it, a signal comes, or the process that started us is gone. */
export async function runCli(args: readonly string[]): Promise<void> {
  const command = parseArguments(args);
  const apiBase = process.env.WEAPP_API_BASE;
  const host = await startHost({ dist: distOf(command), port: command.port, ...(apiBase ? { apiBase } : {}) });
  const stop = (): void => void host.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 1000);
  await host.stopped;
  clearInterval(watch);
}

/** Entry of the command line: exit code 1 and a readable line on failure. */
export async function main(): Promise<void> {
  try {
    await runCli(process.argv.slice(2));
    process.exit(0);
  } catch (error) {
    say(`weapp-host: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}
