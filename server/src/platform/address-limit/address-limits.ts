import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { Jobs } from '../jobs/jobs';
import { Sealing } from '../sealing/sealing';
import { AddressTries } from './address-tries.entity';
import { networkOf } from './network';

const PERIOD_MS = 10 * 60_000;

/** What may be tried so often from one network in ten minutes. Counted in the database, so by all servers alike. */
@Injectable()
export class AddressLimits implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('address-tries-sweep', PERIOD_MS, () => this.sweep(), { alone: true });
  }

  /** Counts one try; how many seconds to wait when there were enough. */
  async take(what: string, address: string, limit: number): Promise<number | undefined> {
    const now = this.clock.now().getTime();
    const period = Math.floor(now / PERIOD_MS);
    const digest = this.sealing.index(`address ${what} ${period}`, networkOf(address)).digest.toString('hex');
    const free = await this.isFree({ digest, period }, limit);
    return free ? undefined : Math.ceil(((period + 1) * PERIOD_MS - now) / 1000);
  }

  async sweep(): Promise<void> {
    const period = LessThan(Math.floor(this.clock.now().getTime() / PERIOD_MS));
    await this.transactions.run(() => this.transactions.manager.delete(AddressTries, { period }));
  }

  /** A flood is turned away by a look; only what may still be free is counted. */
  private async isFree({ digest, period }: Pick<AddressTries, 'digest' | 'period'>, limit: number): Promise<boolean> {
    const before = await this.transactions.manager.findOneBy(AddressTries, { digest });
    if (before && before.tries >= limit) return false;
    return this.transactions.run(async () => {
      const { manager } = this.transactions;
      // updating the key to itself locks the row for writing at once; looking for it first would lock the gap, and deadlock
      const row = manager.createQueryBuilder().insert().into(AddressTries).values({ digest, period, tries: 0 });
      await row.orUpdate(['digest'], ['digest']).execute();
      const counted = manager
        .createQueryBuilder()
        .update(AddressTries)
        .set({ tries: () => 'tries + 1' });
      return (await counted.where({ digest }).andWhere('tries < :limit', { limit }).execute()).affected === 1;
    });
  }
}
