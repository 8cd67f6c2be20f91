import { Injectable } from '@nestjs/common';
import type { BookingTurn } from '../../bookings/bookable-service.port';
import { type FarewellStepAct, LEFT_WITHOUT } from './farewell-words';
import { FarewellsRepository } from './farewells.repository';

/** What each turn of its place means for a farewell: whether it still has one, and what the family reads. */
const TURNS: Readonly<Partial<Record<BookingTurn['act'], { step: FarewellStepAct; ends?: true }>>> = {
  held: { step: 'held' },
  confirmed: { step: 'confirmed' },
  moved: { step: 'moved' },
  resized: { step: 'company' },
  displaced: { step: 'displaced' },
  'checked-in': { step: 'boarded' },
  cancelled: { step: 'cancelled', ends: true },
  expired: { step: 'expired', ends: true },
};

/** A place that ends never ends the farewell: it stays signed up and waits for another. */
@Injectable()
export class FarewellTurns {
  constructor(private readonly farewells: FarewellsRepository) {}

  async take({ act, booking, why }: BookingTurn): Promise<void> {
    const turn = TURNS[act];
    const id = booking.details.farewell;
    if (!turn || typeof id !== 'string') return;
    const opened = await this.farewells.findForUpdate(id);
    if (!opened) return;
    const bookingId = turn.ends ? null : booking.id;
    // an older place that ends says nothing of the one they have now
    if (turn.ends && opened.row.bookingId !== booking.id) return;
    if (opened.row.bookingId !== bookingId) await this.farewells.happened(opened, { bookingId });
    // their message says only that the place was given back
    await this.farewells.addStep(id, why === LEFT_WITHOUT ? 'left-without' : turn.step);
  }
}
