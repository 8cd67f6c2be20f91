import { randomInt } from 'node:crypto';

/** Read aloud over the phone without a doubt: no 0 and O, no 1 and I. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 6;

/** `JN-7KQ2M9`: short enough to be said and written on a hand; nobody can tell from one what another is. */
export function urgentNumber(): string {
  return `JN-${Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')}`;
}
