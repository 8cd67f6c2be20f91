import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { IdMark } from '../../platform/audit/staff-duty.port';
import { Problem } from '../../platform/http/problem';

/** A person the identity bureau confirmed. Holds the name and number whole: mask them before they leave the server. */
export interface VerifiedPerson {
  /** Random, the same on every phone this person verifies on. */
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
  readonly verifiedAt: Date;
}

/** A person the bureau confirmed, whether or not they have a phone here. */
export type KnownPerson = Omit<VerifiedPerson, 'verifiedAt'>;

/** What somebody whom no bureau confirmed is told; the phone shows the way to it. */
export function realNameRequired(words: string): Problem {
  return new Problem(403, 'identity.required', words);
}

/** Who stands behind an account. */
export abstract class People {
  /**
   * Who does something in their own name now: a bureau confirmed it, and their yes to its use stands (PIPL 15). The one
   * question before anything new is done; ask it inside the transaction of the act. Looking at what one has and ending
   * it need no yes: `findOf`.
   * @param words what somebody whom no bureau confirmed is told.
   * @throws Problem 403 `identity.required`, or `consent.required` with member `purpose`.
   */
  abstract acting(accountId: string, words: string): Promise<VerifiedPerson>;

  /**
   * The same of many at once, each with their person or with what refuses them: two reads however many they are. A yes
   * taken back in the same moment counts from the next call.
   */
  abstract allActing(
    accountIds: readonly string[],
    words: string,
  ): Promise<ReadonlyMap<string, VerifiedPerson | Problem>>;

  /**
   * None until the identity bureau confirmed a name and number on this account. Says nothing of whether they still let
   * it be used.
   */
  abstract findOf(accountId: string): Promise<VerifiedPerson | undefined>;

  /** The same of many at once, by account; an account without a confirmed person is not among them. */
  abstract findAllOf(accountIds: readonly string[]): Promise<ReadonlyMap<string, VerifiedPerson>>;

  /**
   * The person behind this account where all that is kept of them by who they are may be read: on the one they confirmed
   * themself on first, of those not deleted. None on a later one, for who knows a name and a number can confirm them on a
   * phone of their own (security.md T7). What an account holds itself, and acting on it, need only `findOf`, `acting`.
   */
  abstract reaching(accountId: string): Promise<VerifiedPerson | undefined>;

  /** Whom `reaching` tells, by their id alone: nothing of theirs is opened for it. */
  abstract reachedBy(accountId: string): Promise<string | undefined>;

  /** The account that reaches this person, as `reaching` says; none of somebody without a phone here. */
  abstract firstOf(personId: string): Promise<string | undefined>;

  /** The person with this id, if the bureau ever confirmed one. */
  abstract find(personId: string): Promise<KnownPerson | undefined>;

  /** The person with this number, if the bureau ever confirmed one. */
  abstract findByIdNumber(idNumber: string): Promise<KnownPerson | undefined>;

  /** Where a number stands in the index of people, under every key in use: to be kept instead of the number. */
  abstract marksOf(idNumber: string): readonly IdMark[];

  /**
   * Every account this person has confirmed themself on, the last one first and the one that reaches them last; none of
   * somebody without a phone here.
   */
  abstract accountsOf(personId: string): Promise<readonly string[]>;

  /**
   * An account was deleted that was these people's: whoever confirmed themself next reaches them from now on. In the
   * transaction of the deletion, once the account is theirs no more.
   */
  abstract left(accountId: string, personIds: readonly string[]): Promise<void>;

  /** Keeps somebody whose name and number the bureau has just confirmed, and says who it is. Inside a transaction. */
  abstract record(name: string, idNumber: string): Promise<string>;
}
