import Taro from '@tarojs/taro';

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
