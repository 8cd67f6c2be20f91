import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { BookableService, Booking, BookingParty, HoldWish } from './bookable-service.port';

/** Whether its service lets all people of a booking have another time of it; nobody is told whom it does not. */
export async function admitsAll(policy: BookableService, booking: Booking, window: SlotWindow): Promise<boolean> {
  for (const party of booking.parties) {
    const refusal =
      party.role === 'holder'
        ? await policy.admit(holdWishOf(booking, party, window))
        : await policy.admitPartner({ ...booking, site: window.pool.site, window }, party);
    if (refusal) return false;
  }
  return true;
}

/** The holder of a booking asks for another window of it. */
export function holdWishOf({ kind, details }: Booking, holder: BookingParty, window: SlotWindow): HoldWish {
  const { accountId } = holder;
  return { kind, details, holder, window, ...(accountId !== undefined && { accountId }) };
}
