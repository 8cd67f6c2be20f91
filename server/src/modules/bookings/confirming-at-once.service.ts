import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { SlotInventory } from '../slot-inventory/slot-inventory.port';
import { BookingTurns } from './booking-turns.service';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { peopleNeeded } from './kept-booking';
import { PolicyRegistry } from './policy-registry';

/** Somebody at a desk, or on the phone with one, said yes while it was booked for them. */
@Injectable()
export class ConfirmingAtOnce {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly policies: PolicyRegistry,
    private readonly inventory: SlotInventory,
    private readonly turns: BookingTurns,
    private readonly clock: Clock,
  ) {}

  /** @throws Error where it takes two: nobody says yes for another. */
  async confirm(held: OpenedBooking): Promise<OpenedBooking> {
    const [holder] = held.parties;
    const { holdId, service } = held.row;
    if (!holder || holdId === null || peopleNeeded(held, this.policies.get(service)) > 1) {
      throw new Error('nobody confirms for two people but they themselves');
    }
    const sure = await this.bookings.changeParty(holder, { confirmedAt: this.clock.now() });
    await this.inventory.confirm(holdId);
    return this.turns.make({ ...held, parties: [sure] }, { move: 'confirm', act: 'confirmed' });
  }
}
