import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/** WeChat puts an arrow above every page that is not a tab; a browser tab may have no visible way back at all. */
export const hostDrawsBack = process.env.TARO_ENV !== 'h5';

/**
 * What WeChat draws around our page, also when the page becomes another under it: an invitation turns out to be to a
 * wedding. There is one frame for whatever page is in front, so one behind it leaves it alone.
 */
export function useDressedPage(title: string, background: string): void {
  const inFront = useRef(false);
  useDidShow(() => {
    inFront.current = true;
    dress(title, background);
  });
  useDidHide(() => {
    inFront.current = false;
  });
  useEffect(() => {
    if (inFront.current) dress(title, background);
  }, [title, background]);
}

/** H5 has no such frame, and a failure to colour it hides nothing. */
function dress(title: string, background: string): void {
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
