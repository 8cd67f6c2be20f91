import type { InspectedPage } from '../weapp-host/automator/in-page/inspect-methods';
import type { AppScreen } from './app-screen';
import { asRead } from './as-read';
import { type MiniElement, type MiniProgram, reopenAt, Screen, waitForPage } from './mini-program';
import { pages } from './pages';
import type { NativeCall, NetworkType, Phone, ScreenSize, SentRequest, SubscribeAnswer } from './phone/phone';
import { pickUp, putDown } from './phone/table';
import type { WhichPhone } from './phone/tool';
import { until } from './until';

/** The app in the mini-program, on one phone in one person's hand. */
export class MiniApp implements AppScreen {
  private readonly screen: Screen;

  private constructor(
    private readonly which: WhichPhone,
    private readonly phone: Phone,
  ) {
    this.screen = new Screen(phone.mp);
  }

  /**
   * A phone as good as new, in any tool: nothing is kept on it, the network is on, nobody is signed in, and the app is
   * open at home. The phone itself stays switched on from spec to spec.
   */
  static async fresh(apiBase: string, { phone = 'first' }: { readonly phone?: WhichPhone } = {}): Promise<MiniApp> {
    return new MiniApp(phone, await pickUp(phone, apiBase));
  }

  /** The client's own object, for what a journey has to do inside the app. */
  get mp(): MiniProgram {
    return this.phone.mp;
  }

  /** Puts the phone down for whoever comes next. */
  close(): Promise<void> {
    return putDown(this.which);
  }

  async open(path: string): Promise<void> {
    await reopenAt(this.mp, path);
  }

  /** The app is killed: what it had in memory is gone, what is on the phone stays. */
  killAndOpen(path: string): Promise<void> {
    return this.phone.killAndOpen(path);
  }

  network(type: NetworkType): Promise<void> {
    return this.phone.network(type);
  }

  putAwayAndTakenUp(): Promise<void> {
    return this.phone.putAwayAndTakenUp();
  }

  /** Whom WeChat signs in from now on; one of the simulators' people. */
  handTo(person: string): Promise<void> {
    return this.phone.handTo(person);
  }

  /** What is answered from now on when WeChat asks whether it may write. */
  answerSubscribes(answer: SubscribeAnswer): Promise<void> {
    return this.phone.answerSubscribes(answer);
  }

  /** What is picked when the app next asks for photos; none: thought better of it. */
  choosePhotos(photos: readonly Buffer[]): Promise<void> {
    return this.phone.choosePhotos(photos.map((photo) => photo.toString('base64')));
  }

  /** The app finds itself on another phone from now on, e.g. with an older WeChat: `{ SDKVersion: '2.21.2' }`. */
  systemSays(facts: Readonly<Record<string, unknown>>): Promise<void> {
    return this.phone.systemSays(facts);
  }

  /** What went out of the app to WeChat since it was opened. */
  nativeCalls(api: string): Promise<readonly NativeCall[]> {
    return this.phone.nativeCalls(api);
  }

  /** Waits until the app has called out to WeChat by this, and says with what. */
  async nativeCall(api: string): Promise<NativeCall['options']> {
    const call = await until(`a call of ${api}`, async () => (await this.nativeCalls(api)).at(-1));
    return call.options;
  }

  /** Everything that is stored, by name, as somebody reads it who has not got WeChat's key. */
  storedTexts(): Promise<Readonly<Record<string, string>>> {
    return this.phone.storedTexts();
  }

  /** Every request that left the phone since it was fresh. */
  sentRequests(): Promise<readonly SentRequest[]> {
    return this.phone.sentRequests();
  }

  /** How large each thing was that went to the screen in the meantime. */
  setDataSince(act: () => Promise<void>): Promise<readonly number[]> {
    return this.phone.setDataSince(act);
  }

  /** Of another size from now on. */
  becomeAsLargeAs(screen: ScreenSize): Promise<void> {
    return this.phone.becomeAsLargeAs(screen);
  }

  /** The page on screen as a finger and a screen reader meet it. In our host only. */
  inspect(): Promise<InspectedPage> {
    return this.phone.inspect();
  }

  /** Waits for the question WeChat shows over the page, and answers it. */
  async answerModal(answer: 'confirm' | 'cancel'): Promise<void> {
    await until('a question of WeChat', async () => {
      await (answer === 'confirm' ? this.mp.native().confirmModal() : this.mp.native().cancelModal());
      return true;
    });
  }

  /** What the app itself finds encrypted under this name; `undefined` when nothing. */
  async kept(name: string): Promise<unknown> {
    const { keys } = (await this.mp.callWxMethod('getStorageInfoSync')) as { keys: readonly string[] };
    if (!keys.includes(name)) return undefined;
    const { data } = (await this.mp.callWxMethod('getStorage', { key: name, encrypt: true })) as { data: string };
    return JSON.parse(data);
  }

  /** What is stored goes, and the app, which runs on, is opened at home. */
  async forgetAll(): Promise<void> {
    await this.mp.callWxMethod('clearStorage', {});
    await this.open(pages.home);
  }

  /** Waits until this page is on screen. */
  async comesTo(path: string): Promise<void> {
    await waitForPage(this.mp, path);
  }

  async isOn(path: string): Promise<boolean> {
    return (await this.mp.currentPage())?.path === path;
  }

  async parameter(name: string): Promise<string> {
    return String((await this.mp.currentPage())?.query[name] ?? '');
  }

  /** All of the address of the page on screen. */
  async parameters(): Promise<Readonly<Record<string, unknown>>> {
    return (await this.mp.currentPage())?.query ?? {};
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

  /** In WeChat's own picker. */
  async pickDay(selector: string, day: string): Promise<void> {
    const picker = await this.screen.find(`${selector} .date-picker`);
    await picker.trigger('change', { value: day });
  }

  /** What 转发 from this page would send. */
  async shareCard(): Promise<{ readonly title: string; readonly path: string }> {
    return (await this.mp.currentPage())?.callMethod('onShareAppMessage', { from: 'button' });
  }

  async typed(selector: string): Promise<string> {
    return String(await (await this.fieldIn(selector)).property('value'));
  }

  texts(selector: string): Promise<readonly string[]> {
    return this.screen.texts(selector);
  }

  /** Of the first, once it is there. */
  text(selector: string): Promise<string> {
    return this.screen.text(selector);
  }

  async ids(selector: string): Promise<readonly string[]> {
    const found = await this.screen.all(selector);
    return Promise.all(found.map(async (element) => String(await element.attribute('id'))));
  }

  async signInAs(person: string): Promise<void> {
    await this.handTo(person);
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
  return text.split('\n').map(asRead);
}
