import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import type { SlotWindow } from './slot-inventory.port';
import { slotWindowOf } from './slot-window';
import { SlotPool, SlotWindowRow } from './slot-window.entity';

/**
 * The pools of windows that were read, and locked, without them. A pool never changes and there are as many as places, so
 * each is read once.
 */
@Injectable()
export class WindowPools {
  private readonly known = new Map<string, SlotPool>();

  constructor(private readonly transactions: Transactions) {}

  async withTheirs(rows: ReadonlyMap<string, SlotWindowRow>): Promise<ReadonlyMap<string, SlotWindow>> {
    const unknown = [...rows.values()].map(({ poolId }) => poolId).filter((id) => !this.known.has(id));
    if (unknown.length > 0) {
      const found = await this.transactions.manager.findBy(SlotPool, { id: In(unknown) });
      for (const pool of found) this.known.set(pool.id, pool);
    }
    return new Map([...rows].map(([id, row]) => [id, slotWindowOf(this.withPool(row))]));
  }

  private withPool(row: SlotWindowRow): SlotWindowRow {
    const pool = this.known.get(row.poolId);
    return pool ? { ...row, pool } : row;
  }
}
