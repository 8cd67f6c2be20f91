import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { afterMove } from './booking.machine';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { BookingTurns, type Turn } from './booking-turns.service';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { CancelLimits } from './cancel-limits/cancel-limits.service';
import { FreedUnits } from './freed-units.service';
import { Partners } from './partner/partners.port';

/** What ends with a booking’s place: nothing is asked of anybody any more, its units rest, and it is told. */
@Injectable()
export class BookingEnds {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly partners: Partners,
    private readonly freed: FreedUnits,
    private readonly turns: BookingTurns,
    private readonly cancels: CancelLimits,
    private readonly clock: Clock,
  ) {}

  /** Holding its row. @throws Problem 409 `booking.not-now` before anything was given back. */
  async end(opened: OpenedBooking, turn: Turn): Promise<OpenedBooking> {
    const { state, holdId, service } = opened.row;
    if (afterMove(state, turn.move) === undefined) throw bookingProblems.notNow();
    const booking = await this.people.toBooking(opened);
    await this.partners.forget(booking);
    if (holdId !== null) await this.freed.release(holdId, service, booking.window);
    if (turn.by !== undefined) await this.cancels.count(opened.row, turn.by);
    return this.turns.make(opened, turn);
  }

  /** Its time has come, and its place was used or wasted: only what is asked of anybody ends. Holding its row. */
  async settle(opened: OpenedBooking, turn: Turn): Promise<OpenedBooking> {
    if (afterMove(opened.row.state, turn.move) === undefined) throw bookingProblems.notNow();
    await this.partners.forget(await this.people.toBooking(opened));
    return this.turns.make(opened, turn);
  }

  /** Why nobody came is known, and does not stand against them. Holding its row. */
  excuse(opened: OpenedBooking, why: string): Promise<OpenedBooking> {
    const excusedWhy = this.bookings.sealedExcuse(opened.row.id, why);
    return this.turns.make(opened, { move: 'excuse', change: { excusedAt: this.clock.now(), excusedWhy } });
  }
}
