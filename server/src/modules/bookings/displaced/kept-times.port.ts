import type { SlotWindow } from '../../slot-inventory/slot-inventory.port';
import type { Booking } from '../bookable-service.port';

/** Other times for a booking that lost its place. */
export interface KeptTimes {
  /** By the order they are offered in. `kept`: for them before anybody else; else as long as there is room. */
  readonly times: readonly { readonly window: SlotWindow; readonly kept: boolean }[];
  /** Until when they are kept; with none kept, until when they can be chosen. */
  readonly until: Date;
}

/** What is kept for displaced bookings. A provider of the bookings module; the flow of a booking asks it. */
export abstract class KeptForDisplaced {
  /** None once it has a place again, or when the time it was kept for is past. */
  abstract find(bookingId: string): Promise<KeptTimes | undefined>;

  /**
   * Its hold is the booking's own from here on: inside the caller's transaction, which holds the booking's row. None when
   * it was not kept for it, or not for so long.
   */
  abstract handOver(bookingId: string, windowId: string): Promise<string | undefined>;

  /** The same times for what the booking takes now; `full` changes nothing. */
  abstract resize(booking: Booking): Promise<'done' | 'full' | 'not-possible'>;
}
