import type { FactValue } from '../facts/fact';
import type { CivilDate } from '../kernel/civil-date';
import type { Source } from '../kernel/source';

/** `missing` = not asked yet; `review` = 不清楚, or only an office can know. */
export type Outcome = 'yes' | 'no' | 'missing' | 'review';

/** The phone says 可能符合 for `likely`, never 符合: the decision is the street's. */
export type VerdictCode = 'likely' | 'unlikely' | 'need-facts' | 'needs-review';

/** A number that is not known exactly. An absent end is open. Equal ends = known. */
export interface Interval {
  readonly min?: number;
  readonly max?: number;
}

/** One clause and what decided it, or what still keeps it open. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  readonly source: Source;
  /** The fact or derived number it rests on. */
  readonly fact: string;
  /** The declared value (null = 不清楚), or a derived number's interval; absent = not asked. */
  readonly value?: FactValue | null | Interval;
  /** The limit, the earliest day still in time, or the accepted values on that day; absent = UNKNOWN. */
  readonly threshold?: number | CivilDate | readonly FactValue[];
  /** For a period that begins on a day the resident told: its last day. */
  readonly deadline?: CivilDate;
  readonly outcome: Outcome;
  /** `amount` clauses decide only how much, not whether. */
  readonly decides: 'eligibility' | 'amount';
}

export interface AmountRange extends Interval {
  readonly per: 'household-month' | 'person-month' | 'meal' | 'once';
  readonly text: string;
}

export interface ProgrammeVerdict {
  readonly programme: string;
  readonly verdict: VerdictCode;
  /** Integer fen, if granted, before stacking; none for `unlikely`, none while nothing is known about the size. */
  readonly amount?: AmountRange;
  /** Every clause of the rule in reading order; at least one. */
  readonly clauses: readonly Clause[];
  /** Askable facts that are not asked and still keep something open. */
  readonly missing: readonly string[];
  /** Facts that are unclear or only staff can know, and keep something open. */
  readonly review: readonly string[];
}

export interface NextQuestion {
  readonly id: string;
  readonly facts: readonly string[];
}

export interface Assessment {
  /** Release of the rules + hash of the standard rows in force that day. */
  readonly rulesVersion: string;
  readonly asOf: CivilDate;
  readonly verdicts: readonly ProgrammeVerdict[];
  /** Absent when no open question could change any answer. */
  readonly nextQuestion?: NextQuestion;
  /** Questions that could still matter, but for programmes behind closed doors, or that may hurt and whose own is closed: 还没问. */
  readonly notAsked: readonly NextQuestion[];
}
