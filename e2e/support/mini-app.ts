import type { AppScreen } from './app-screen';
import {
  askHost,
  type MiniElement,
  type MiniProgram,
  openMiniProgram,
  reopenAt,
  Screen,
  waitForPage,
} from './mini-program';
import { until } from './until';

/** A call out of the app that WeChat itself would finish, as the host kept it. */
export interface NativeCall {
  readonly api: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The app in the mini-program, in our own host: signing in as a made-up person is possible nowhere else. */
export class MiniApp implements AppScreen {
  private readonly screen: Screen;

  private constructor(readonly mp: MiniProgram) {
    this.screen = new Screen(mp);
  }

  /** A phone on which nothing is kept yet. */
  static async fresh(apiBase: string): Promise<MiniApp> {
    const mp = await openMiniProgram({ apiBase });
    await mp.callWxMethod('clearStorage', {});
    await askHost(mp, 'Host.restart');
    return new MiniApp(mp);
  }

  async open(path: string): Promise<void> {
    await reopenAt(this.mp, path);
  }

  /** The app is killed: what it had in memory is gone, what is on the phone stays. */
  async killAndOpen(path: string): Promise<void> {
    await askHost(this.mp, 'Host.restart', { entry: path });
    await waitForPage(this.mp, path);
  }

  async network(type: 'wifi' | 'none'): Promise<void> {
    await askHost(this.mp, 'Host.setNetwork', { type });
  }

  /** What went out of the app to WeChat since it was started. */
  async nativeCalls(api: string): Promise<readonly NativeCall[]> {
    const { native } = (await askHost(this.mp, 'Host.stats')) as { native: readonly NativeCall[] };
    return native.filter((call) => call.api === api);
  }

  /** What the app itself finds encrypted under this name; `undefined` when nothing. */
  async kept(name: string): Promise<unknown> {
    const { keys } = (await this.mp.callWxMethod('getStorageInfoSync')) as { keys: readonly string[] };
    if (!keys.includes(name)) return undefined;
    const { data } = (await this.mp.callWxMethod('getStorage', { key: name, encrypt: true })) as { data: string };
    return JSON.parse(data);
  }

  async isOn(path: string): Promise<boolean> {
    return (await this.mp.currentPage())?.path === path;
  }

  async parameter(name: string): Promise<string> {
    return String((await this.mp.currentPage())?.query[name] ?? '');
  }

  async see(selector: string): Promise<void> {
    await this.screen.find(selector);
  }

  async has(selector: string): Promise<boolean> {
    return (await this.screen.all(selector)).length > 0;
  }

  tap(selector: string): Promise<void> {
    return this.screen.tap(selector);
  }

  async tapTwice(selector: string): Promise<void> {
    const element = await this.screen.find(selector);
    await Promise.all([element.tap(), element.tap()]);
  }

  async tapText(selector: string, text: string): Promise<void> {
    const element = await until(`a ${selector} that says ${text}`, async () => {
      for (const each of await this.screen.all(selector)) if (linesOf(await each.text()).includes(text)) return each;
      return undefined;
    });
    await element.tap();
  }

  async type(selector: string, text: string): Promise<void> {
    await this.beginTyping(selector, text);
    await (await this.fieldIn(selector)).trigger('blur', { value: text });
  }

  /** The finger is still in the field. */
  async beginTyping(selector: string, text: string): Promise<void> {
    const field = await this.fieldIn(selector);
    if (!('input' in field) || typeof field.input !== 'function') throw new Error(`${selector} holds no field`);
    await field.input(text);
  }

  async typed(selector: string): Promise<string> {
    return String(await (await this.fieldIn(selector)).property('value'));
  }

  texts(selector: string): Promise<readonly string[]> {
    return this.screen.texts(selector);
  }

  async ids(selector: string): Promise<readonly string[]> {
    const found = await this.screen.all(selector);
    return Promise.all(found.map(async (element) => String(await element.attribute('id'))));
  }

  async signInAs(person: string): Promise<void> {
    await askHost(this.mp, 'Host.setPerson', { name: person });
    await this.tap('#sign-in');
  }

  private fieldIn(selector: string): Promise<MiniElement> {
    return until(`a field in ${selector}`, async () => {
      const box = await this.screen.find(selector);
      return (await box.$('input')) ?? (await box.$('textarea'));
    });
  }
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim());
}
