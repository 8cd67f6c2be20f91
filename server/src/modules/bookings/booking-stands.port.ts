import type { BookingState } from '@jinmen/shared/bookings/views';

/** Where a booking stands with its time, for a page of its service that shows it among other things. */
export interface BookingStand {
  readonly number: string;
  readonly state: BookingState;
  readonly windowId: string;
  /** Of `held`: until when it is kept for them. */
  readonly heldUntil?: Date;
  /** Of `displaced`: what is kept for them first, and what is offered beside it; until when. */
  readonly offers?: { readonly kept?: string; readonly others: readonly string[]; readonly until: Date };
}

export abstract class BookingStands {
  abstract find(id: string): Promise<BookingStand | undefined>;
}
