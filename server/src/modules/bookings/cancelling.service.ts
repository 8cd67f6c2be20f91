import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { BookingEnds } from './booking-ends.service';
import { BookingPeople } from './booking-people.service';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { lockedBooking, mustNotHaveBegun } from './kept-booking';
import { countsAgainst } from './whose';

/** One of its people no longer wants it. */
@Injectable()
export class Cancelling {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly ends: BookingEnds,
    private readonly clock: Clock,
  ) {}

  /** It counts as `countsAgainst` says. @throws Problem 409 `booking.not-now`, `booking.too-late` */
  async cancel(id: string, accountId: string): Promise<OpenedBooking> {
    const opened = await lockedBooking(this.bookings, id);
    mustNotHaveBegun(opened, this.clock.now());
    const by = countsAgainst(opened, await this.people.whose(accountId));
    return this.ends.end(opened, { move: 'cancel', act: 'cancelled', ...(by !== undefined && { by }) });
  }
}
