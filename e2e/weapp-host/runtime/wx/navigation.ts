import type { Reports } from '../reports';
import type { RouteOptions, Router } from '../router';
import type { WxRegistry } from './wx-registry';
import type { OptionsOf } from './wx-types';

const OPENING = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'] as const;

/** Moving between pages. `success` comes after the new page is drawn: before that its event channel has no listener. */
export function addNavigation(wx: WxRegistry, router: Router, reports: Reports): void {
  for (const kind of OPENING) {
    // Each of them has typings of its own, all with the `url` the router reads.
    wx.async(kind, (options) => router.open(kind, options as unknown as RouteOptions));
  }
  wx.async('navigateBack', ({ delta }) => router.back(typeof delta === 'number' ? delta : 1));
  // The memory goes, the storage stays. Node does it; like a kill, it leaves nobody to answer to.
  wx.async('restartMiniProgram', ({ path }) => reports.emit('Host.restartAsked', { entry: String(path) }));
  wx.async('pageScrollTo', (options) => scrollTo(router, options));
  wx.async('startPullDownRefresh', () => void router.top.call('onPullDownRefresh'));
  wx.sync('stopPullDownRefresh', () => Promise.resolve({ errMsg: 'stopPullDownRefresh:ok' }));
  wx.sync('createSelectorQuery', () => router.top.caller.createSelectorQuery());
  wx.sync('createIntersectionObserver', (component, options) => {
    const caller = (component ?? router.top.caller) as typeof router.top.caller;
    return caller.createIntersectionObserver(options);
  });
}

function scrollTo(router: Router, { scrollTop, selector }: OptionsOf<'pageScrollTo'>): void {
  const { view } = router.top;
  if (typeof selector === 'string') {
    const target = view.document.querySelector(selector);
    if (!target) throw { errMsg: `pageScrollTo:fail no element for ${selector}` };
    target.scrollIntoView();
    return;
  }
  view.scrollTo(0, Number(scrollTop) || 0);
}
