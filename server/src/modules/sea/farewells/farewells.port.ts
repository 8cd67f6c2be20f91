import type { FarewellContent } from '@jinmen/shared/services/sea-scattering/content';
import type { FarewellState, SeaPaper } from '@jinmen/shared/services/sea-scattering/views';
import type { BookingPerson } from '../../bookings/bookable-service.port';

/** Another of the family, as staff and the vessel desk see them. */
export interface FarewellRelative {
  readonly id: string;
  readonly personId: string;
  readonly accountId?: string;
  readonly name: string;
  readonly relation: string;
  readonly state: 'asks' | 'silent' | 'agrees' | 'differs';
  readonly words?: string;
}

/** A farewell opened: names and numbers are whole, mask them before they leave the server. */
export interface Farewell extends Omit<FarewellContent, 'contact'> {
  readonly id: string;
  /** `HM-7KQ2M9` */
  readonly number: string;
  readonly state: FarewellState;
  readonly version: number;
  /** Who signed up; of a draft whoever begins it, once the identity bureau has confirmed them. */
  readonly applicant?: BookingPerson;
  /** None of one that a desk signed up and nobody has looked at on a phone yet. */
  readonly accountId?: string;
  readonly phone?: string;
  readonly wantsCalls: boolean;
  readonly kin: readonly FarewellRelative[];
  /** Seats it takes: 0 for 代撒. */
  readonly aboard: number;
  /** Its active place on a voyage. */
  readonly bookingId?: string;
  /** Somebody of the family differs: it is not placed and does not sail by itself; a person calls them. */
  readonly contested: boolean;
  readonly createdAt: Date;
  readonly signedUpAt?: Date;
}

/** A family that telephoned or came to the desk: the same record as one made on a phone. */
export interface DeskSignUp {
  /** The desk’s own; told twice, it is one farewell. */
  readonly reference: string;
  /** Whose identity the desk has looked at. */
  readonly applicant: { readonly name: string; readonly idNumber: string };
  readonly phone: string;
  /** What the desk has held in its hands. */
  readonly papersSeen?: readonly SeaPaper[];
  /** As `PATCH /farewells/:id` takes them; what cannot be read is left out and stays open. */
  readonly sections: Readonly<Partial<Record<keyof Omit<FarewellContent, 'contact'>, unknown>>>;
}

/** What relief may take over, by the names of `shared/src/facts/farewell-facts.ts`; nothing is made up for what is unsaid. */
export type FarewellFacts = Readonly<Record<string, string | boolean>>;

/** Farewells, for the voyage, the organiser, the bureau and the vessel. */
export abstract class Farewells {
  abstract find(id: string): Promise<Farewell | undefined>;

  /** Nobody else changes it until the open transaction ends. Lock it before windows. */
  abstract findForUpdate(id: string): Promise<Farewell | undefined>;

  abstract findByNumber(number: string): Promise<Farewell | undefined>;

  /** Whose place this booking is, also when it is no longer active. */
  abstract ofBooking(bookingId: string): Promise<Farewell | undefined>;

  /** Signed up and without an active booking, the longest waiting first: for the organiser’s round and the call list. */
  abstract unplaced(): Promise<readonly Farewell[]>;

  /** Those in which somebody differs, or asked and was not taken in: a person calls, the longest waiting first. */
  abstract contested(): Promise<readonly Farewell[]>;

  /**
   * Inside the caller’s transaction. When the family is signed up already, that farewell is returned, with whoever
   * telephoned among its kin: never a second one for the same person. It is theirs where the desk has seen papers of the
   * death and of the kinship, and nobody any of whoever signed up before.
   */
  abstract signUpByDesk(given: DeskSignUp): Promise<Farewell>;

  /** Someone at a desk or a funeral home has looked at it. */
  abstract paperSeen(id: string, paper: SeaPaper): Promise<void>;

  /** The vessel reported it. Told again, it stays as it is. */
  abstract scattered(id: string): Promise<void>;

  /** What somebody typed of the one who died, of the farewell they signed up last; none of those they only belong to. */
  abstract factsOf(accountId: string): Promise<FarewellFacts>;
}
