import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import type { GuardedRelation, GuardianshipWait } from '@jinmen/shared/residents/guardianship';

/** A child or ward, whole: mask name and number before they leave the server. */
export interface Guarded {
  readonly id: string;
  readonly personId?: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
  readonly relation: GuardedRelation;
  readonly livesTogether: boolean;
  /** What keeps their guardian from handing anything in for them today; none: nothing. */
  readonly waits?: GuardianshipWait;
}

/** Whose guardian somebody is. */
export abstract class Dependants {
  /**
   * None for somebody else's, or one taken off the list. Inside a transaction what it says holds until the end: whoever
   * takes the child off the list or takes the consent back meanwhile waits.
   */
  abstract find(accountId: string, dependantId: string): Promise<Guarded | undefined>;

  /** Everybody on the list of this account, in the order they were put there. */
  abstract of(accountId: string): Promise<readonly Guarded[]>;
}

/** One entry as the street reads it beside the paper: whole, because it is compared sign by sign. */
export interface GuardianshipToConfirm {
  readonly id: string;
  readonly guardian: { readonly name: string; readonly idNumber: string };
  readonly ward: { readonly name: string; readonly idNumber: string; readonly age: number };
  readonly relation: GuardedRelation;
}

/** Where a paper is looked at: household book, birth certificate, a court's decision. Every look and act is audited. */
export abstract class GuardianshipDesk {
  /** @param code what the guardian shows. @throws Problem 404 `guardianship.unknown-code`. */
  abstract find(staffId: string, code: string): Promise<GuardianshipToConfirm>;

  /** @throws Problem 404 `guardianship.unknown-code`, also once it is confirmed. */
  abstract confirm(staffId: string, code: string, reason: string): Promise<void>;
}
