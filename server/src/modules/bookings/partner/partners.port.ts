import type { BookingAct, PartnerAskedView, PartnerWay } from '@jinmen/shared/bookings/views';
import type { Booking } from '../bookable-service.port';

/** A time that waits for the other person's yes, held beside the old one. */
export interface ProposedChange {
  readonly holdId: string;
  readonly windowId: string;
  /** Until when a yes counts; then only the new time is freed. */
  readonly until: Date;
  /** Whose word is waited for. */
  readonly asked: 'holder' | 'partner';
}

/** What is asked of the other person now, as it may be seen: it never tells a no from a silence (docs/adr/0019). */
export interface AskedNow {
  readonly asked?: PartnerAskedView;
  readonly change?: ProposedChange;
}

/**
 * What the flow of a booking leaves to the second person's side. Each inside the caller's transaction, which holds the
 * booking's row.
 */
export abstract class Partners {
  /** The first person is done; a yes counts until the instant returned, for which the hold must be kept. */
  abstract ask(booking: Booking, way: PartnerWay): Promise<Date>;

  /** Another time is held; the other one of the two is asked. Until when, at most to either window's cut-off. */
  abstract propose(booking: Booking, holdId: string, windowId: string, by: 'holder' | 'partner'): Promise<Date>;

  abstract now(bookingId: string): Promise<AskedNow>;

  /** What can be done about the second person and a proposed change, by one of the two. */
  abstract acts(booking: Booking, role: 'holder' | 'partner', now: AskedNow): readonly BookingAct[];

  /** The booking is over, or has moved: nothing is asked any more. Holds of a proposed change it gives back itself. */
  abstract forget(booking: Booking): Promise<void>;
}
