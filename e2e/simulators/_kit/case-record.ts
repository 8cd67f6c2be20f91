import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** A fact as the applicant declared it: shown to the clerk, interpreted by nobody. */
export interface Declared {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

export type Per = 'household-month' | 'person-month' | 'once';

export type Decision =
  | { readonly outcome: 'approved'; readonly yuan?: string; readonly per?: Per; readonly fromMonth?: string }
  | {
      readonly outcome: 'refused';
      readonly clause: string;
      /** Its number in the list of clauses both sides know. */
      readonly clauseNo?: string;
    };

export interface CaseItem {
  /** The bureau's own code. */
  readonly programme: string;
  readonly declared: readonly Declared[];
  state: 'open' | 'decided' | 'withdrawn';
  decision?: Decision & { readonly on: CivilDate };
}

export interface Person {
  readonly name: string;
  readonly idNumber: string;
}

export interface Check {
  readonly checkNo: string;
  readonly on: string;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly from: string }[];
  /** Why there are no figures. */
  readonly impossible?: string;
}

/** What a bureau was given to open a case with. */
export interface NewCase {
  readonly caseNo: string;
  readonly office: { readonly code: string; readonly name: string };
  readonly applicant: Person & { readonly phone: string; readonly address: string };
  readonly members: readonly (Person & { readonly relation: string })[];
  readonly items: readonly Pick<CaseItem, 'programme' | 'declared'>[];
  readonly statement?: string;
  readonly papers: readonly string[];
  /** Whether the means check is authorised; absent where the bureau is not told. */
  readonly meansAuthorised?: boolean;
}

/** One line of what happened at the desk; with an event id it was told to the BFF. */
export interface HistoryLine {
  readonly at: string;
  readonly text: string;
  readonly eventId?: string;
}

export interface CaseRecord extends Omit<NewCase, 'items'> {
  readonly flowNo: string;
  readonly filedAt: string;
  readonly items: CaseItem[];
  readonly checks: Check[];
  readonly history: HistoryLine[];
  /** What common messages left here, by matter (`common/`). */
  readonly matters: Record<string, unknown>;
  acceptedOn?: CivilDate;
  paperRequest?: { readonly papers: { readonly name: string; receivedOn?: CivilDate }[]; readonly by: CivilDate };
  visitedOn?: CivilDate;
  publicised?: { readonly from: CivilDate; readonly until: CivilDate };
}

/** What a clerk does that the BFF is told of. */
export type CaseEvent =
  | { readonly kind: 'accepted'; readonly on: CivilDate }
  | { readonly kind: 'papers-requested'; readonly papers: readonly string[]; readonly by: CivilDate }
  | { readonly kind: 'papers-received'; readonly papers: readonly string[] }
  | { readonly kind: 'visited'; readonly on: CivilDate }
  | { readonly kind: 'publicised'; readonly from: CivilDate; readonly until: CivilDate }
  | { readonly kind: 'decided'; readonly programme: string; readonly decision: Decision; readonly on: CivilDate };

/** Nothing more can come of a case whose every item is decided or withdrawn. */
export function isClosed({ items }: CaseRecord): boolean {
  return items.every(({ state }) => state !== 'open');
}

export function isWithdrawn({ items }: CaseRecord): boolean {
  return items.every(({ state }) => state === 'withdrawn');
}
