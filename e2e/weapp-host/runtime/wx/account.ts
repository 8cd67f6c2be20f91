import type { Reports } from '../reports';
import type { WxOptions, WxRegistry } from './wx-registry';

/** Whom the host signs in as when a test says nothing; one of the made-up people of the WeChat simulator. */
const USUAL_PERSON = '单人-断收入';
const MOST_TEMPLATES = 5;

/** Who holds this phone, and what they answer when WeChat asks them. */
export class Account {
  /** Signing in gives `sim:<person>`, which only the simulator of WeChat takes. `undefined`: WeChat gives no code. */
  person: string | undefined = USUAL_PERSON;
  /** What is answered for every template of a subscription message. */
  subscribes: 'accept' | 'reject' | 'ban' = 'accept';

  addTo(wx: WxRegistry, reports: Reports, isTapUnderWay: () => boolean): void {
    wx.async('login', () => this.login());
    wx.async('checkSession', () => undefined);
    wx.async('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    }));
    wx.async('requestSubscribeMessage', (options) => {
      reports.recordNative('requestSubscribeMessage', options);
      return this.subscribe(options);
    });
    // Whether a tap is under way must be asked when the app calls, not when it is answered.
    const ask = wx.object.requestSubscribeMessage as (options: WxOptions) => unknown;
    wx.object.requestSubscribeMessage = (options: WxOptions = {}) => ask({ ...options, tapped: isTapUnderWay() });
  }

  private login(): object {
    if (this.person === undefined) throw { errMsg: 'login:fail' };
    return { code: `sim:${this.person}` };
  }

  private subscribe({ tmplIds, tapped }: WxOptions): object {
    const templates = Array.isArray(tmplIds) ? tmplIds.map(String) : [];
    if (!tapped) {
      throw { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.', errCode: 20001 };
    }
    if (templates.length === 0 || templates.length > MOST_TEMPLATES) {
      throw { errMsg: 'requestSubscribeMessage:fail templates count out of max bounds', errCode: 20003 };
    }
    return Object.fromEntries(templates.map((template) => [template, this.subscribes]));
  }
}
