import { Injectable } from '@nestjs/common';
import { Bookings } from '../bookings/bookings.port';
import type { ReplacedContact, ReplacedService } from './replaced-service.port';
import type { ReplacingMove } from './round.entity';

/** Whom to call about something a round did. */
@Injectable()
export class RoundContacts {
  constructor(private readonly bookings: Bookings) {}

  /** None once they have a place again, or it is over: nobody has to be called then. Whole. */
  async find(service: ReplacedService, { history, bookingId }: ReplacingMove): Promise<ReplacedContact | undefined> {
    const booking = bookingId === null ? undefined : await this.bookings.find(bookingId);
    if (booking && booking.state !== 'displaced' && booking.state !== 'held') return undefined;
    const holder = booking?.parties.find(({ role }) => role === 'holder');
    return (await service.contact(history)) ?? holder;
  }
}
