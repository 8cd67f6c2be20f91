import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isDuplicate } from '../../platform/database/retryable';
import { Transactions } from '../../platform/database/transactions';
import { type Dead, type StopOutcome, StopsAtDeath } from '../after-death/stops-at-death.port';
import { activeKey } from './waiting.repository';
import { WaitingEntry } from './waiting-entry.entity';

/** Whoever died waits for nothing any more, and holds up nobody behind them. */
@Injectable()
export class WaitingStop extends StopsAtDeath {
  readonly what = 'waiting';

  constructor(private readonly transactions: Transactions) {
    super();
  }

  async going({ personId }: Dead): Promise<readonly string[]> {
    const where = { personId, state: In(['waiting', 'offered']) };
    const rows = await this.transactions.manager.find(WaitingEntry, { select: { id: true }, where });
    return rows.map(({ id }) => id);
  }

  async stop(id: string): Promise<StopOutcome> {
    const change = { state: 'left', activeKey: null, offerUntil: null } as const;
    const where = { id, state: In(['waiting', 'offered']) };
    const { affected } = await this.transactions.manager.update(WaitingEntry, where, change);
    return affected === 1 ? 'stopped' : 'nothing';
  }

  /** To the place they had, unless they stand in the line again. */
  async restore(id: string): Promise<boolean> {
    const { manager } = this.transactions;
    const row = await manager.findOneBy(WaitingEntry, { id, state: 'left' });
    if (!row) return false;
    const key = activeKey(row.service, row.kind, row.personId);
    if (await manager.existsBy(WaitingEntry, { activeKey: key })) return false;
    try {
      await manager.update(WaitingEntry, { id }, { state: 'waiting', bookingId: null, activeKey: key });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }
}
