import Taro from '@tarojs/taro';

/** WeChat puts an arrow above every page that is not a tab; a browser tab may have no visible way back at all. */
export const hostDrawsBack = process.env.TARO_ENV !== 'h5';

/** What WeChat draws around our page. H5 has no such frame, and a failure to colour it hides nothing. */
export function dressPage({ title, background }: { title: string; background: string }): void {
  Taro.setNavigationBarTitle({ title })?.catch?.(ignore);
  Taro.setNavigationBarColor({ frontColor: '#000000', backgroundColor: background })?.catch?.(ignore);
}

/** The native tab bar cannot grow its text, so elder mode hides it and draws its own. */
export function showNativeTabBar(shown: boolean): void {
  const call = shown ? Taro.showTabBar({ animation: false }) : Taro.hideTabBar({ animation: false });
  call?.catch?.(ignore);
}

/** Back to the top, for a screen whose content was replaced by the next question. */
export function scrollToTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 })?.catch?.(ignore);
}

function ignore(): void {}
