import type { FarewellRelative } from './farewells.port';

/** Somebody who asks to be part of a farewell, was not taken in, or differs; names and numbers masked. */
export interface UnsettledRelative {
  readonly id: string;
  /** Of the sign-up, `HM-…`. */
  readonly number: string;
  readonly deceased?: string;
  readonly applicant: string;
  readonly phone?: string;
  /** A desk has seen a paper of whoever signed up. */
  readonly papersSeen: boolean;
  readonly hasPlace: boolean;
  readonly name: string;
  readonly relation: string;
  readonly state: FarewellRelative['state'] | 'not-now';
  readonly since: string;
  /** A colleague would hand it over to them: whether that was the one who looks. */
  readonly handing?: { readonly at: string; readonly yours: boolean };
}

export interface UnsettledRelatives {
  readonly items: readonly UnsettledRelative[];
  /** There are more than are shown. */
  readonly more: boolean;
}

/** Families that are not of one mind, as staff see them. Every look and every act is audited; nobody acts on their own. */
export abstract class FamilyDesk {
  /** The longest waiting first; without what is the colleague's own or their family's. */
  abstract list(staffId: string): Promise<UnsettledRelatives>;

  /** Whoever has seen the papers would hand it over to this relative. @throws Problem 403 `staff.own-or-kin`; 404 */
  abstract propose(staffId: string, kin: string, reason: string): Promise<void>;

  /**
   * What they began and wrote themselves is the farewell from now on; a place at sea is given up.
   * @throws Problem 403 `farewell-hand-over.same-colleague`, `staff.own-or-kin`; 409 `…not-proposed`, `…not-now`; 404
   */
  abstract handOver(staffId: string, kin: string, reason: string): Promise<void>;

  /** It stays as it is: who was not taken in is on no list any more until they ask again. @throws Problem 404 */
  abstract leave(staffId: string, kin: string, reason: string): Promise<void>;
}
