import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Transactions } from '../../../platform/database/transactions';
import type { Asking } from './asking.entity';
import { Decline } from './decline.entity';

/** A no, kept for whoever said it: only their own look at the link may ask for it (docs/adr/0019). */
@Injectable()
export class DeclinesRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Said twice it is said once. */
  async add({ id }: Asking, accountId: string): Promise<void> {
    const row = { askingId: id, accountId, declinedAt: this.clock.now() };
    await this.transactions.manager.createQueryBuilder().insert().into(Decline).values(row).orIgnore().execute();
  }

  has({ id }: Asking, accountId: string): Promise<boolean> {
    return this.transactions.manager.existsBy(Decline, { askingId: id, accountId });
  }
}
