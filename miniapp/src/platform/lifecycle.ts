import Taro, { useDidShow, useLaunch, usePullDownRefresh, useRouter } from '@tarojs/taro';

/** The app was started. */
export const useAppLaunch: (work: () => void) => void = useLaunch;

/** This page came to the front, also on the way back from another page or another app. */
export const usePageShown: (work: () => void) => void = useDidShow;

/** One value of the page's address, decoded; `undefined` when absent. */
export function usePageParameter(name: string): string | undefined {
  const value = useRouter().params[name];
  if (value === undefined || value === '') return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The resident pulled the page down to see what is new; the page's own configuration has to allow it. */
export function usePulledDown(work: () => Promise<void>): void {
  usePullDownRefresh(() => void work().finally(() => Taro.stopPullDownRefresh()));
}
