import type automator from 'miniprogram-automator';
import { asRead } from './as-read';
import { until } from './until';

/** The client's own objects; its package exports no names for them. */
export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type MiniPage = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;
export type MiniElement = NonNullable<Awaited<ReturnType<MiniPage['$']>>>;

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
    return asRead(await (await this.find(selector)).text());
  }

  async texts(selector: string): Promise<string[]> {
    return Promise.all((await this.all(selector)).map(async (element) => asRead(await element.text())));
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
    const texts = await Promise.all(elements.map(async (element) => asRead(await element.text())));
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

/** Sends a `Host.*` request, which only our host understands: for its own tests, and for host-phone.ts. */
export function askHost(mp: MiniProgram, method: string, params: object = {}): Promise<Record<string, unknown>> {
  // The client keeps its connection private.
  const { connection } = mp as unknown as {
    connection: { send(method: string, params: object): Promise<Record<string, unknown>> };
  };
  return connection.send(method, params);
}
