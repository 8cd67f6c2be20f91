import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { BookingEnds } from './booking-ends.service';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { lockedBooking, mustNotHaveBegun } from './kept-booking';

/** One of its people no longer wants it. */
@Injectable()
export class Cancelling {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly ends: BookingEnds,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `booking.not-now`, `booking.too-late` */
  async cancel(id: string): Promise<OpenedBooking> {
    const opened = await lockedBooking(this.bookings, id);
    mustNotHaveBegun(opened, this.clock.now());
    return this.ends.end(opened, { move: 'cancel', act: 'cancelled' });
  }
}
