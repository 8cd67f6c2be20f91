import { isRecord, jsonCopy } from '../json';
import { decryptText, encryptText } from './storage-cipher';
import type { WxRegistry } from './wx-registry';

const PREFIX = 'wx:';
/** WeChat's limit for one key, and for all of them together (kB). */
const MAX_VALUE_BYTES = 1024 * 1024;
/** Encrypted, a value grows by 1.4: WeChat takes no more than this of it. */
const MAX_ENCRYPTED_BYTES = 0.7 * 1024 * 1024;
const LIMIT_KB = 10_240;

/**
 * wx storage over the host page's localStorage, so that it outlives a restart of the app but not the host.
 * Values are JSON copies; a key above 1 MB is refused as on a phone. Only the asynchronous calls encrypt, and a value
 * stored so must be asked for so. What WeChat does otherwise is not documented: here a plain read gets the encrypted
 * letters, and an encrypted read of a plain value fails.
 */
export function addStorage(wx: WxRegistry): void {
  wx.sync('getStorageSync', (key) => read(String(key)) ?? '');
  wx.sync('setStorageSync', (key, value) => write(String(key), value));
  wx.sync('removeStorageSync', (key) => localStorage.removeItem(PREFIX + String(key)));
  wx.sync('clearStorageSync', clear);
  wx.sync('getStorageInfoSync', info);
  wx.async('getStorage', async ({ key, encrypt }) => {
    const data = read(String(key));
    if (data === undefined) throw { errMsg: 'getStorage:fail data not found' };
    return { data: encrypt === true ? await decrypted(data) : data };
  });
  wx.async('setStorage', async ({ key, data, encrypt }) =>
    write(String(key), encrypt === true ? await encrypted(String(key), data) : data),
  );
  wx.async('removeStorage', ({ key }) => localStorage.removeItem(PREFIX + String(key)));
  wx.async('clearStorage', clear);
  wx.async('getStorageInfo', info);
}

function keys(): string[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length));
}

function read(key: string): unknown {
  const text = localStorage.getItem(PREFIX + key);
  if (text === null) return undefined;
  const stored: unknown = JSON.parse(text);
  return isRecord(stored) ? stored.value : undefined;
}

function write(key: string, value: unknown): void {
  const text = JSON.stringify({ value: jsonCopy(value) });
  refuseAbove(MAX_VALUE_BYTES, key, text);
  localStorage.setItem(PREFIX + key, text);
}

function refuseAbove(limit: number, key: string, text: string): void {
  if (new TextEncoder().encode(text).length > limit) {
    throw { errMsg: `setStorage:fail entry size limit reached for key "${key}"` };
  }
}

function encrypted(key: string, value: unknown): Promise<string> {
  const text = JSON.stringify({ value: jsonCopy(value) });
  refuseAbove(MAX_ENCRYPTED_BYTES, key, text);
  return encryptText(text);
}

async function decrypted(letters: unknown): Promise<unknown> {
  try {
    return (JSON.parse(await decryptText(String(letters))) as { value: unknown }).value;
  } catch {
    throw { errMsg: 'getStorage:fail decrypt error' };
  }
}

function clear(): void {
  for (const key of keys()) localStorage.removeItem(PREFIX + key);
}

function info(): object {
  const bytes = keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0);
  return { keys: keys(), currentSize: Math.ceil(bytes / 1024), limitSize: LIMIT_KB };
}
