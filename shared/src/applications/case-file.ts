import type { CivilDate } from '../kernel/civil-date';
import type { CaseItemView, CaseState } from './views';

/** One application's part at one bureau, as far as its state goes. */
export interface CaseFile {
  readonly state: CaseState;
  readonly items: readonly CaseItem[];
  /** The last complete list of papers an office asked for. */
  readonly papers?: PaperRequest;
  /** Ids of the events that had an effect: one that comes again has none. */
  readonly applied: readonly string[];
}

export interface CaseItem {
  readonly programme: string;
  readonly state: CaseItemView['state'];
}

export interface PaperRequest {
  readonly askedOn: CivilDate;
  readonly by: CivilDate;
  readonly papers: readonly { readonly name: string; readonly received: boolean }[];
  /** Where the case goes on once everything is there. */
  readonly resume: CaseState;
  /** `false`: everything is there, or the bureau went on without. */
  readonly open: boolean;
}

/** Something that happened to a case, by whom it is told, and on which day. */
export type CaseEvent = { readonly id: string; readonly day: CivilDate } & CaseWord;

export type CaseWord =
  /** Ours: a case that was held back left for its bureau, with these programmes. */
  | { readonly kind: 'sent'; readonly programmes: readonly string[] }
  /** The bureau has it · a means check was asked for. */
  | { readonly kind: 'registered' | 'check-requested' }
  /** One more programme left for the bureau, or never will. */
  | { readonly kind: 'item-sent' | 'item-not-filed'; readonly programme: string }
  /** The resident's: these programmes, or all that are not decided. */
  | { readonly kind: 'withdrawn'; readonly programmes?: readonly string[] }
  /** The bureau's. */
  | { readonly kind: 'accepted' | 'visited' }
  | { readonly kind: 'papers-requested'; readonly papers: readonly string[]; readonly by: CivilDate }
  | { readonly kind: 'papers-received'; readonly papers: readonly string[] }
  | { readonly kind: 'publicised'; readonly from: CivilDate; readonly until: CivilDate }
  | {
      readonly kind: 'decided';
      readonly programme: string;
      readonly outcome: 'approved' | 'refused';
      /** The bureau had decided before it heard that it was taken back: the decision stands. */
      readonly notTakenBack?: true;
    }
  /** What was refused is looked at again: the one word that leads back up. */
  | { readonly kind: 'reopened'; readonly programme: string };
