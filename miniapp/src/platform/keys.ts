import Taro from '@tarojs/taro';
import { nowMs } from './clock';

const KEY_BYTES = 16;
const POOL_BYTES = 256;

/** Random bytes WeChat gave ahead: it hands them out only later than they are asked for. */
const pool: number[] = [];

/** Asks WeChat for random bytes, at the start of the app. A browser has them at hand. */
export async function prepareKeys(): Promise<void> {
  if (process.env.TARO_ENV === 'h5') return;
  try {
    const { randomValues } = await Taro.getRandomValues({ length: POOL_BYTES });
    pool.push(...new Uint8Array(randomValues));
  } catch {
    // Older than base library 2.19.1: diceBytes makes do.
  }
}

/**
 * A key for one intention, e.g. one submission: 32 hex digits. It must only differ from every other key of the same
 * resident; it is no secret, so a phone too old for random bytes makes do with its clock and dice.
 */
export function newKey(): string {
  return randomBytes()
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function randomBytes(): number[] {
  if (process.env.TARO_ENV === 'h5') return [...crypto.getRandomValues(new Uint8Array(KEY_BYTES))];
  if (pool.length < 2 * KEY_BYTES) void prepareKeys();
  return pool.length < KEY_BYTES ? diceBytes() : pool.splice(0, KEY_BYTES);
}

function diceBytes(): number[] {
  const clock = nowMs();
  return Array.from({ length: KEY_BYTES }, (_, index) =>
    index < 6 ? Math.floor(clock / 256 ** index) % 256 : Math.floor(Math.random() * 256),
  );
}
