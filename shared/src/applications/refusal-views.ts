import type { Clause, VerdictCode } from '../eligibility/assessment';
import type { FactValue } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import type { Source } from '../kernel/source';
import type { StandardRow } from '../standards/standard';

/** Of a refusal: what it rests on, in the bureau's words, and which clause of ours that is. */
export interface RefusedClause {
  readonly text: string;
  /** The number of our clause, where it is known; without one nobody says which clause it was. */
  readonly id?: string;
  readonly source?: Source;
}

export type FigureOrigin = 'declared' | 'verified' | 'corrected';

/** One figure that was used, and where it came from. */
export interface FigureView {
  readonly fact: string;
  readonly label: string;
  /** `null` = 不清楚. */
  readonly value: FactValue | null;
  readonly origin: FigureOrigin;
  /** The office whose figure it is; absent for what the resident declared. */
  readonly from?: string;
  /** What the resident declared, where another figure stands instead. */
  readonly said?: FactValue | null;
}

/** The clause that decided as our rules read it, on the figures above. */
export interface DecidingClause {
  readonly clause: Clause;
  /** The published figures behind its limit, with source and first day in force; none where nobody published one. */
  readonly standards: readonly Pick<StandardRow, 'key' | 'value' | 'unit' | 'from' | 'source'>[];
  readonly asOf: CivilDate;
  /**
   * `bureau`: it is the one the bureau named. `ours`: the bureau's words fit no clause, so it is what our rules hold
   * against it: a guess, to be shown as one.
   */
  readonly named: 'bureau' | 'ours';
  /** On the figures here the clause is met or open: the bureau went by another figure, which is worth asking about. */
  readonly puzzling?: true;
}

/**
 * Something that would alter the answer and may be said to anybody.
 * - `tell`: it is so already and was not counted · `assess`: an office has to look at it first
 * - `apply-first`: another programme leads there · `wait`: time alone brings it
 */
export interface ChangeView {
  readonly how: 'tell' | 'assess' | 'apply-first' | 'wait';
  readonly text: string;
  readonly facts: readonly { readonly fact: string; readonly to: FactValue }[];
  /** Of `apply-first`. */
  readonly programme?: string;
  /** What the answer would be. */
  readonly makes: VerdictCode;
}

/** Everything about one refusal that a resident may want to know, but for what to do. */
export interface RefusalView {
  readonly figures: readonly FigureView[];
  readonly deciding?: DecidingClause;
  readonly changes: readonly ChangeView[];
}

/** What can be done after a refusal, the best first. */
export type WayOn =
  /** The figures an office found: say that one is wrong. */
  | { readonly kind: 'correct'; readonly facts: readonly string[] }
  /** Another programme that is plausible on what is known now. */
  | {
      readonly kind: 'apply';
      readonly programme: string;
      readonly verdict: VerdictCode;
      readonly why: string;
      readonly source?: Source;
      /** It is for one person of the family alone (单人保, J7). */
      readonly forOne?: true;
      /** With `forOne`: whoever of this household the resident is the guardian of. Names are masked. */
      readonly wards?: readonly { readonly dependant: string; readonly name: string }[];
    }
  /** The same programme anew, with what was told wrongly or not at all, or has changed. */
  | { readonly kind: 'again'; readonly facts: readonly string[] }
  /** Nothing is known of the household: look what there is. */
  | { readonly kind: 'look' }
  | { readonly kind: 'ask' }
  | { readonly kind: 'appeal'; readonly until: CivilDate };
