import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** Somebody who is about to be asked about at the identity bureau, as the register writes them. */
export interface AskedPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
}

/** Keeps every question about somebody else within the limits of asking about oneself (security.md T6). */
export abstract class IdentityChecks {
  /** What was typed, put right. @throws Problem 400 with words at `name` and `idNumber`. */
  abstract read(typed: { readonly name: string; readonly idNumber: string }): AskedPerson;

  /**
   * Counts one question of this account about this number, in the transaction that asks it.
   * @throws Problem 429 `identity.too-many` when either has been asked too often today.
   */
  abstract count(accountId: string, idNumber: string): Promise<void>;

  /** A no is never told sooner after it was asked, so that how long it took says nothing about why. */
  abstract untilFloor(began: number): Promise<void>;
}
