import type { WindowView } from '@jinmen/shared/bookings/views';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService } from './bookable-service.port';

/** The services that can be booked, and their windows as residents see them. */
export abstract class Bookables {
  abstract find(service: string): BookableService | undefined;

  /** At this moment. */
  abstract windowView(window: SlotWindow): WindowView;
}
