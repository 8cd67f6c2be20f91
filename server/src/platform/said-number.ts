import { randomInt } from 'node:crypto';

/** Without the signs that are mistaken for each other when a number is said on the phone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** `HM-7KQ2M9`: what somebody says at a desk. Random, so that nobody learns from it how many there are. */
export function saidNumber(prefix: string): string {
  return `${prefix}-${Array.from({ length: 6 }, () => SIGNS[randomInt(SIGNS.length)]).join('')}`;
}
