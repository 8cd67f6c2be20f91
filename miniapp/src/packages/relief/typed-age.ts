import type { FactDefinition } from '@jinmen/shared/facts/fact';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { ageOn, checkDigit, idDigits, readIdNumber } from '@jinmen/shared/kernel/id-number';
import { age } from '../../copy/age';

export type AgeDefinition = Extract<FactDefinition, { type: 'count' }> & { readonly unit: 'years' };

/** `fromIdNumber`: worked out, and the resident has yet to see it. */
export type TypedAge = { readonly value: number; readonly fromIdNumber: boolean } | { readonly problem: string };

/** No age has more digits. What has is an ID number or a part of one, and is kept nowhere. */
const LONGEST_AGE = 3;
const WHOLE_ID_NUMBER = 18;

export function isAge(definition: FactDefinition | undefined): definition is AgeDefinition {
  return definition?.type === 'count' && definition.unit === 'years';
}

/** Whether a text at the field for an age may be kept on the phone. */
export function mayKeep(text: string): boolean {
  return (idDigits(text).match(/[\dX]/g) ?? []).length <= LONGEST_AGE;
}

/** Whether the text is as long as an ID number, so that it can be read without a press. */
export function isWholeIdNumber(text: string): boolean {
  return idDigits(text).length === WHOLE_ID_NUMBER;
}

/** Reads an age as people type it: a number, or the ID number it follows from on this day. */
export function readAge(text: string, { min, max }: AgeDefinition, today: CivilDate): TypedAge {
  const digits = idDigits(text).replace(/[周岁]/g, '');
  if (mayKeep(digits)) return readYears(digits, min, max);
  const read = readIdNumber(withX(digits), today);
  if ('problem' in read) return { problem: age.idNumber[read.problem] };
  return { value: ageOn(today, read.birth), fromIdNumber: true };
}

function readYears(digits: string, min: number, max: number): TypedAge {
  if (!/^\d+$/.test(digits)) return { problem: digits === '' ? age.empty : age.notAge };
  const value = Number(digits);
  return value < min || value > max ? { problem: age.range(min, max) } : { value, fromIdNumber: false };
}

/** A keyboard of digits has no X: where the eighteenth can only be that, it need not be typed. */
function withX(digits: string): string {
  return /^\d{17}$/.test(digits) && checkDigit(digits) === 'X' ? `${digits}X` : digits;
}
