import type { Booking, BookingPerson, BookingRefusal } from './bookable-service.port';

/** What came of something said about a booking from outside (a desk, a bureau). */
export type BookingOutcome = 'done' | 'already' | 'not-possible' | 'unknown';

/** A place for somebody who did not just ask for it: nobody is there to read a refusal. */
export interface PlaceFor {
  readonly service: string;
  readonly kind: string;
  readonly windowId: string;
  readonly person: BookingPerson;
  /** None of somebody without a phone here. */
  readonly accountId?: string;
  /** The number to call them at. */
  readonly phone?: string;
  /** As `POST /bookings` takes them. */
  readonly details: Readonly<Record<string, unknown>>;
  /** It is `held` until then, longer than one somebody makes themselves; or theirs at once, where one person is enough. */
  readonly until: Date | 'confirmed';
  /** Ignores opening and cut-off times and may use what is held back. */
  readonly byStaff?: true;
  /** Units that rest are taken when nothing else is free: for a waiting list. */
  readonly fromResting?: true;
}

export type PlaceOutcome =
  | { readonly kind: 'held' | 'confirmed'; readonly booking: Booking }
  /** A window is full, closed, over or not open yet. */
  | { readonly kind: 'no-place' }
  /** They have an active booking already (a quota key), or the service does not admit them: somebody else's turn. */
  | { readonly kind: 'not-them'; readonly code: string };

/** Another time for a booking that lost its own, theirs before anybody else's. */
export interface KeptPlace {
  readonly windowId: string;
  readonly until: Date;
  /** Also before it opens, and out of what is held back. */
  readonly byStaff?: true;
}

/** The life of bookings, for the modules of their services. Each inside the caller's transaction, unless it says otherwise. */
export abstract class Bookings {
  abstract find(id: string): Promise<Booking | undefined>;

  /** By the number somebody says at a desk of a service: one sign wrong may be another service's, which nobody has there. */
  abstract findByNumber(service: string, number: string): Promise<Booking | undefined>;

  /** A desk of the service scanned the pass. Not a cancelled one, nor one of another day. */
  abstract checkIn(service: string, number: string, at: Date): Promise<BookingOutcome>;

  /** The second person came to a desk, ID in hand, before the invitation expired. The refusal is told to them alone. */
  abstract confirmAtDesk(
    service: string,
    number: string,
    partner: BookingPerson,
  ): Promise<BookingOutcome | BookingRefusal>;

  /** A no-show was excused, or a check-in was forgotten. */
  abstract excuse(service: string, number: string, why: string): Promise<BookingOutcome>;

  /** Those with units in these windows keep their booking without a place: `displaced`, told once each. */
  abstract displace(windowIds: readonly string[], why: string): Promise<number>;

  /** What these have booked of a kind and may still go to, in the order locks are taken in. */
  abstract aheadOf(personIds: readonly string[], service: string, kind: string): Promise<readonly Booking[]>;

  /** What it was booked for is no more: it is cancelled, and each of its people is told, with `why` in words they read. */
  abstract callOff(id: string, why: string): Promise<BookingOutcome>;

  /**
   * For somebody who does not hold it themselves: a waiting list, an organiser, a desk. Nothing is left of one that fails
   * but units that rest.
   */
  abstract placeFor(wish: PlaceFor): Promise<PlaceOutcome>;

  /** The booking with its row locked: before whatever its service locks of its own, and windows. */
  abstract findForUpdate(id: string): Promise<Booking | undefined>;

  /**
   * What it takes has changed (`linesOf`): all its lines anew, or `full` and nothing changed. Of a displaced one, of the
   * time that is kept for it.
   */
  abstract resize(id: string): Promise<'done' | 'full' | 'not-possible' | 'unknown'>;

  /**
   * Another time for a displaced booking, kept with all its lines; `others` are offered beside it and not kept. What was
   * kept or offered before is not any more. Without `kept` nothing was found, and it still counts as planned for. `full`
   * and `not-possible` (it has a place again, or is over) change nothing.
   */
  abstract keepFor(
    id: string,
    kept: KeptPlace | undefined,
    others: readonly string[],
  ): Promise<'kept' | 'full' | 'not-possible'>;

  /** The displaced of a service for whom no time is kept now; in the order locks are taken in. */
  abstract displacedOf(service: string): Promise<readonly Booking[]>;

  /** Somebody for whom it was taken where no phone of theirs was known has one: they are told there from now on. */
  abstract knownOn(id: string, personId: string, accountId: string): Promise<void>;

  /** Whoever has a place in a window and may still come, or came; by their numbers. */
  abstract inWindow(windowId: string): Promise<readonly Booking[]>;

  /** Bookings of somebody that are not over, of every service, in the order locks are taken in. */
  abstract activeOf(personId: string): Promise<readonly Booking[]>;
}
