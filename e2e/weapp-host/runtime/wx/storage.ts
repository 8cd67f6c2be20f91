import { isRecord, jsonCopy } from '../json';
import type { WxRegistry } from './wx-registry';

const PREFIX = 'wx:';
/** WeChat's limit for one key, and for all of them together (kB). */
const MAX_VALUE_BYTES = 1024 * 1024;
const LIMIT_KB = 10_240;

/**
 * wx storage over the host page's localStorage, so that it outlives a restart of the app but not the host.
 * Values are JSON copies; a key above 1 MB is refused as on a phone.
 */
export function addStorage(wx: WxRegistry): void {
  wx.sync('getStorageSync', (key) => read(String(key)) ?? '');
  wx.sync('setStorageSync', (key, value) => write(String(key), value));
  wx.sync('removeStorageSync', (key) => localStorage.removeItem(PREFIX + String(key)));
  wx.sync('clearStorageSync', clear);
  wx.sync('getStorageInfoSync', info);
  wx.async('getStorage', ({ key }) => {
    const data = read(String(key));
    if (data === undefined) throw { errMsg: 'getStorage:fail data not found' };
    return { data };
  });
  wx.async('setStorage', ({ key, data }) => write(String(key), data));
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
  if (new TextEncoder().encode(text).length > MAX_VALUE_BYTES) {
    throw { errMsg: `setStorage:fail entry size limit reached for key "${key}"` };
  }
  localStorage.setItem(PREFIX + key, text);
}

function clear(): void {
  for (const key of keys()) localStorage.removeItem(PREFIX + key);
}

function info(): object {
  const bytes = keys().reduce((sum, key) => sum + (localStorage.getItem(PREFIX + key)?.length ?? 0), 0);
  return { keys: keys(), currentSize: Math.ceil(bytes / 1024), limitSize: LIMIT_KB };
}
