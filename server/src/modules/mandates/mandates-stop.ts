import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transactions } from '../../platform/database/transactions';
import { type Dead, type StopOutcome, StopsAtDeath } from '../after-death/stops-at-death.port';
import { MandateRow } from './mandate.entity';
import { MandateActs } from './mandate-acts.service';
import { MandatesService } from './mandates.service';

const OPEN = ['waiting', 'acting'] as const;

/** A mandate ends with either of the two (民法典 第一百七十三条). */
@Injectable()
export class MandatesStop extends StopsAtDeath {
  readonly what = 'mandate';

  constructor(
    private readonly transactions: Transactions,
    private readonly mandates: MandatesService,
    private readonly acts: MandateActs,
  ) {
    super();
  }

  async going({ personId, accountIds }: Dead): Promise<readonly string[]> {
    const state = In([...OPEN]);
    const rows = await this.transactions.manager.find(MandateRow, {
      select: { id: true },
      where: [
        { principalPersonId: personId, state },
        ...accountIds.map((helperAccountId) => ({ helperAccountId, state })),
      ],
    });
    return rows.map(({ id }) => id);
  }

  async stop(id: string): Promise<StopOutcome> {
    const row = await this.mandates.findRow({ id });
    if (!row || !OPEN.some((state) => state === row.state)) return 'nothing';
    await this.acts.end(row, 'ended', { kind: 'system', id: 'after-death' });
    return 'stopped';
  }

  /** A word of two people: only they can give it again. */
  async restore(): Promise<boolean> {
    return false;
  }
}
