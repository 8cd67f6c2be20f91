import { Injectable } from '@nestjs/common';
import { BookingPeople } from '../booking-people.service';
import { BookingTurns } from '../booking-turns.service';
import type { OpenedBooking } from '../bookings.repository';
import type { Asking } from './asking.entity';
import { PartnersService } from './partners.service';

/** The end of a proposed time that was not agreed to. The old one was theirs all along. */
@Injectable()
export class ChangeEnds {
  constructor(
    private readonly people: BookingPeople,
    private readonly partners: PartnersService,
    private readonly turns: BookingTurns,
  ) {}

  /** Holding the booking's row. */
  async end(opened: OpenedBooking, asking: Asking, as: 'lapsed' | 'withdrawn'): Promise<OpenedBooking> {
    await this.partners.giveUp(asking, await this.people.toBooking(opened), as);
    return this.turns.make(opened, { move: 'end-change' });
  }
}
