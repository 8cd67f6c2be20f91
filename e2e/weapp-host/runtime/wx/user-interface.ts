import type { Reports } from '../reports';
import type { Router } from '../router';
import type { Shell } from '../shell';
import type { ModalOptions, ShellDialogs } from '../shell-dialogs';
import type { WxRegistry } from './wx-registry';
import type { OptionsOf } from './wx-types';

type TabBarApi =
  | 'hideTabBar'
  | 'showTabBar'
  | 'setTabBarStyle'
  | 'setTabBarItem'
  | 'setTabBarBadge'
  | 'removeTabBarBadge';

export interface ScreenParts {
  readonly reports: Reports;
  readonly router: Router;
  readonly shell: Shell;
  readonly dialogs: ShellDialogs;
}

/** Calls out of the app that are noted and succeed. */
const RECORDED = [
  ...(['addPhoneCalendar', 'makePhoneCall', 'setKeepScreenOn', 'setScreenBrightness', 'vibrateShort'] as const),
  ...(['hideHomeButton', 'showShareMenu', 'hideShareMenu', 'hideKeyboard'] as const),
  ...(['setBackgroundColor', 'setBackgroundTextStyle'] as const),
];

/** Dialogs, toasts, bars and the calls out of the app that only a phone can finish. */
export function addUserInterface(wx: WxRegistry, parts: ScreenParts): void {
  addDialogs(wx, parts);
  addNavigationBar(wx, parts);
  addTabBar(wx, parts);
  wx.async('getScreenBrightness', () => ({ value: 0.5 }));
  for (const name of RECORDED) wx.async(name, (options: object) => parts.reports.recordNative(name, options));
}

function addDialogs(wx: WxRegistry, { reports, dialogs }: ScreenParts): void {
  wx.async('showModal', async (options) => {
    reports.recordNative('showModal', options);
    const confirm = await dialogs.modal(options as ModalOptions);
    return { confirm, cancel: !confirm };
  });
  wx.async('showActionSheet', async (options) => {
    reports.recordNative('showActionSheet', options);
    const items = Array.isArray(options.itemList) ? options.itemList.map(String) : [];
    const tapIndex = await dialogs.actionSheet(items);
    if (tapIndex < 0) throw { errMsg: 'showActionSheet:fail cancel' };
    return { tapIndex };
  });
  for (const name of ['showToast', 'showLoading'] as const) {
    wx.async(name, (options: OptionsOf<'showToast' | 'showLoading'>) => {
      reports.recordNative(name, options);
      const duration = 'duration' in options && typeof options.duration === 'number' ? options.duration : undefined;
      dialogs.showToast(String(options.title ?? ''), name === 'showLoading' ? Number.POSITIVE_INFINITY : duration);
    });
  }
  for (const name of ['hideToast', 'hideLoading'] as const) wx.async(name, () => dialogs.hideToast());
}

function addNavigationBar(wx: WxRegistry, { reports, router, shell }: ScreenParts): void {
  wx.async('setNavigationBarTitle', ({ title }) => {
    router.top.title = String(title);
    shell.refresh();
  });
  wx.async('setNavigationBarColor', (options) => {
    reports.recordNative('setNavigationBarColor', options);
    router.top.navigationColors = { front: String(options.frontColor), back: String(options.backgroundColor) };
    shell.refresh();
  });
}

function addTabBar(wx: WxRegistry, { reports, router, shell }: ScreenParts): void {
  const onTabPage = <N extends TabBarApi>(name: N, act: (options: OptionsOf<N>) => void): void =>
    wx.async<TabBarApi>(name, (options: object) => {
      reports.recordNative(name, options);
      if (!shell.isTab(router.top.path)) throw { errMsg: `${name}:fail not TabBar page` };
      // The options are those of the one API named.
      act(options as OptionsOf<N>);
    });
  onTabPage('hideTabBar', () => shell.setTabBarHidden(true));
  onTabPage('showTabBar', () => shell.setTabBarHidden(false));
  onTabPage('setTabBarStyle', (options) =>
    shell.setTabStyle(pickTexts(options, ['color', 'selectedColor', 'backgroundColor'])),
  );
  onTabPage('setTabBarItem', (options) => shell.setTab(options.index, pickTexts(options, ['text'])));
  onTabPage('setTabBarBadge', (options) => shell.setTab(options.index, { badge: options.text }));
  onTabPage('removeTabBarBadge', (options) => shell.setTab(options.index, { badge: '' }));
}

function pickTexts<K extends string>(
  options: Partial<Record<K, string>>,
  names: readonly K[],
): Partial<Record<K, string>> {
  const picked: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = options[name];
    if (typeof value === 'string') picked[name] = value;
  }
  return picked;
}
