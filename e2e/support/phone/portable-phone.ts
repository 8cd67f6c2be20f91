import { type MiniProgram, reopenAt, waitForPage } from '../mini-program';
import { pages } from '../pages';
import { until } from '../until';
import { type InApp, installMocks, type PhoneInApp } from './mocks-in-app';
import type { NativeCall, NetworkType, Phone, SentRequest, SubscribeAnswer, Trouble } from './phone';
import { Relay } from './relay';

/** In scope of the functions below, which run inside the app. */
declare const getApp: () => InApp;
declare const getCurrentPages: () => { setData: (data: object, done?: () => void) => void }[];
declare const wx: {
  clearStorageSync(): void;
  getStorageInfoSync(): { keys: string[] };
  getStorageSync(key: string): unknown;
  restartMiniProgram(options: { path: string }): void;
};

const AS_NEW: PhoneInApp = {
  person: undefined,
  offline: false,
  subscribes: 'accept',
  system: {},
  natives: [],
  listeners: [],
  sent: [],
  setData: [],
};

/** One for all phones of a spec: they carry the same address. */
const relay = new Relay();
let throughRelay = 0;

/** A phone in any tool the client can drive, by stand-ins for what WeChat does and by code run inside the app. */
export class PortablePhone implements Phone {
  private readonly troubles: Trouble[] = [];
  private state: PhoneInApp = AS_NEW;
  /** By apps that were killed since. */
  private sentBefore: readonly SentRequest[] = [];

  constructor(readonly mp: MiniProgram) {
    throughRelay += 1;
    mp.on('exception', (thrown: unknown) => this.troubles.push({ kind: 'exception', message: JSON.stringify(thrown) }));
    mp.on('console', ({ type, args }: { type: string; args: unknown[] }) => {
      if (type === 'error') this.troubles.push({ kind: 'console.error', message: JSON.stringify(args) });
    });
  }

  async renew(apiBase: string): Promise<void> {
    await relay.leadTo(apiBase);
    this.sentBefore = [];
    this.state = AS_NEW;
    // In one go, so that the app has no time to store anything again.
    await this.restart(() => {
      wx.clearStorageSync();
      wx.restartMiniProgram({ path: 'pages/home/index' });
    });
    await reopenAt(this.mp, pages.home);
    await this.takeTroubles();
  }

  async killAndOpen(path: string): Promise<void> {
    this.sentBefore = await this.sentRequests();
    await this.restart(() => wx.restartMiniProgram({ path: 'pages/home/index' }));
    // Stand-ins cannot be there when an app starts: it starts at home, and the page is opened when they are.
    await reopenAt(this.mp, path);
  }

  async handTo(person: string): Promise<void> {
    await this.become({ person });
  }

  async network(type: NetworkType): Promise<void> {
    await this.become({ offline: type === 'none' });
    await this.mp.evaluate(() => {
      const { offline, listeners } = getApp().phone ?? { offline: false, listeners: [] };
      for (const listener of listeners) listener({ isConnected: !offline, networkType: offline ? 'none' : 'wifi' });
    });
  }

  async answerSubscribes(answer: SubscribeAnswer): Promise<void> {
    await this.become({ subscribes: answer });
  }

  async choosePhotos(photos: readonly string[]): Promise<void> {
    if (photos.length > 0) throw new Error('only our host takes photos (headless-only.ts)');
  }

  async systemSays(facts: Readonly<Record<string, unknown>>): Promise<void> {
    await this.become({ system: { ...this.state.system, ...facts } });
  }

  async nativeCalls(api: string): Promise<readonly NativeCall[]> {
    const natives = (await this.mp.evaluate(() => getApp().phone?.natives ?? [])) as readonly NativeCall[];
    return natives.filter((call) => call.api === api);
  }

  async storedTexts(): Promise<Readonly<Record<string, string>>> {
    return this.mp.evaluate(() => {
      const texts: Record<string, string> = {};
      for (const key of wx.getStorageInfoSync().keys) texts[key] = JSON.stringify(wx.getStorageSync(key));
      return texts;
    });
  }

  /** Without what an app sends before the stand-ins are there, as it starts. */
  async sentRequests(): Promise<readonly SentRequest[]> {
    const sent: readonly SentRequest[] = await this.mp.evaluate(() => getApp().phone?.sent ?? []);
    return [...this.sentBefore, ...sent];
  }

  /** Only of the page that is on screen when it begins, and in letters instead of bytes. */
  async setDataSince(act: () => Promise<void>): Promise<readonly number[]> {
    await this.mp.evaluate(() => {
      const sizes: number[] = [];
      const app = getApp();
      if (app.phone) app.phone.setData = sizes;
      for (const page of getCurrentPages()) {
        const draw = page.setData;
        page.setData = function measured(data, done) {
          sizes.push(JSON.stringify(data).length);
          return draw.call(this, data, done);
        };
      }
    });
    await act();
    return this.mp.evaluate(() => getApp().phone?.setData ?? []);
  }

  async becomeAsLargeAs(): Promise<void> {}

  async putAwayAndTakenUp(): Promise<void> {}

  async inspect(): Promise<never> {
    throw new Error('no tool but our host says what a finger and a screen reader meet');
  }

  async takeTroubles(): Promise<readonly Trouble[]> {
    return this.troubles.splice(0);
  }

  async putDown(): Promise<void> {
    this.mp.disconnect();
    throughRelay -= 1;
    if (throughRelay === 0) await relay.end();
  }

  private async become(change: Partial<PhoneInApp>): Promise<void> {
    this.state = { ...this.state, ...change };
    await this.mp.evaluate((changed: Partial<PhoneInApp>) => {
      Object.assign(getApp().phone ?? {}, changed);
    }, change);
  }

  private async restart(ask: () => void): Promise<void> {
    await this.mp.evaluate(() => {
      getApp().phone = undefined;
      getApp().old = true;
    });
    // Nobody is left to answer it.
    await Promise.race([this.mp.evaluate(ask).catch(() => undefined), this.newApp()]);
    await this.newApp();
    await waitForPage(this.mp, pages.home);
    await installMocks(this.mp, this.state);
  }

  private newApp(): Promise<unknown> {
    return until('a new app', () => this.mp.evaluate(() => getApp() !== undefined && getApp().old !== true));
  }
}
