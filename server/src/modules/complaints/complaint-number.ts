import { randomInt } from 'node:crypto';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** Without the signs that are mistaken for each other when a number is said on the phone. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** `TS20261125-7KQ2M9XB`: what somebody names when they call. */
export function complaintNumber(today: CivilDate): string {
  const rest = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `TS${today.replaceAll('-', '')}-${rest}`;
}
