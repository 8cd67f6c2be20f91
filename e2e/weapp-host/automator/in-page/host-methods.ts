import { jsonCopy } from '../../runtime/json';
import type { NetworkType } from '../../runtime/wx/network';
import { wholeDisk } from '../../runtime/wx/storage-disk';
import type { AutomatorMethods, MethodParts } from './method-parts';

/** `Host.*`: what only this host can do. Never used where the real tool may be the target. */
export function hostMethods({ reports, wx, dialogs, foreground }: MethodParts): AutomatorMethods {
  return {
    'Host.stats': () =>
      jsonCopy({
        setData: reports.setData,
        native: reports.native,
        wxCalls: reports.wxCalls,
        network: wx.tasks.figures(),
      }),
    'Host.resetStats': () => {
      reports.reset();
      wx.tasks.resetFigures();
    },
    'Host.setNetwork': ({ type }) => wx.network.set(type as NetworkType),
    /** `graceMs`: another time than the five seconds WeChat waits before it suspends an app in the background. */
    'Host.setForeground': ({ foreground: inFront, graceMs }) =>
      foreground.set(inFront === true, typeof graceMs === 'number' ? graceMs : undefined),
    'Host.setSystem': ({ overrides }) => {
      wx.system = { ...wx.system, ...(overrides as object) };
    },
    /** Whom `wx.login` gives a code of from now on; without one WeChat gives none. */
    'Host.setPerson': ({ code }) => {
      wx.account.loginCode = typeof code === 'string' ? code : undefined;
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
    /** `{name, base64}` each; what the app is given when it next asks for files of a chat. */
    'Host.setFiles': ({ files }) => {
      wx.photos.messageFiles = (Array.isArray(files) ? files : []) as typeof wx.photos.messageFiles;
    },
    'Host.storage': () => ({ texts: wholeDisk() }),
    'Host.chooseInDialog': ({ index }) => dialogs.answer(Number(index)),
  };
}

/** `Tool.native`: the parts of the screen that belong to WeChat and not to the page. */
export function nativeMethods({ bundle, router, dialogs }: MethodParts): AutomatorMethods {
  return {
    'Tool.native': async ({ method, data }) => {
      if (method === 'confirmModal') dialogs.answer('confirm');
      else if (method === 'cancelModal') dialogs.answer('cancel');
      else if (method === 'navigateLeft') router.back();
      else if (method === 'goHome')
        await router.open('reLaunch', { url: `/${bundle.app.entryPagePath ?? bundle.pages[0]}` });
      else if (method === 'switchTab') await router.open('switchTab', data as { url: string });
      else throw new Error(`native ${String(method)} is not supported by the headless host`);
    },
  };
}
