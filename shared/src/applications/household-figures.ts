import type { FactDefinition, FactValue } from '../facts/fact';

/** What a record has of one grown-up, under the household's fact it belongs to. */
export interface PersonFigure {
  readonly fact: string;
  readonly value: FactValue;
  /** Whose record. */
  readonly from: string;
  /** Of a fact that asks whether there is more than one of something: how many this person has. */
  readonly count?: number;
}

/** What is known of the household. `null`: of one person or another it is not, and that could change the answer. */
export interface HouseholdFigure {
  readonly fact: string;
  readonly value: FactValue | null;
  readonly from: string;
}

/** What came back about one grown-up; `undefined`: nobody looked, or it could not be looked up. */
export type Found = readonly PersonFigure[] | undefined;

/**
 * The household's figures from those of its people: sums are added, a yes of one is a yes of all, and a no needs the no
 * of everybody. One person nobody knows about leaves a figure unknown. Each of two with one home may have the same one,
 * so two times one is not known to be two. Of what no record has anything, nothing is said: what was declared stands.
 */
export function householdFigures(
  people: readonly Found[],
  definitions: Readonly<Record<string, FactDefinition>>,
): readonly HouseholdFigure[] {
  const names = new Set(people.flatMap((figures) => figures?.map(({ fact }) => fact) ?? []));
  return [...names].map((fact) => {
    const each = people.map((figures) => figures?.find((figure) => figure.fact === fact));
    const known = each.filter((figure) => figure !== undefined);
    const from = [...new Set(known.map((figure) => figure.from))].join('、');
    const definition = definitions[fact];
    const most = definition?.type === 'money' ? definition.max : undefined;
    return { fact, from, value: most === undefined ? anyOf(known, each.length) : sumOf(known, each.length, most) };
  });
}

/** A sum the vocabulary would not take from anybody is not taken from records either. */
function sumOf(known: readonly PersonFigure[], people: number, most: number): FactValue | null {
  if (known.length < people) return null;
  const sum = known.reduce((total, { value }) => total + Number(value), 0);
  return sum <= most ? sum : null;
}

function anyOf(known: readonly PersonFigure[], people: number): FactValue | null {
  const [only] = known;
  if (people === 1 && only) return only.value;
  if (known.some(({ value }) => value === true)) return true;
  const together = known.reduce((total, { count = 0 }) => total + count, 0);
  return known.length === people && known.every(({ value }) => value === false) && together <= 1 ? false : null;
}
