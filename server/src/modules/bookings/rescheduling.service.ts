import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../platform/clock';
import type { SlotWindow } from '../slot-inventory/slot-inventory.port';
import { afterMove } from './booking.machine';
import { BookingMoving } from './booking-moving.service';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { holdEnds } from './booking-timers';
import { roleOf } from './booking-views.service';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { allSaidYes, lockedBooking, mustNotHaveBegun } from './kept-booking';
import { OtherTime } from './other-time.service';
import { PolicyRegistry } from './policy-registry';
import { Proposing } from './proposing.service';

/** Another time for a booking: held first, and taken at once unless somebody else has to agree. */
@Injectable()
export class Rescheduling {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly times: OtherTime,
    private readonly moving: BookingMoving,
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
    private readonly proposing: Proposing,
    private readonly clock: Clock,
  ) {}

  /**
   * Another time is asked for in one's own name, as the first was.
   * @throws Problem 400 at `windowId`; 403 `identity.required`, `consent.required`; 409 `booking.not-now`, `booking.too-late`, `booking.same-window`, what keeps a
   * window from being held, and what the service says against the caller on that day.
   */
  async reschedule(id: string, accountId: string, windowId: string): Promise<OpenedBooking> {
    const opened = await lockedBooking(this.bookings, id);
    const { row } = opened;
    if (afterMove(row.state, 'move') === undefined && row.state !== 'displaced') throw bookingProblems.notNow();
    mustNotHaveBegun(opened, this.clock.now());
    if (row.state !== 'displaced' && row.windowId === windowId) throw bookingProblems.sameWindow();
    const booking = await this.people.toBooking(opened);
    const own = roleOf(booking, await this.people.whose(accountId));
    const { time, window } = await this.times.hold(booking, { windowId, hadId: row.holdId }, own);
    // after the windows, as whoever holds a first time: two phones of one person wait for each other in one order
    await this.people.acting(accountId);
    const sure = allSaidYes(opened, this.policies.get(row.service));
    if (sure && opened.parties.length > 1) return this.proposing.propose(opened, time, own);
    return this.moving.take(opened, time, sure && row.state !== 'held' ? undefined : this.keptUntil(opened, window));
  }

  /** What was running out before still does; nobody wins time by choosing again. */
  private keptUntil({ row }: OpenedBooking, window: SlotWindow): Date {
    const { expiresAt, service } = row;
    if (expiresAt === null) return holdEnds(this.clock.now(), this.policies.get(service).timers(window), window);
    return instantOf(Math.min(window.closesAt.getTime(), expiresAt.getTime()));
  }
}
