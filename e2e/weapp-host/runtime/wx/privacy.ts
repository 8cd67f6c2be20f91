import { isRecord } from '../json';
import type { Reports } from '../reports';
import type { WxRegistry } from './wx-registry';

type Listener = (resolve: (answer: unknown) => void, info: { referrer: string }) => void;

/** As WeChat's: what a resident refused, or what nobody could be asked about. */
const NOT_AUTHORISED = { errMsg: 'fail privacy permission is not authorized', errno: 104 };

/** WeChat's question before the first use of something it guards. Off until a test turns it on. */
export class Privacy {
  /** Whether this phone has yet to be asked. */
  needed = false;
  private readonly listeners: Listener[] = [];
  private readonly tapped = new Set<string>();

  addTo(wx: WxRegistry, reports: Reports): void {
    wx.sync('onNeedPrivacyAuthorization', (listener) => void this.listeners.push(listener as Listener));
    wx.sync('offNeedPrivacyAuthorization', () => this.listeners.splice(0));
    wx.async('getPrivacySetting', () => ({
      needAuthorization: this.needed,
      privacyContractName: '《用户隐私保护指引》',
    }));
    for (const name of ['openPrivacyContract', 'setClipboardData']) {
      wx.async(name, async (options) => {
        if (name !== 'openPrivacyContract') await this.pass(name);
        reports.recordNative(name, options);
      });
    }
  }

  /** A finger was on a button that agrees: only such a one may be named in the answer. */
  noteAgreement(buttonId: string): void {
    this.tapped.add(buttonId);
  }

  /** Lets an API go on, or throws what WeChat would answer. */
  async pass(api: string): Promise<void> {
    if (!this.needed) return;
    const [listener] = this.listeners;
    const agreed = listener !== undefined && (await this.asked(listener, api));
    if (!agreed) throw { ...NOT_AUTHORISED, errMsg: `${api}:${NOT_AUTHORISED.errMsg}` };
    this.needed = false;
  }

  private asked(listener: Listener, referrer: string): Promise<boolean> {
    return new Promise((settle) => {
      listener(
        (answer) => {
          const { event, buttonId } = isRecord(answer) ? answer : {};
          if (event === 'agree') settle(this.tapped.has(String(buttonId)));
          if (event === 'disagree') settle(false);
        },
        { referrer },
      );
    });
  }
}
