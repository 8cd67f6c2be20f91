import type { Programme } from '../eligibility/programme';
import type { FieldValues } from './field';

/** Where the hukou of whom it is about is, as far as anybody said: where they live, at another office, or nobody knows. */
export type HukouPlace = 'here' | 'elsewhere' | 'unknown';

/** Answers of `applicant.hukouStreet` that are no code of `places`. */
export const HUKOU_HERE = 'here';
export const HUKOU_OUTSIDE = 'outside';

/**
 * Where the hukou is, as it was answered; nothing answered is nothing known, and nobody is refused for it. What these
 * programmes ask of it beside counts too, so a case is read with the programmes it has.
 */
export function hukouOf(
  values: FieldValues,
  programmes: readonly Pick<Programme, 'acrossProvinces'>[] = [],
): { readonly place: HukouPlace; readonly street?: string } {
  const { 'applicant.hukouStreet': told, 'applicant.street': home } = values;
  if (typeof told !== 'string' || told === '')
    return {
      place: programmes.some(({ acrossProvinces }) => saysOutside(values, acrossProvinces)) ? 'elsewhere' : 'unknown',
    };
  if (told === HUKOU_HERE || told === home) return { place: 'here' };
  return told === HUKOU_OUTSIDE ? { place: 'elsewhere' } : { place: 'elsewhere', street: told };
}

/** Those of the programmes that go on to a hukou place outside Tianjin (跨省通办). */
export function goingOutside<Of extends Pick<Programme, 'acrossProvinces'>>(
  programmes: readonly Of[],
  values: FieldValues,
): readonly Of[] {
  return programmes.filter((programme) => {
    const { place, street } = hukouOf(values, [programme]);
    return programme.acrossProvinces !== undefined && place === 'elsewhere' && street === undefined;
  });
}

/** Those filed where the hukou of who died was; whatever goes to the same bureau goes along, as one case. */
export function filedForTheDead<Of extends Pick<Programme, 'bureau' | 'filedAtHukouOfDeceased'>>(
  chosen: readonly Of[],
): readonly Of[] {
  const there = chosen.filter(({ filedAtHukouOfDeceased }) => filedAtHukouOfDeceased !== undefined);
  return chosen.filter(({ bureau }) => there.some((each) => each.bureau === bureau));
}

/** The street of that hukou as a code of `places`; none while nobody said one in the city. */
export function streetOfDeceased({ 'deceased.hukouStreet': told, 'applicant.street': home }: FieldValues) {
  if (told === HUKOU_HERE) return typeof home === 'string' ? home : undefined;
  return typeof told === 'string' && told !== '' && told !== HUKOU_OUTSIDE ? told : undefined;
}

/** The street whose office one bureau's programmes are filed with: the home's where none other is known. */
export function officeStreetOf(chosen: Parameters<typeof filedForTheDead>[0], values: FieldValues): string {
  const forTheDead = filedForTheDead(chosen).length > 0 ? streetOfDeceased(values) : undefined;
  return forTheDead ?? String(values['applicant.street']);
}

function saysOutside(values: FieldValues, acrossProvinces: Programme['acrossProvinces']): boolean {
  return (acrossProvinces?.outsideIf ?? []).some(({ fact, is }) =>
    is.some((value) => values[`fact:${fact}`] === value),
  );
}
