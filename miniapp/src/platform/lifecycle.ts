import { useDidShow, useLaunch, useRouter } from '@tarojs/taro';

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
