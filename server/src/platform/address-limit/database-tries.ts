import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { countTry, lockTries } from '../database/tries';
import { Jobs } from '../jobs/jobs';
import { AddressTries } from './address-tries.entity';
import { type Counted, PERIOD_MS, TryCounts } from './try-counts';

/** The place that is always there. */
@Injectable()
export class DatabaseTries extends TryCounts implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {
    super();
  }

  onModuleInit(): void {
    this.jobs.every('address-tries-sweep', PERIOD_MS, () => this.sweep(), { alone: true });
  }

  /** A flood is turned away by a look; only what may still be free is counted. `before` was counted elsewhere. */
  async take(counted: Counted, limit: number, before = 0): Promise<boolean> {
    const { digest } = counted;
    const row = await this.transactions.manager.findOneBy(AddressTries, { digest });
    if (row && row.tries >= limit && before === 0) return false;
    return this.transactions.run(async () => {
      await this.add(counted, before);
      return countTry(this.transactions.manager, AddressTries, { digest }, limit);
    });
  }

  /** What was counted elsewhere counts here from now on. */
  carry(counted: Counted, tries: number): Promise<void> {
    return this.transactions.run(() => this.add(counted, tries));
  }

  async sweep(): Promise<void> {
    const period = LessThan(Math.floor(this.clock.now().getTime() / PERIOD_MS));
    await this.transactions.run(() => this.transactions.manager.delete(AddressTries, { period }));
  }

  private async add({ digest, period }: Counted, tries: number): Promise<void> {
    const { manager } = this.transactions;
    await lockTries(manager, AddressTries, { digest, period }, ['digest']);
    if (tries > 0) await manager.increment(AddressTries, { digest }, 'tries', tries);
  }
}
