import type { UrgentKind } from './kinds';

/**
 * - `waiting`: nobody has looked at it yet. `seen`: somebody has. `over`: help was given, or somebody closed it.
 */
export type UrgentState = 'waiting' | 'seen' | 'over';

/**
 * What happened to it. From here: `asked`, `escalated` (nobody looked in time), `looked-at` and `closed` (at `/staff`).
 * About its way to the bureau: `arrived` there, `undelivered` (a person takes it on by hand). From the bureau:
 * `contacted`, `visited`, `helped`, `handed-on`.
 */
export const URGENT_STEPS = [
  'asked',
  'arrived',
  'undelivered',
  'escalated',
  'looked-at',
  'contacted',
  'visited',
  'helped',
  'handed-on',
  'closed',
] as const;

export type UrgentStepKind = (typeof URGENT_STEPS)[number];

export interface UrgentStepView {
  readonly at: string;
  readonly kind: UrgentStepKind;
  /** What a resident reads. */
  readonly words: string;
}

/** What whoever asked had said. Only they are told it: the holder of its secret, or of its account. */
export interface UrgentSaid {
  readonly name?: string;
  /** For somebody else, who is meant by `name` and the place. */
  readonly forSomebodyElse: boolean;
  /** Code of `places`. */
  readonly street?: string;
  readonly place?: string;
  readonly kinds: readonly UrgentKind[];
  readonly words?: string;
  readonly phone?: string;
  /** Instead of a phone: where to come. */
  readonly findAt?: string;
}

export interface UrgentView {
  readonly id: string;
  /** Short, to be said on the telephone: `JN-7KQ2M9`. */
  readonly number: string;
  readonly at: string;
  readonly state: UrgentState;
  /** Where it stands and what to do now, in a resident's words. */
  readonly now: string;
  /** The oldest first. */
  readonly steps: readonly UrgentStepView[];
  readonly said: UrgentSaid;
}

export interface UrgentListView {
  readonly items: readonly UrgentView[];
}
