import { Injectable } from '@nestjs/common';
import { People, type VerifiedPerson } from '../identity/people.port';
import { SlotInventory, type SlotWindow } from '../slot-inventory/slot-inventory.port';
import type { Booking, BookingParty } from './bookable-service.port';
import { bookingWords } from './booking-words';
import type { OpenedBooking, OpenedParty } from './bookings.repository';
import type { Whose } from './whose';

/** Bookings with the names of their people and their window, as services see them. */
@Injectable()
export class BookingPeople {
  constructor(
    private readonly people: People,
    private readonly inventory: SlotInventory,
  ) {}

  async toBooking(opened: OpenedBooking): Promise<Booking> {
    const { id, number, service, kind, state, site, windowId } = opened.row;
    const [window, parties] = await Promise.all([this.windowOf(windowId), this.partiesOf(opened)]);
    return { id, number, service, kind, state, site, window, parties, details: opened.details };
  }

  async partiesOf({ parties }: OpenedBooking): Promise<readonly BookingParty[]> {
    return Promise.all(parties.map((party) => this.partyOf(party)));
  }

  /** Who is at a phone. */
  async whose(accountId: string): Promise<Whose> {
    const person = await this.people.findOf(accountId);
    return { accountId, ...(person && { personId: person.personId }) };
  }

  /** Who does something in their own name. @throws Problem 403 `identity.required`, `consent.required` */
  acting(accountId: string): Promise<VerifiedPerson> {
    return this.people.acting(accountId, bookingWords.realName);
  }

  /** Windows are never deleted. */
  async windowOf(id: string): Promise<SlotWindow> {
    const window = await this.inventory.findWindow(id);
    if (!window) throw new Error(`there is no window ${id} any more`);
    return window;
  }

  private async partyOf({ row, phone }: OpenedParty): Promise<BookingParty> {
    const { personId, role, accountId, way, confirmedAt } = row;
    const person = await this.people.find(personId);
    if (!person) throw new Error(`nobody knows person ${personId} any more`);
    return {
      ...person,
      role,
      ...(accountId !== null && { accountId }),
      ...(phone !== undefined && { phone }),
      ...(way !== null && { way }),
      ...(confirmedAt !== null && { confirmedAt }),
    };
  }
}
