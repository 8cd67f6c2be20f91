import type { SlotWindow } from '../../slot-inventory/slot-inventory.port';

/** Other times kept for a booking that lost its place, for them before anybody else. */
export interface KeptTimes {
  /** By the order they are offered in. */
  readonly windows: readonly SlotWindow[];
  readonly until: Date;
}

/** What is kept for displaced bookings. A provider of the bookings module; the flow of a booking asks it. */
export abstract class KeptForDisplaced {
  /** None once it has a place again, or when the time it was kept for is past. */
  abstract find(bookingId: string): Promise<KeptTimes | undefined>;

  /**
   * Lets go of one of them, at once free, so that the booking itself can hold it: inside the caller's transaction, which
   * holds the booking's row and holds the window next. `false` when it was not kept for it.
   */
  abstract handOver(bookingId: string, windowId: string): Promise<boolean>;
}
