import type { Booking, BookingPerson, BookingRefusal } from './bookable-service.port';

/** What came of something said about a booking from outside (a desk, a bureau). */
export type BookingOutcome = 'done' | 'already' | 'not-possible' | 'unknown';

/** A time for somebody who waited for it and did not just ask: nobody is there to read a refusal. */
export interface WaitingHold {
  readonly service: string;
  readonly kind: string;
  readonly windowId: string;
  readonly accountId: string;
  /** As `POST /bookings` takes them; were read once when they began to wait. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The booking is `held` until then, longer than one somebody makes themselves. */
  readonly until: Date;
}

export type WaitingHoldOutcome =
  | { readonly kind: 'held'; readonly booking: Booking }
  /** The window is full, closed, over or not open yet. */
  | { readonly kind: 'no-place' }
  /** They have an active booking already (a quota key), or the service does not admit them: somebody else's turn. */
  | { readonly kind: 'not-them'; readonly code: string };

/** The life of bookings, for the modules of their services. Each inside the caller's transaction, unless it says otherwise. */
export abstract class Bookings {
  abstract find(id: string): Promise<Booking | undefined>;

  abstract findByNumber(number: string): Promise<Booking | undefined>;

  /** The desk scanned the pass. Not a cancelled one, nor one of another day. */
  abstract checkIn(number: string, at: Date): Promise<BookingOutcome>;

  /** The second person came to a desk, ID in hand, before the invitation expired. The refusal is told to them alone. */
  abstract confirmAtDesk(number: string, partner: BookingPerson): Promise<BookingOutcome | BookingRefusal>;

  /** A no-show was excused, or a check-in was forgotten. */
  abstract excuse(number: string, why: string): Promise<BookingOutcome>;

  /** Those with units in these windows keep their booking without a place: `displaced`, told once each. */
  abstract displace(windowIds: readonly string[], why: string): Promise<number>;

  /** What these have booked of a kind and may still go to, in the order locks are taken in. */
  abstract aheadOf(personIds: readonly string[], service: string, kind: string): Promise<readonly Booking[]>;

  /** What it was booked for is no more: it is cancelled, and each of its people is told, with `why` in words they read. */
  abstract callOff(id: string, why: string): Promise<BookingOutcome>;

  /** A `held` booking out of free or resting units, inside the caller's transaction. Nothing is left of one that fails. */
  abstract holdForWaiting(hold: WaitingHold): Promise<WaitingHoldOutcome>;
}
