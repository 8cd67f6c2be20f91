import type { VerdictCode } from '../eligibility/assessment';
import type { Source } from '../kernel/source';

/** How far a programme is settled; an unlikely one is never in a plan. */
export type Standing = Exclude<VerdictCode, 'unlikely'>;

/**
 * What to apply for together, in which order, and what became of the rest (一表多策). Codes and reasons, no sentences but
 * the relations' own `why`. Every candidate stands in exactly one of `apply`, `instead` and `later` (where its outlook is
 * not `waiting`); nothing here refuses anybody: only an office does.
 */
export interface Plan {
  /** Some of it rests on questions not answered yet. */
  readonly open: boolean;
  /** The best lawful set, in the order to act. */
  readonly apply: readonly PlanStep[];
  /** Candidates that may not be had beside the chosen ones. */
  readonly instead: readonly LeftOut[];
  /** What waits for the result of another. */
  readonly later: readonly Waiting[];
  /** What to look at next where something is unlikely; always a step of `apply`. */
  readonly next: readonly FallBack[];
  /** Pairs in play of which nobody has published whether both may be had. */
  readonly ask: readonly Unsettled[];
  /** What the household has already. */
  readonly held: readonly string[];
}

/** What one programme says about another, for a resident, with where it is written. */
export interface Said {
  readonly other: string;
  readonly why: string;
  readonly source: Source;
}

export interface PlanStep {
  readonly programme: string;
  readonly standing: Standing;
  /** The candidates it was chosen over; empty: nothing stands against it. */
  readonly over: readonly string[];
  /** Steps before it whose result it waits for. */
  readonly after: readonly string[];
  /**
   * Earlier steps, or what is held, that may be had beside it where a resident would doubt it; first those that may not
   * be had by one person, while nobody knows whether one is meant.
   */
  readonly beside: readonly Said[];
  /** Held now, and given up only once this one is granted. */
  readonly replaces: readonly Said[];
}

export interface LeftOut {
  readonly programme: string;
  readonly standing: Standing;
  readonly because: readonly Choice[];
  /** None of the chosen ones is certain: this is what to take if they are not granted. */
  readonly ifNotGranted: boolean;
}

export interface Choice extends Said {
  /** `other` is the chosen one. */
  readonly by: ChosenBy;
}

/**
 * Why one of two goes first: the rules' own order · it pays more, whatever the open sizes are · which pays more is for an
 * office to say · more in all, with another one · the other still needs answers.
 */
export type ChosenBy = 'rule' | 'pays-more' | 'open-amount' | 'pays-more-together' | 'unanswered';

export interface Waiting {
  readonly programme: string;
  readonly standing: Standing;
  /** While `waiting`, the steps it waits for; else all it could have waited for. */
  readonly for: readonly string[];
  /** `unlikely`: none of those seems to fit, so this one hardly can. `not-in-plan`: the plan has none of them. */
  readonly outlook: 'waiting' | 'not-in-plan' | 'unlikely';
  readonly why: string;
  readonly source: Source;
}

export interface FallBack {
  readonly from: string;
  readonly to: string;
  readonly why: string;
  readonly source: Source;
}

export interface Unsettled {
  readonly pair: readonly [string, string];
  /** Whom to ask: the phone of the programme that says it is unsettled. */
  readonly phone: string;
  readonly why: string;
  readonly source: Source;
}
