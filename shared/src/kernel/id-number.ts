import { type CivilDate, isCivilDate } from './civil-date';

/** What a resident's ID number says of them. */
export interface IdNumber {
  readonly birth: CivilDate;
  readonly sex: 'male' | 'female';
}

/** Why a text is no ID number: not written as one, a birthday that never was or has not come, a digit typed wrongly. */
export type IdNumberProblem = 'shape' | 'birth' | 'check-digit';

/** Of the seventeen digits before the check digit, GB 11643-1999. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';

/**
 * Reads a 公民身份号码 as people type it: eighteen digits (the last may be X), or the fifteen of before 1999, of people
 * born in 19… and without a check digit. The first six are never looked up: 120107–109 and 120221–225 are districts no
 * longer, and stand in people's numbers still (policy-facts E.1, F).
 */
export function readIdNumber(text: string, today: CivilDate): IdNumber | { readonly problem: IdNumberProblem } {
  const digits = idDigits(text);
  const match = /^([1-9]\d{5})(?:(\d{8})(\d{3})[\dX]|(\d{6})(\d{3}))$/.exec(digits);
  if (!match) return { problem: 'shape' };
  const [, , eight, order, six, oldOrder] = match;
  const birth = dayOf(eight ?? `19${six}`);
  if (birth === undefined || birth > today) return { problem: 'birth' };
  if (eight !== undefined && digits[17] !== checkDigit(digits.slice(0, 17))) return { problem: 'check-digit' };
  return { birth, sex: Number(order ?? oldOrder) % 2 === 1 ? 'male' : 'female' };
}

/** The digits of what was typed: full-width ones, spaces and a small x are written as they should be. */
export function idDigits(text: string): string {
  return text
    .replace(/[０-９Ｘｘ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '')
    .toUpperCase();
}

/** The eighteenth digit for the seventeen before it. */
export function checkDigit(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length);
}

/** Full years (周岁) on a day. Born on 29 February, one is a year older on 1 March of a common year. */
export function ageOn(day: CivilDate, birth: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

function dayOf(digits: string): CivilDate | undefined {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isCivilDate(day) ? day : undefined;
}
