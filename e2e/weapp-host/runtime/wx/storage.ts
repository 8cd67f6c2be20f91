import { isRecord, jsonCopy } from '../json';
import { decryptText, encryptText } from './storage-cipher';
import { bytesOf, bytesOnDisk, keysOnDisk, putOnDisk, removeFromDisk, textOnDisk } from './storage-disk';
import type { WxRegistry } from './wx-registry';

/** WeChat's limit for one key, and for all of them together (kB). */
const MAX_VALUE_BYTES = 1024 * 1024;
/** Encrypted, a value grows by 1.4: WeChat takes no more than this of it. */
const MAX_ENCRYPTED_BYTES = 0.7 * 1024 * 1024;
const LIMIT_KB = 10_240;
const BYTES_PER_KB = 1024;

/**
 * wx storage, which outlives a restart of the app but not the host.
 * Values are JSON copies; a key above 1 MB is refused as on a phone, and so is what goes beyond 10 MB in all. Only the asynchronous calls encrypt, and a value
 * stored so must be asked for so. What WeChat does otherwise is not documented: here a plain read gets the encrypted
 * letters, and an encrypted read of a plain value fails.
 */
export function addStorage(wx: WxRegistry): void {
  wx.sync('getStorageSync', (key) => read(String(key)) ?? '');
  wx.sync('setStorageSync', (key, value) => write('setStorageSync', String(key), value));
  wx.sync('removeStorageSync', (key) => removeFromDisk(String(key)));
  wx.sync('clearStorageSync', clear);
  wx.sync('getStorageInfoSync', info);
  wx.async('getStorage', async ({ key, encrypt }) => {
    const data = read(String(key));
    if (data === undefined) throw { errMsg: 'getStorage:fail data not found' };
    return { data: encrypt === true ? await decrypted(data) : data };
  });
  wx.async('setStorage', async ({ key, data, encrypt }) =>
    write('setStorage', String(key), encrypt === true ? await encrypted(String(key), data) : data),
  );
  wx.async('removeStorage', ({ key }) => removeFromDisk(String(key)));
  wx.async('clearStorage', clear);
  wx.async('getStorageInfo', info);
}

function read(key: string): unknown {
  const text = textOnDisk(key);
  if (text === null) return undefined;
  const stored: unknown = JSON.parse(text);
  return isRecord(stored) ? stored.value : undefined;
}

function write(api: string, key: string, value: unknown): void {
  const text = JSON.stringify({ value: jsonCopy(value) });
  refuseAbove(MAX_VALUE_BYTES, api, key, text);
  if (bytesOf(text) + bytesOnDisk(key) > LIMIT_KB * BYTES_PER_KB) throw tooMuch(api);
  try {
    putOnDisk(key, text);
  } catch {
    // The browser keeps ten megabytes too, but counts the names.
    throw tooMuch(api);
  }
}

function tooMuch(api: string): object {
  return { errMsg: `${api}:fail exceed storage max size 10Mb` };
}

function refuseAbove(limit: number, api: string, key: string, text: string): void {
  if (bytesOf(text) > limit) throw { errMsg: `${api}:fail entry size limit reached for key "${key}"` };
}

function encrypted(key: string, value: unknown): Promise<string> {
  const text = JSON.stringify({ value: jsonCopy(value) });
  refuseAbove(MAX_ENCRYPTED_BYTES, 'setStorage', key, text);
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
  for (const key of keysOnDisk()) removeFromDisk(key);
}

function info(): object {
  return { keys: keysOnDisk(), currentSize: Math.ceil(bytesOnDisk() / BYTES_PER_KB), limitSize: LIMIT_KB };
}
