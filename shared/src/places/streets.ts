import { districts } from './places';

export interface Street {
  readonly code: string;
  readonly name: string;
}

const streets: readonly Street[] = districts.flatMap(({ name: district, units }) =>
  units.map(({ code, name }) => ({ code, name: `${district}${name}` })),
);

/** As many as can be looked through without scrolling for long. */
export const MOST_STREETS = 8;

/** `西青区西营门街道`; `undefined` for a code nobody has. */
export function streetInWords(code: string): string | undefined {
  return streets.find((street) => street.code === code)?.name;
}

/** Streets, towns and townships whose name, with the district before it, has what was typed, in order of the list. */
export function streetsLike(typed: string): readonly Street[] {
  const wanted = typed.replace(/\s/g, '');
  if (wanted === '') return [];
  const whole = streets.filter(({ name }) => name.includes(wanted));
  return whole.length > 0 ? whole : streets.filter(({ name }) => [...wanted].every((letter) => name.includes(letter)));
}
