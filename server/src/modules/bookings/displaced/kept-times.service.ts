import { Injectable } from '@nestjs/common';
import { Clock, instantOf } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import { SlotInventory, type SlotWindow } from '../../slot-inventory/slot-inventory.port';
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
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(bookingId: string): Promise<KeptTimes | undefined> {
    const kept = await this.displaced.kept(bookingId);
    const windows: SlotWindow[] = [];
    for (const { windowId } of kept) {
      const window = await this.inventory.findWindow(windowId);
      if (window && !window.closed) windows.push(window);
    }
    const ends = kept.map(({ keptUntil }) => keptUntil.getTime());
    return windows.length === 0 ? undefined : { windows, until: instantOf(Math.min(...ends)) };
  }

  async handOver(bookingId: string, windowId: string): Promise<boolean> {
    const kept = await this.displaced.takeAway(bookingId, windowId);
    return kept !== undefined && kept.keptUntil > this.clock.now() && (await this.inventory.release(kept.holdId));
  }

  /** Gives back what was not taken, each in a transaction of its own; it rests as everything that comes free. */
  async giveBack(kept: readonly KeptTime[]): Promise<void> {
    for (const { bookingId, windowId } of kept) {
      await this.transactions.run(async () => {
        const taken = await this.displaced.takeAway(bookingId, windowId);
        const window = taken && (await this.inventory.findWindow(windowId));
        if (window) await this.freed.release(taken.holdId, window.pool.service, window);
      });
    }
  }
}
