import type { HukouPlace } from './clocks';
import type { FieldValues } from './field';

/** Answers of `applicant.hukouStreet` that are no code of `places`. */
export const HUKOU_HERE = 'here';
export const HUKOU_OUTSIDE = 'outside';

/** Where the hukou is, as it was answered; nothing answered is nothing known, and nobody is refused for it. */
export function hukouOf(values: FieldValues): { readonly place: HukouPlace; readonly street?: string } {
  const { 'applicant.hukouStreet': told, 'applicant.street': home } = values;
  if (typeof told !== 'string' || told === '') return { place: 'unknown' };
  if (told === HUKOU_HERE || told === home) return { place: 'here' };
  return told === HUKOU_OUTSIDE ? { place: 'elsewhere' } : { place: 'elsewhere', street: told };
}
