import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { SlotInventory, type SlotWindow } from '../../slot-inventory/slot-inventory.port';
import type { Booking } from '../bookable-service.port';
import { BookingLines } from '../booking-lines';
import { FreedUnits } from '../freed-units.service';
import type { KeptTime } from './displaced.entity';
import { DisplacedRepository } from './displaced.repository';
import { KeptForDisplaced, type KeptTimes } from './kept-times.port';

@Injectable()
export class KeptTimesService extends KeptForDisplaced {
  constructor(
    private readonly displaced: DisplacedRepository,
    private readonly inventory: SlotInventory,
    private readonly freed: FreedUnits,
    private readonly lines: BookingLines,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(bookingId: string): Promise<KeptTimes | undefined> {
    const kept = await this.displaced.kept(bookingId);
    const times: { window: SlotWindow; kept: boolean; until: number }[] = [];
    for (const { windowId, holdId, keptUntil } of kept) {
      const window = await this.inventory.findWindow(windowId);
      if (window && !window.closed) times.push({ window, kept: holdId !== null, until: keptUntil.getTime() });
    }
    if (times.length === 0) return undefined;
    const held = times.filter((each) => each.kept);
    const ends = (held.length > 0 ? held : times).map(({ until }) => until);
    return { times, until: instantOf(Math.min(...ends)) };
  }

  async handOver(bookingId: string, windowId: string): Promise<string | undefined> {
    const found = await this.displaced.takeAway(bookingId, windowId);
    if (!found || found.holdId === null) return undefined;
    // what has run out is nobody's: whoever is first may have it
    if (found.keptUntil > this.clock.now()) return found.holdId;
    await this.inventory.release(found.holdId);
    return undefined;
  }

  async resize(booking: Booking): Promise<'done' | 'full' | 'not-possible'> {
    for (const { windowId, holdId } of await this.displaced.kept(booking.id)) {
      if (holdId === null) continue;
      const outcome = await this.inventory.exchange(holdId, await this.lines.of(booking, windowId));
      if (outcome.kind !== 'held') return outcome.kind === 'full' ? 'full' : 'not-possible';
      await this.displaced.keepAs(booking.id, windowId, outcome.holdId);
    }
    return 'done';
  }

  /** Gives back what was not taken, each in a transaction of its own; it rests as everything that comes free. */
  async giveBack(kept: readonly KeptTime[]): Promise<void> {
    for (const { bookingId, windowId } of kept) {
      await this.transactions.run(async () => {
        const taken = await this.displaced.takeAway(bookingId, windowId);
        const window = taken && (await this.inventory.findWindow(windowId));
        if (window && taken.holdId !== null) await this.freed.release(taken.holdId, window.pool.service, window);
      });
    }
  }
}
