import type { StaffRole } from '../../platform/auth/current';

/**
 * What the bureau says to a name and a number. Why they were not confirmed is for our audit alone: whoever asked is
 * told the same in every case (security.md T6).
 */
export type IdentityAnswer =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'not-confirmed'; readonly because: 'other-name' | 'no-such-number' | 'deceased' }
  /** No answer, or none that can be read. Says nothing of the person. */
  | { readonly kind: 'unavailable' };

/** Two people, as a register knows them. */
export interface NamedNumber {
  readonly name: string;
  /** Eighteen signs, X in capital. */
  readonly idNumber: string;
}

/** Whether the first stands as parent or guardian of the second. Why not is for our audit alone, as with a name. */
export type KinshipAnswer =
  | { readonly kind: 'yes' }
  | {
      readonly kind: 'not-yes';
      readonly because: 'registered-otherwise' | 'not-known' | 'other-name' | 'no-such-number' | 'deceased';
    }
  | { readonly kind: 'unavailable' };

export type StaffAnswer =
  | {
      readonly kind: 'signed-in';
      readonly name: string;
      readonly role: StaffRole;
      /** Street codes; empty = the whole city. */
      readonly offices: readonly string[];
      /** Their own, so that they are kept from their own things and their family's; eighteen signs. */
      readonly idNumber?: string;
    }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unavailable' };

/** 实名核验: who somebody is, and which of our colleagues. */
export abstract class Identity {
  /** Whether the bureau has an address. */
  abstract readonly connected: boolean;

  /**
   * Whether the register knows this name under this number.
   * @param idNumber eighteen signs, X in capital.
   * @throws Error while a transaction is open.
   */
  abstract verify(name: string, idNumber: string): Promise<IdentityAnswer>;

  /**
   * Whether the household register has them as parent and child, or as guardian and ward.
   * @throws Error while a transaction is open.
   */
  abstract kinship(guardian: NamedNumber, of: NamedNumber, relation: 'child' | 'ward'): Promise<KinshipAnswer>;

  /**
   * Whose work number and one-time code these are. The bureau counts wrong ones itself and locks for a while.
   * @throws Error while a transaction is open.
   */
  abstract signInStaff(workNumber: string, code: string): Promise<StaffAnswer>;
}
