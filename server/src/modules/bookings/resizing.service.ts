import { Injectable } from '@nestjs/common';
import { type HoldLine, SlotInventory } from '../slot-inventory/slot-inventory.port';
import { afterMove } from './booking.machine';
import { BookingLines } from './booking-lines';
import { BookingPeople } from './booking-people.service';
import { BookingTurns } from './booking-turns.service';
import { BookingsRepository, type OpenedBooking } from './bookings.repository';
import { KeptForDisplaced } from './displaced/kept-times.port';

type Resized = 'done' | 'full' | 'not-possible' | 'unknown';

/** What a booking takes has changed, e.g. how many come along: more of the same windows, or less. */
@Injectable()
export class Resizing {
  constructor(
    private readonly bookings: BookingsRepository,
    private readonly people: BookingPeople,
    private readonly lines: BookingLines,
    private readonly inventory: SlotInventory,
    private readonly kept: KeptForDisplaced,
    private readonly turns: BookingTurns,
  ) {}

  async resize(id: string): Promise<Resized> {
    const opened = await this.bookings.findForUpdate({ id });
    if (!opened) return 'unknown';
    const { state, holdId } = opened.row;
    if (afterMove(state, 'resize') === undefined) return 'not-possible';
    if (holdId === null) return this.kept.resize(await this.people.toBooking(opened));
    return this.exchange(opened, holdId);
  }

  private async exchange(opened: OpenedBooking, holdId: string): Promise<Resized> {
    const lines = await this.lines.of({ ...opened.row, details: opened.details }, opened.row.windowId);
    if (sameLines(lines, await this.inventory.linesOf(holdId))) return 'done';
    const outcome = await this.inventory.exchange(holdId, lines);
    if (outcome.kind !== 'held') return outcome.kind === 'full' ? 'full' : 'not-possible';
    await this.turns.make(opened, { move: 'resize', act: 'resized', change: { holdId: outcome.holdId } });
    return 'done';
  }
}

export function sameLines(one: readonly HoldLine[], other: readonly HoldLine[]): boolean {
  const text = (lines: readonly HoldLine[]) =>
    JSON.stringify(lines.map(({ windowId, units }) => [windowId, units]).sort());
  return text(one) === text(other);
}
