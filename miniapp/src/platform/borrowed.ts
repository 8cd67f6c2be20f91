import Taro from '@tarojs/taro';
import { nowMs } from './clock';
import type { Vault } from './vault-contract';

/**
 * 借手机办事: while it lasts, whatever this app would keep on the phone is kept here instead, and goes with the app. What
 * the phone's owner kept is neither read nor touched.
 */
interface Borrowing {
  readonly stored: Map<string, string>;
  readonly sealed: Map<string, string>;
  readonly vault: Vault;
  /** When a sign of life was last seen. */
  touchedAtMs: number;
}

/** Nobody reads for so long without a touch: whoever borrowed the phone has gone. */
const IDLE_MS = 5 * 60_000;

let borrowing: Borrowing | undefined;

export function isBorrowed(): boolean {
  return borrowing !== undefined;
}

export function beginBorrowing(): void {
  const sealed = new Map<string, string>();
  borrowing = { stored: new Map(), sealed, vault: inMemory(sealed), touchedAtMs: nowMs() };
}

/** From here on nothing of it is anywhere in this app. */
export function endBorrowing(): void {
  borrowing?.stored.clear();
  borrowing?.sealed.clear();
  borrowing = undefined;
}

/** Somebody is there: they touched the page, or something was typed and kept. Once it was idle for too long it stays so. */
export function touchBorrowed(): void {
  if (borrowing && !isIdle()) borrowing.touchedAtMs = nowMs();
}

export function isIdle(): boolean {
  return borrowing !== undefined && nowMs() - borrowing.touchedAtMs > IDLE_MS;
}

/** In the place of the phone's storage, while it lasts. */
export function borrowedStorage(): Map<string, string> | undefined {
  return borrowing?.stored;
}

/** In the place of the phone's vault, the same one as long as it lasts. */
export function borrowedVault(): Vault | undefined {
  return borrowing?.vault;
}

function inMemory(sealed: Map<string, string>): Vault {
  return {
    obstacle: () => undefined,
    async seal(name, value) {
      touchBorrowed();
      sealed.set(name, JSON.stringify(value));
      return { kind: 'sealed' };
    },
    async unseal(name) {
      const text = sealed.get(name);
      return text === undefined ? { kind: 'nothing' } : { kind: 'opened', value: JSON.parse(text) };
    },
    async destroy(name) {
      sealed.delete(name);
      return true;
    },
  };
}

/** Every page is gone, the home page alone is there. */
export function toNeutralPage(): void {
  void Taro.reLaunch({ url: '/pages/home/index' });
}

/** A browser begins the app anew, so that nothing is left in its memory; WeChat's has no such way in all versions. */
export function beginAnew(): void {
  if (process.env.TARO_ENV === 'h5') globalThis.location?.reload();
}
