import { Injectable } from '@nestjs/common';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';
import type { HeldTime } from './booking-moving.service';
import type { BookingRole } from './booking-party.entity';
import { BookingPeople } from './booking-people.service';
import { bookingProblems } from './booking-problems';
import { BookingTurns } from './booking-turns.service';
import type { OpenedBooking } from './bookings.repository';
import { Partners } from './partner/partners.port';

/** The other one of two who both said yes is asked; until then the old time stays theirs. */
@Injectable()
export class Proposing {
  constructor(
    private readonly people: BookingPeople,
    private readonly inventory: SlotInventory,
    private readonly partners: Partners,
    private readonly turns: BookingTurns,
  ) {}

  async propose(opened: OpenedBooking, { holdId, windowId }: HeldTime, by: BookingRole): Promise<OpenedBooking> {
    const booking = await this.people.toBooking(opened);
    const until = await this.partners.propose(booking, holdId, windowId, by);
    if (!(await this.inventory.extend(holdId, until))) throw bookingProblems.lapsed();
    return this.turns.make(opened, { move: 'ask-change', act: 'change-asked' });
  }
}
