import type { FactValue } from '@jinmen/shared/facts/fact';
import type { FactName } from '@jinmen/shared/facts/facts';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { BureauAnswer } from '../platform/bureau-http/bureau-answer';
import type { CaseMessage, CommonEvent, Sent } from './common-messages/common-messages.port';

/** One application's part for one bureau, as it is first filed there. */
export interface FiledCase {
  /** Ours; every later word about the case carries it. */
  readonly caseNo: string;
  /** The street or town that takes it: code of `places`. */
  readonly office: { readonly code: string; readonly name: string };
  readonly applicant: {
    readonly name: string;
    readonly idNumber: string;
    readonly phone: string;
    readonly address: string;
  };
  readonly members: readonly FiledMember[];
  readonly items: readonly FiledItem[];
  readonly statement?: string;
  /** Names of the papers the applicant brings along or later. */
  readonly papers: readonly string[];
  /** Whether 核对授权 was signed. */
  readonly meansAuthorised: boolean;
}

export interface FiledMember {
  readonly name: string;
  readonly idNumber: string;
  readonly relation: 'spouse' | 'child' | 'parent' | 'grandparent' | 'grandchild' | 'sibling' | 'other';
}

/** One programme asked for, with what the applicant said about themselves for it. */
export interface FiledItem {
  readonly programme: string;
  readonly declared: readonly FactLine[];
}

/** One fact as a clerk reads it. `null` = 不清楚. */
export interface FactLine {
  readonly fact: FactName;
  readonly label: string;
  readonly value: FactValue | null;
}

/** What happened to a case at its bureau, in our words. */
export type BureauEvent =
  | { readonly kind: 'accepted'; readonly caseNo: string; readonly on: CivilDate }
  | {
      readonly kind: 'papers-requested';
      readonly caseNo: string;
      readonly papers: readonly string[];
      readonly by: CivilDate;
    }
  | { readonly kind: 'papers-received'; readonly caseNo: string; readonly papers: readonly string[] }
  | { readonly kind: 'visited'; readonly caseNo: string; readonly on: CivilDate }
  | { readonly kind: 'publicised'; readonly caseNo: string; readonly from: CivilDate; readonly until: CivilDate }
  | BureauDecision;

export interface BureauDecision {
  readonly kind: 'decided';
  readonly caseNo: string;
  readonly programme: string;
  readonly outcome: 'approved' | 'refused';
  readonly on: CivilDate;
  /** Of an approval; absent where only a standing is recognised and nothing is paid. */
  readonly amount?: { readonly fen: number; readonly per: 'household-month' | 'person-month' | 'once' };
  /** First day of the first month that is paid. */
  readonly from?: CivilDate;
  /** Of a refusal: what it rests on, in the bureau's words, and the number of the clause where it gives one. */
  readonly clause?: { readonly text: string; readonly id?: string };
}

/**
 * A bureau that takes applications and decides them. Every call is made by an outbox handler, with the message's id as
 * key: the bureau does one thing for one key, however often it is called.
 */
export abstract class ReliefBureau {
  abstract fileCase(key: string, filed: FiledCase): Promise<BureauAnswer>;

  /** One more programme for a case that was filed. */
  abstract addItem(key: string, caseNo: string, item: FiledItem): Promise<BureauAnswer>;

  /** Takes back the named programmes, or the whole case. What was decided cannot be taken back: `rejected`. */
  abstract withdraw(key: string, caseNo: string, programmes?: readonly string[]): Promise<BureauAnswer>;

  /** One common message about a case that was filed: docs/bureaus/common-messages.md. */
  abstract tell(key: string, caseNo: string, message: CaseMessage, sent: Sent): Promise<BureauAnswer>;

  /**
   * A common callback (`isCommonType`) in our words.
   * @throws BureauNonsense naming the place when it cannot be read without guessing.
   */
  abstract readCommonEvent(type: string, body: unknown): CommonEvent;

  /**
   * A callback in our words.
   * @throws BureauNonsense naming the place when it cannot be read without guessing.
   */
  abstract readEvent(type: string, body: unknown): BureauEvent;

  /** The case a callback is about that `readEvent` could not read, if at least that can be. */
  abstract caseIn(body: unknown): string | undefined;
}
