import type { Reports } from '../reports';
import type { WxOptions, WxRegistry } from './wx-registry';
import type { AnswerOf, OptionsOf } from './wx-types';

const MOST_TEMPLATES = 5;
/** Where the browser keeps who holds the phone: an app that is killed comes back to the same person. */
const KEPT = 'host:login-code';

/** Who holds this phone, and what they answer when WeChat asks them. */
export class Account {
  /** What is answered for every template of a subscription message. */
  subscribes: 'accept' | 'reject' | 'ban' = 'accept';

  constructor(private readonly firstCode: string | undefined) {}

  /** What `wx.login` gives from now on; without one WeChat gives no code. */
  set loginCode(code: string | undefined) {
    sessionStorage.setItem(KEPT, JSON.stringify({ code }));
  }

  addTo(wx: WxRegistry, reports: Reports, isTapUnderWay: () => boolean): void {
    wx.async('login', () => this.login());
    wx.async('checkSession', () => undefined);
    wx.async('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    }));
    wx.async('requestSubscribeMessage', (options) => {
      reports.recordNative('requestSubscribeMessage', { tmplIds: options.tmplIds, tapped: isTapped(options) });
      return this.subscribe(options);
    });
    // Whether a tap is under way must be asked when the app calls, not when it is answered.
    const ask = wx.object.requestSubscribeMessage as (options: WxOptions) => unknown;
    wx.object.requestSubscribeMessage = (options: WxOptions = {}) => ask({ ...options, tapped: isTapUnderWay() });
  }

  private login(): AnswerOf<'login'> {
    const kept = sessionStorage.getItem(KEPT);
    const { code } = kept === null ? { code: this.firstCode } : (JSON.parse(kept) as { code?: string });
    if (code === undefined) throw { errMsg: 'login:fail' };
    return { code };
  }

  private subscribe(options: OptionsOf<'requestSubscribeMessage'>): AnswerOf<'requestSubscribeMessage'> {
    const templates = Array.isArray(options.tmplIds) ? options.tmplIds : [];
    if (!isTapped(options)) {
      throw { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.', errCode: 20001 };
    }
    if (templates.length === 0 || templates.length > MOST_TEMPLATES) {
      throw { errMsg: 'requestSubscribeMessage:fail templates count out of max bounds', errCode: 20003 };
    }
    return Object.fromEntries(templates.map((template) => [template, this.subscribes]));
  }
}

function isTapped(options: object): boolean {
  return 'tapped' in options && options.tapped === true;
}
