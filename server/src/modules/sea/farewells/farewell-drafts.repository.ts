import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Transactions } from '../../../platform/database/transactions';
import { FarewellRow } from './farewell.entity';
import { FarewellStep } from './farewell-step.entity';

/** SQL about farewells that were never signed up: drafts, and those that were put down before they were more. */
@Injectable()
export class FarewellDrafts {
  constructor(private readonly transactions: Transactions) {}

  /** How many an account began. One that was put down counts: taken up again it is a draft as before. */
  count(accountId: string): Promise<number> {
    return this.transactions.manager.countBy(FarewellRow, { accountId, signedUpAt: IsNull() });
  }

  /** Holding its lock: the row and its steps. Nobody was claimed, asked or invited by what was never signed up. */
  async delete(id: string): Promise<void> {
    const { manager } = this.transactions;
    await manager.delete(FarewellStep, { farewellId: id });
    await manager.delete(FarewellRow, { id, signedUpAt: IsNull() });
  }
}
