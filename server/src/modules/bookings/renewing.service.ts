import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../platform/clock';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { holdEnds } from './booking-timers';
import { BookingTurns } from './booking-turns.service';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { lockedBooking } from './kept-booking';
import { PolicyRegistry } from './policy-registry';

/** A few minutes more for whoever types slowly. */
@Injectable()
export class Renewing {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly turns: BookingTurns,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 409 `booking.not-now`, `booking.renewed-enough`, `booking.hold-lapsed` */
  async renew(id: string): Promise<OpenedBooking> {
    const opened = await lockedBooking(this.bookings, id);
    const { state, holdId, renewals, service, windowId, expiresAt } = opened.row;
    if (state !== 'held') throw bookingProblems.notNow();
    const window = await this.people.windowOf(windowId);
    const timers = this.policies.get(service).timers(window);
    if (renewals >= timers.renewals) throw bookingProblems.renewedEnough();
    // one that an organiser or the waiting list keeps for longer already
    // casts: a held one has both, which its table checks
    const kept = (expiresAt as Date).getTime();
    const until = instantOf(Math.max(holdEnds(this.clock.now(), timers, window).getTime(), kept));
    if (!(await this.inventory.extend(holdId as string, until))) throw bookingProblems.lapsed();
    return this.turns.make(opened, { move: 'renew', change: { expiresAt: until, renewals: renewals + 1 } });
  }
}
