import { addDays, type CivilDate } from '../kernel/civil-date';

/** How long somebody may help with one matter, in days. 示例: no document fixes a term. */
export const MANDATE_TERMS = [30, 90, 180] as const;

/**
 * `checking`: the bureau is asked whether name and number belong together. `waiting`: the person is asked whether they
 * want it. `revoked`: they said no, or stopped it. `ended`: given up, or its last day is over.
 */
export type MandateState = 'checking' | 'not-confirmed' | 'waiting' | 'acting' | 'revoked' | 'ended';

/** `sms`: a code by text message. `call`: the street reads it out. `account`: the person looks into their own phone. */
export const READ_BACK_WAYS = ['sms', 'call', 'account'] as const;
export type ReadBackWay = (typeof READ_BACK_WAYS)[number];

/** `GET /mandates`, for either side; the other one's name is masked. */
export interface MandateView {
  readonly id: string;
  readonly role: 'helper' | 'principal';
  /** Masked: of the person when one helps, of the helper when one is helped. */
  readonly name: string;
  readonly programmes: readonly string[];
  readonly until: CivilDate;
  readonly state: MandateState;
  readonly way: ReadBackWay;
  /** Masked: where the message went. Only the helper sees it, who typed it. */
  readonly phone?: string;
  /** What happens next, in words. */
  readonly words: string;
}

/** The last day of a mandate that begins on this one. */
export function lastDayOf(from: CivilDate, days: number): CivilDate {
  return addDays(from, days);
}

/** What it is on a day: whatever is still open is over after its last day. */
export function mandateStateOn(state: MandateState, until: CivilDate, today: CivilDate): MandateState {
  return today > until && (state === 'waiting' || state === 'acting' || state === 'checking') ? 'ended' : state;
}

/** Whether the helper may see and do what it is for. */
export function helperMay(state: MandateState): boolean {
  return state === 'waiting' || state === 'acting';
}
