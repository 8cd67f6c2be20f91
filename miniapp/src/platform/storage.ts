import Taro from '@tarojs/taro';
import { borrowedStorage, touchBorrowed } from './borrowed';

/** What a look into storage found. Nothing kept and a storage that cannot be read are not the same. */
export type Stored = { readonly readable: true; readonly value: unknown } | { readonly readable: false };

/**
 * What is kept on this phone, synchronously, so that nothing typed is lost when the app is killed a moment later.
 * A full or broken storage must not stop a resident: nothing here throws, and a write or removal then answers `false`.
 */
export function lookUpStored(key: string): Stored {
  try {
    const borrowed = borrowedStorage();
    const text: unknown = borrowed ? borrowed.get(key) : Taro.getStorageSync(key);
    return { readable: true, value: typeof text === 'string' && text !== '' ? JSON.parse(text) : undefined };
  } catch {
    return { readable: false };
  }
}

/** The same for whoever goes on alike either way: `undefined` when nothing is kept or it cannot be read. */
export function readStored(key: string): unknown {
  const stored = lookUpStored(key);
  return stored.readable ? stored.value : undefined;
}

export function writeStored(key: string, value: unknown): boolean {
  try {
    const text = JSON.stringify(value);
    const borrowed = borrowedStorage();
    if (borrowed) borrowed.set(key, text);
    else Taro.setStorageSync(key, text);
    touchBorrowed();
    return true;
  } catch {
    return false;
  }
}

export function removeStored(key: string): boolean {
  try {
    const borrowed = borrowedStorage();
    if (borrowed) borrowed.delete(key);
    else Taro.removeStorageSync(key);
    return true;
  } catch {
    return false;
  }
}
