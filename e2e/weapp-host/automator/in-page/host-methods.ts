import { jsonCopy } from '../../runtime/json';
import type { NetworkType } from '../../runtime/wx/network';
import type { AutomatorMethods, MethodParts } from './method-parts';

/** `Host.*`: what only this host can do. Never used where the real tool may be the target. */
export function hostMethods({ reports, wx, dialogs }: MethodParts): AutomatorMethods {
  return {
    'Host.stats': () => jsonCopy({ setData: reports.setData, native: reports.native, wxCalls: reports.wxCalls }),
    'Host.resetStats': () => reports.reset(),
    'Host.setNetwork': ({ type }) => wx.network.set(type as NetworkType),
    'Host.setSystem': ({ overrides }) => {
      wx.system = { ...wx.system, ...(overrides as object) };
    },
    /** Who signs in from now on; without a name WeChat gives no code. */
    'Host.setPerson': ({ name }) => {
      wx.account.person = typeof name === 'string' ? name : undefined;
    },
    'Host.setSubscribes': ({ answer }) => {
      wx.account.subscribes = answer as typeof wx.account.subscribes;
    },
    /** Whether WeChat has yet to ask about privacy before it lets the clipboard be written. */
    'Host.setPrivacy': ({ needed }) => {
      wx.privacy.needed = needed === true;
    },
    /** Each in base64; what the app is given when it next asks for photos. */
    'Host.setPhotos': ({ photos }) => {
      wx.photos.picks = Array.isArray(photos) ? photos.map(String) : [];
    },
    'Host.storage': () => ({ texts: { ...localStorage } }),
    'Host.chooseInDialog': ({ index }) => dialogs.answer(Number(index)),
  };
}

/** `Tool.native`: the parts of the screen that belong to WeChat and not to the page. */
export function nativeMethods({ router, dialogs }: MethodParts): AutomatorMethods {
  return {
    'Tool.native': async ({ method, data }) => {
      if (method === 'confirmModal') dialogs.answer('confirm');
      else if (method === 'cancelModal') dialogs.answer('cancel');
      else if (method === 'navigateLeft') router.back();
      else if (method === 'switchTab') await router.open('switchTab', data as { url: string });
      else throw new Error(`native ${String(method)} is not supported by the headless host`);
    },
  };
}
