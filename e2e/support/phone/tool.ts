import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import automator from 'miniprogram-automator';
import type { MiniProgram } from '../mini-program';
import { until } from '../until';

/** Two phones may lie on the table: each has its own storage and its own person. */
export type WhichPhone = 'first' | 'second';

/** The folder with project.config.json; another build can be named by WEAPP_PROJECT. */
const PROJECT = process.env.WEAPP_PROJECT ?? join(__dirname, '../../../miniapp');
/** Where the built app asks: what WeChat would have on its list of domains. */
const BUILT_IN_API = new URL(process.env.TARO_APP_API_BASE || 'http://127.0.0.1:3000').origin;
const CLI = process.env.WECHAT_CLI ?? join(__dirname, '../../weapp-host/cli/devtools-cli.cjs');
const DEFAULT_PORT = 13_320;
const READY_TIMEOUT_MS = 60_000;

/** The automator port of a phone: `WEAPP_AUTO_PORT`, and the next one. */
export function portOf(phone: WhichPhone): number {
  const first = Number(process.env.WEAPP_AUTO_PORT ?? DEFAULT_PORT);
  return phone === 'first' ? first : first + 1;
}

/**
 * The client of a phone, which stays switched on from one spec to the next: it is started when the first one asks.
 * Started by the tool's command line and not by `automator.launch`, which does the same and then sleeps five seconds.
 */
export async function switchedOn(phone: WhichPhone): Promise<MiniProgram> {
  const running = await connectTo(phone);
  if (running) return running;
  await openByCommandLine(portOf(phone));
  return until(`the ${phone} phone`, () => connectTo(phone), READY_TIMEOUT_MS);
}

/** Ends the tool behind a phone, if we started one; resolves when it is gone. */
export async function switchOff(phone: WhichPhone): Promise<void> {
  if (process.env.WEAPP_WS) return;
  const running = await connectTo(phone);
  await running?.close();
  if (running) await until(`the ${phone} phone to be off`, async () => (await connectTo(phone)) === undefined);
}

function connectTo(phone: WhichPhone): Promise<MiniProgram | undefined> {
  const named = phone === 'first' ? process.env.WEAPP_WS : undefined;
  return automator.connect({ wsEndpoint: named ?? `ws://127.0.0.1:${portOf(phone)}` }).catch(() => undefined);
}

/** As DevTools has it: `auto` opens the project with automation on this port, and ends once it is open. */
async function openByCommandLine(port: number): Promise<void> {
  if (!existsSync(join(PROJECT, 'project.config.json'))) throw new Error(`${PROJECT} is no mini-program`);
  const ours = process.env.WECHAT_CLI ? [] : ['--domains', BUILT_IN_API];
  const args = [...ours, 'auto', '--project', PROJECT, '--auto-port', String(port), '--trust-project'];
  const cli = spawn(CLI, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  cli.stderr.on('data', (chunk: unknown) => {
    said += String(chunk);
  });
  const [code] = (await once(cli, 'exit')) as [number];
  if (code !== 0) throw new Error(`the phone did not start (is it built? npm run build:weapp): ${said}`);
}
