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

/**
 * Everything that is missing in one list. Which papers stand on it never changes within a version: whoever asks for one
 * more makes the next version, with all that is still missing.
 */
export interface PaperRequest {
  /** From 1. */
  readonly version: number;
  readonly askedOn: CivilDate;
  readonly by: CivilDate;
  readonly papers: readonly AskedPaper[];
  /** Where the case goes on once everything is there. */
  readonly resume: CaseState;
  /** `false`: everything is there, or the bureau went on without. */
  readonly open: boolean;
}

export interface AskedPaper {
  readonly name: string;
  readonly received: boolean;
  /** It came, and nobody at the office could read it: it is asked for again. */
  readonly unreadable?: true;
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
  | { readonly kind: 'paper-unreadable'; readonly paper: string; readonly by: CivilDate }
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
