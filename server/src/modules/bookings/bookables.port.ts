import type { WindowView } from '@jinmen/shared/bookings/views';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService, BookingRefusal } from './bookable-service.port';
import type { LimitedWish } from './cancel-limits/cancel-limits.service';

/** The services that can be booked, and their windows as residents see them. */
export abstract class Bookables {
  abstract find(service: string): BookableService | undefined;

  /** Why somebody may not have a new booking for now, whatever its time: nobody should wait for what they cannot have. */
  abstract refusedForNow(wish: LimitedWish): Promise<BookingRefusal | undefined>;

  /** At this moment. */
  abstract windowView(window: SlotWindow): WindowView;
}
