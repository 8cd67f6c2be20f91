import Taro from '@tarojs/taro';

/** Opens the dialler with this number. The resident may still cancel, which is no error. */
export function callPhone(number: string): void {
  Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined);
}
