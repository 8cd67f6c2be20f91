import type { MiniProgram } from '../mini-program';
import type { NativeCall, SentRequest, SubscribeAnswer } from './phone';

type NetworkListener = (status: { isConnected: boolean; networkType: string }) => void;

/** What the stand-ins know, inside the app: whoever opens the app anew gives it again. */
export interface PhoneInApp {
  readonly person: string | undefined;
  readonly offline: boolean;
  readonly subscribes: SubscribeAnswer;
  readonly system: Readonly<Record<string, unknown>>;
  readonly natives: readonly NativeCall[];
  readonly listeners: readonly NetworkListener[];
  readonly sent: readonly SentRequest[];
  setData: number[];
}

/** The app's own object, on which a test may lay things. */
export interface InApp {
  phone?: PhoneInApp | undefined;
  old?: boolean;
}

type Told = Readonly<Record<string, unknown>>;

/** In scope of the functions below: they travel as text, so each stands alone and uses nothing of this file. */
declare const getApp: () => {
  phone: PhoneInApp & { natives: NativeCall[]; listeners: NetworkListener[]; sent: SentRequest[] };
};

/** What a stand-in finds as `this`: the API it stands in for. */
interface StandIn {
  origin(...args: unknown[]): unknown;
}

/** Lays the phone's state into the app and puts a stand-in before every part of WeChat a journey depends on. */
export async function installMocks(mp: MiniProgram, state: PhoneInApp): Promise<void> {
  await mp.evaluate((given: PhoneInApp) => {
    getApp().phone = { ...given, natives: [], listeners: [], sent: [], setData: [] };
  }, state);
  await mockNetwork(mp);
  await mockAccount(mp);
  await mockSystem(mp);
  for (const api of ['makePhoneCall', 'addPhoneCalendar', 'openDocument', 'setClipboardData'])
    await mp.mockWxMethod(api, callOut, api);
  await mp.mockWxMethod('showModal', passedOn, 'showModal');
}

/** Written down, and said to have gone well. */
function callOut(this: StandIn, options: Told, api: string): object {
  getApp().phone.natives.push({ api, options });
  return { errMsg: `${api}:ok` };
}

/** Written down, and done by WeChat. */
function passedOn(this: StandIn, options: Told, api: string): unknown {
  getApp().phone.natives.push({ api, options: JSON.parse(JSON.stringify(options)) });
  return new Promise((done) => this.origin({ ...options, success: done, fail: done }));
}

async function mockNetwork(mp: MiniProgram): Promise<void> {
  for (const api of ['request', 'uploadFile', 'downloadFile']) {
    await mp.mockWxMethod(
      api,
      function passedOn(this: StandIn, options: Told, name: string) {
        const { offline, sent } = getApp().phone;
        if (offline) return { errMsg: `${name}:fail net::ERR_INTERNET_DISCONNECTED` };
        sent.push({
          method: String(options.method ?? (name === 'uploadFile' ? 'POST' : 'GET')),
          url: String(options.url),
        });
        return new Promise((done) => this.origin({ ...options, success: done, fail: done }));
      },
      api,
    );
  }
  await mp.mockWxMethod('getNetworkType', () => {
    const { offline } = getApp().phone;
    return { errMsg: 'getNetworkType:ok', networkType: offline ? 'none' : 'wifi', isConnected: !offline };
  });
  await mp.mockWxMethod('onNetworkStatusChange', (listener: NetworkListener) => {
    getApp().phone.listeners.push(listener);
  });
  await mp.mockWxMethod('offNetworkStatusChange', (listener: NetworkListener) => {
    const { phone } = getApp();
    phone.listeners = phone.listeners.filter((each) => each !== listener);
  });
}

async function mockAccount(mp: MiniProgram): Promise<void> {
  await mp.mockWxMethod('login', () => {
    const { person } = getApp().phone;
    return person === undefined ? { errMsg: 'login:fail' } : { errMsg: 'login:ok', code: `sim:${person}` };
  });
  await mp.mockWxMethod('requestSubscribeMessage', (options: { tmplIds: string[] }) => {
    const { phone } = getApp();
    phone.natives.push({ api: 'requestSubscribeMessage', options: { tmplIds: options.tmplIds } });
    const answers: Record<string, string> = { errMsg: 'requestSubscribeMessage:ok' };
    for (const template of options.tmplIds) answers[template] = phone.subscribes;
    return answers;
  });
  // The resident thinks better of it: a photo could not be laid where an upload would find it.
  await mp.mockWxMethod('chooseMedia', { errMsg: 'chooseMedia:fail cancel' });
}

async function mockSystem(mp: MiniProgram): Promise<void> {
  for (const api of ['getSystemInfoSync', 'getAppBaseInfo', 'getDeviceInfo', 'getWindowInfo']) {
    await mp.mockWxMethod(api, function told(this: StandIn) {
      return Object.assign({}, this.origin(), getApp().phone.system);
    });
  }
}
