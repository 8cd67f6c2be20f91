import type { CivilDate } from '@jinmen/shared/kernel/civil-date';

/** A person the identity bureau confirmed. Holds the name and number whole: mask them before they leave the server. */
export interface VerifiedPerson {
  /** Random, the same on every phone this person verifies on. */
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birth: CivilDate;
  readonly verifiedAt: Date;
}

/** Who stands behind an account. */
export abstract class People {
  /** None until the identity bureau confirmed a name and number on this account. */
  abstract findOf(accountId: string): Promise<VerifiedPerson | undefined>;
}
