import { isRecord } from '../json';
import type { Reports } from '../reports';
import type { WxRegistry } from './wx-registry';
import type { WxName } from './wx-types';

type Listener = (resolve: (answer: unknown) => void, info: { referrer: string }) => void;

/** As WeChat's: what a resident refused, or what nobody could be asked about. */
const NOT_AUTHORISED = { errMsg: 'fail privacy permission is not authorized', errno: 104 };
/** Where the browser keeps that this phone has yet to be asked: an app that is killed comes back to it. */
const KEPT = 'host:privacy-needed';

/** What WeChat's guideline on privacy is about, of the APIs that the public list names for it. */
const GUARDED: ReadonlySet<string> = new Set<WxName | 'requirePrivacyAuthorize'>([
  ...(['chooseMedia', 'chooseImage', 'chooseVideo', 'chooseMessageFile', 'saveImageToPhotosAlbum'] as const),
  ...(['saveVideoToPhotosAlbum', 'setClipboardData', 'getClipboardData', 'addPhoneCalendar'] as const),
  ...(['addPhoneRepeatCalendar', 'addPhoneContact', 'chooseContact', 'chooseAddress', 'chooseInvoice'] as const),
  ...(['chooseInvoiceTitle', 'chooseLicensePlate', 'getLocation', 'getFuzzyLocation', 'chooseLocation'] as const),
  ...(['startLocationUpdate', 'startLocationUpdateBackground', 'getWeRunData', 'startRecord'] as const),
  ...(['openBluetoothAdapter', 'createBLEPeripheralServer', 'startAccelerometer', 'startCompass'] as const),
  ...(['startDeviceMotionListening', 'startGyroscope', 'joinVoIPChat', 'requirePrivacyAuthorize'] as const),
]);

/** WeChat's question before the first use of something it guards. Off until a test turns it on. */
export class Privacy {
  private listener: Listener | undefined;
  private readonly tapped = new Set<string>();

  /** Whether this phone has yet to be asked. */
  get needed(): boolean {
    return sessionStorage.getItem(KEPT) === 'true';
  }

  set needed(needed: boolean) {
    sessionStorage.setItem(KEPT, String(needed));
  }

  addTo(wx: WxRegistry, reports: Reports): void {
    wx.before = (api) => (this.needed && GUARDED.has(api) ? this.pass(api) : undefined);
    // A second listener takes the place of the first. The typings give it its answer alone; WeChat says who asked, too.
    wx.sync('onNeedPrivacyAuthorization', (listener) => {
      // cast: the typings leave out what WeChat gives a listener beside the resolver
      this.listener = listener as unknown as Listener;
    });
    wx.async('getPrivacySetting', () => ({
      needAuthorization: this.needed,
      privacyContractName: '《用户隐私保护指引》',
    }));
    wx.async('requirePrivacyAuthorize', () => undefined);
    for (const name of ['openPrivacyContract', 'setClipboardData'] as const) {
      wx.async(name, (options: object) => reports.recordNative(name, options));
    }
  }

  /** A finger was on a button that agrees: that is the yes, and only such a button may be named in an answer. */
  noteAgreement(buttonId: string): void {
    this.tapped.add(buttonId);
    this.needed = false;
  }

  /** Lets a guarded API go on, or throws what WeChat would answer. */
  private async pass(api: string): Promise<void> {
    const agreed = this.listener !== undefined && (await this.asked(this.listener, api));
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
