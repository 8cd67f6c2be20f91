import Taro from '@tarojs/taro';

/**
 * What is kept on this phone, synchronously, so that nothing typed is lost when the app is killed a moment later.
 * A full or broken storage must not stop a resident: a read then answers `undefined`, a write `false`.
 */
export function readStored(key: string): unknown {
  try {
    const text: unknown = Taro.getStorageSync(key);
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

export function writeStored(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function removeStored(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // Nothing was there, or storage is unavailable: either way nothing of it is kept.
  }
}
