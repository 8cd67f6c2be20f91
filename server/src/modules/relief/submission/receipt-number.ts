import { randomInt } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** Read aloud over the phone without a doubt: no 0 and O, no 1 and I. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;

/** `JM20261125-7KQ2M9XB`: random, so that nobody can tell from one how many there are, or guess another. */
export function receiptNumber(day: CivilDate): string {
  const letters = Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  return `JM${day.replaceAll('-', '')}-${letters.join('')}`;
}
