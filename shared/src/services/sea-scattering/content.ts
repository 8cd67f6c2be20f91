import type { FieldProblem } from '../../applications/check-field';
import type { CivilDate } from '../../kernel/civil-date';
import type { Ashes, Deceased, FarewellSection, Kinship, SeaCompany, SeaPaperState, SeaWay, SeaWishes } from './views';

/** Who is called, and whether they would rather be called than write. */
export interface FarewellContact {
  readonly phone?: string;
  readonly wantsCalls: boolean;
}

/** All a family said so far, by section. Nothing of it is required to begin. */
export interface FarewellContent {
  readonly way: SeaWay;
  readonly deceased: Deceased;
  readonly ashes: Ashes;
  readonly kinship: Kinship;
  readonly wishes: SeaWishes;
  /** Absent until the family said how many come along. */
  readonly company?: SeaCompany;
  /** What the family said of single papers; the others are brought (`papersOf`). */
  readonly papers: readonly SeaPaperState[];
  readonly contact: FarewellContact;
}

/** Nobody said that the crew may do it: never, until the family does. */
export const EMPTY_FAREWELL: FarewellContent = {
  way: 'collective',
  deceased: {},
  ashes: {},
  kinship: {},
  wishes: { impossible: [], proxy: 'never' },
  papers: [],
  contact: { wantsCalls: false },
};

/** What was given for a section: as it is kept, or what is wrong with it, each at its field. */
export type ReadSection<Section extends FarewellSection = FarewellSection> =
  | { readonly value: FarewellContent[Section] }
  | { readonly problems: readonly FieldProblem[] };

/** Against what a section is read. */
export interface SectionReading {
  readonly before: FarewellContent;
  readonly today: CivilDate;
}

/** Seats it takes aboard: none for 代撒, at least one else, also before the family said how many. */
export function aboardOf({ way, company }: Pick<FarewellContent, 'way' | 'company'>): number {
  return way === 'proxy' ? 0 : Math.max(1, company?.aboard ?? 1);
}

/** As it is shown and counted before the family said anything of it. */
export function companyOf({ way, company }: Pick<FarewellContent, 'way' | 'company'>): SeaCompany {
  return {
    ashore: company?.ashore ?? 0,
    named: company?.named ?? [],
    aboard: aboardOf({ way, ...(company && { company }) }),
  };
}
