import Taro from '@tarojs/taro';
import type { Unsealed, Vault } from './vault-contract';

/** `encrypt` came with base library 2.21.3; an older one ignores the word and would keep plain text. */
const FIRST_WITH_ENCRYPTION = [2, 21, 3];

/** Taro's types do not know it yet. WeChat wants it on both sides, and only its asynchronous calls have it. */
const encrypted = { encrypt: true } as const;

/** WeChat's own encrypted storage (AES-128, at most 0.7 MB a key); the key never leaves WeChat. */
export const wechatVault: Vault = {
  obstacle: () => (encrypts(baseLibrary()) ? undefined : 'too-old'),

  async seal(name, value) {
    if (wechatVault.obstacle()) return { kind: 'problem', problem: 'too-old' };
    try {
      await Taro.setStorage({ key: name, data: JSON.stringify(value), ...encrypted });
      return { kind: 'sealed' };
    } catch {
      return { kind: 'problem', problem: 'refused' };
    }
  },

  async unseal(name): Promise<Unsealed> {
    try {
      if (!Taro.getStorageInfoSync().keys.includes(name)) return { kind: 'nothing' };
      const { data } = await Taro.getStorage<unknown>({ key: name, ...encrypted });
      return { kind: 'opened', value: JSON.parse(String(data)) };
    } catch {
      return { kind: 'problem', problem: 'unreadable' };
    }
  },

  async destroy(name) {
    try {
      await Taro.removeStorage({ key: name });
      return true;
    } catch {
      return false;
    }
  },
};

function baseLibrary(): string {
  try {
    return Taro.getAppBaseInfo().SDKVersion ?? '';
  } catch {
    // `getAppBaseInfo` itself is as old as 2.20.1.
    return '';
  }
}

function encrypts(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, needed] of FIRST_WITH_ENCRYPTION.entries()) {
    const part = parts[index] ?? 0;
    if (part !== needed) return part > needed;
  }
  return true;
}
