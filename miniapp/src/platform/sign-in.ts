import Taro from '@tarojs/taro';

/** How someone signs in on this build: WeChat's own way, a made-up person (development in a browser), or not at all. */
export type WayIn = 'wechat' | 'made-up-person' | 'none';

export function wayIn(): WayIn {
  if (process.env.TARO_ENV !== 'h5') return 'wechat';
  return process.env.TARO_APP_SIM_SIGN_IN === 'true' ? 'made-up-person' : 'none';
}

/** A code of WeChat, good once and for five minutes; `undefined` when WeChat gave none. */
export async function wechatCode(): Promise<string | undefined> {
  try {
    return (await Taro.login()).code || undefined;
  } catch {
    return undefined;
  }
}
