import Taro, { useDidHide, useDidShow, useUnload } from '@tarojs/taro';

const BRIGHTEST = 1;

/**
 * While this page is in front the screen is bright and stays on, for a code that is read by a camera. Afterwards it is
 * as it was. A browser, and a phone that does not let us, shows the page all the same.
 */
export function useBrightScreen(): void {
  useDidShow(() => void brighten());
  useDidHide(() => void darken());
  useUnload(() => void darken());
}

/** How bright the screen was before; `undefined` while nothing was changed. */
let before: number | undefined;

async function brighten(): Promise<void> {
  if (process.env.TARO_ENV === 'h5' || before !== undefined) return;
  try {
    const { value } = await Taro.getScreenBrightness();
    before = value;
    await Taro.setScreenBrightness({ value: BRIGHTEST });
    await Taro.setKeepScreenOn({ keepScreenOn: true });
  } catch {
    // Held nearer, it can still be scanned; and there is the code to read out.
  }
}

async function darken(): Promise<void> {
  if (before === undefined) return;
  const value = before;
  before = undefined;
  try {
    await Taro.setScreenBrightness({ value });
    await Taro.setKeepScreenOn({ keepScreenOn: false });
  } catch {
    // The phone sees to it itself when WeChat is left.
  }
}
