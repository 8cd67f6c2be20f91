import { existsSync } from 'node:fs';
import { join } from 'node:path';
import automator from 'miniprogram-automator';
import type { Problem } from '../weapp-host/runtime/problem';
import { until } from './until';

/** The client's own objects; its package exports no names for them. */
export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type MiniPage = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;
export type MiniElement = NonNullable<Awaited<ReturnType<MiniPage['$']>>>;

/** The folder with project.config.json; another build can be named by WEAPP_PROJECT. */
const PROJECT = process.env.WEAPP_PROJECT ?? join(__dirname, '../../miniapp');
const HEADLESS_CLI = join(__dirname, '../weapp-host/cli/devtools-cli.cjs');
const DEFAULT_PORT = 13_320;
const LAUNCH_TIMEOUT_MS = 60_000;

/** True when the target is our own host: only then may a test use `Host.*`. */
export const isHeadless = !process.env.WECHAT_CLI && !process.env.WEAPP_WS;

/**
 * Opens the built mini-program: in a tool that already listens (`WEAPP_WS`), in the real DevTools (`WECHAT_CLI`),
 * or in our headless host. `apiBase` sends every request to that origin; the real tool takes what was built in.
 */
export async function openMiniProgram(options: { readonly apiBase?: string } = {}): Promise<MiniProgram> {
  if (process.env.WEAPP_WS) return automator.connect({ wsEndpoint: process.env.WEAPP_WS });
  if (!existsSync(join(PROJECT, 'dist/weapp/app.json'))) {
    throw new Error('miniapp/dist/weapp is not built: run npm run build:weapp');
  }
  const mp = await automator.launch({
    cliPath: process.env.WECHAT_CLI ?? HEADLESS_CLI,
    projectPath: PROJECT,
    port: Number(process.env.WEAPP_AUTO_PORT ?? DEFAULT_PORT),
    timeout: LAUNCH_TIMEOUT_MS,
  });
  if (isHeadless && options.apiBase) {
    // Not by the environment: what a test sets there does not reach the processes the client starts.
    await askHost(mp, 'Host.setApiBase', { origin: options.apiBase });
    await askHost(mp, 'Host.restart');
  }
  return mp;
}

/** Reopens the app at a page and waits until it is on screen. Saves the three seconds `mp.reLaunch` always sleeps. */
export async function reopenAt(mp: MiniProgram, path: string): Promise<void> {
  await mp.callWxMethod('reLaunch', { url: `/${path}` });
  await waitForPage(mp, path);
}

/** Waits until the page with this path (query aside) is on screen. */
export function waitForPage(mp: MiniProgram, path: string): Promise<MiniPage> {
  const expected = path.split('?')[0];
  return until(`page ${expected}`, async () => {
    const page = await mp.currentPage();
    return page?.path === expected ? page : undefined;
  });
}

/** What the screen shows, by selector; every call looks at the page that is on screen at that moment. */
export class Screen {
  constructor(private readonly mp: MiniProgram) {}

  async all(selector: string): Promise<MiniElement[]> {
    return (await (await this.mp.currentPage())?.$$(selector)) ?? [];
  }

  /** Waits for the first match. */
  find(selector: string): Promise<MiniElement> {
    return until(`${selector} on screen`, async () => (await this.mp.currentPage())?.$(selector));
  }

  async text(selector: string): Promise<string> {
    return (await (await this.find(selector)).text()).trim();
  }

  async texts(selector: string): Promise<string[]> {
    return Promise.all((await this.all(selector)).map(async (element) => (await element.text()).trim()));
  }

  /** Taps what is there now: an element drawn anew between the look and the tap is looked for once more. */
  async tap(selector: string): Promise<void> {
    const element = await this.find(selector);
    await element.tap().catch(async (error: Error) => {
      if (!error.message.includes('no longer on the page')) throw error;
      await (await this.find(selector)).tap();
    });
  }

  /** Taps the first match with exactly this text; fails naming what was there instead. */
  async tapText(selector: string, text: string): Promise<void> {
    const elements = await this.all(selector);
    const texts = await Promise.all(elements.map(async (element) => (await element.text()).trim()));
    const element = elements[texts.indexOf(text)];
    if (!element) throw new Error(`no ${selector} says ${text}; there is: ${texts.join(' / ')}`);
    await element.tap();
  }

  /** Types into a field, replacing what is there. */
  async type(selector: string, text: string): Promise<void> {
    const field = await this.find(selector);
    if (!('input' in field) || typeof field.input !== 'function') throw new Error(`${selector} is not a field`);
    await field.input(text);
  }
}

/** Sends a `Host.*` request. Only where `isHeadless`. */
export function askHost(mp: MiniProgram, method: string, params: object = {}): Promise<Record<string, unknown>> {
  const { connection } = mp as unknown as {
    connection: { send(method: string, params: object): Promise<Record<string, unknown>> };
  };
  return connection.send(method, params);
}

/** Errors, console.error lines and unknown APIs the host counted; always empty on the real tool, which has no count. */
export async function problemsOf(mp: MiniProgram): Promise<readonly Problem[]> {
  if (!isHeadless) return [];
  const { problems } = await askHost(mp, 'Host.problems');
  return problems as readonly Problem[];
}
