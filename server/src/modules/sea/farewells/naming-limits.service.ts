import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { DailyTries } from '../../../platform/database/daily-tries';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import { Sealing } from '../../../platform/sealing/sealing';
import { Accounts } from '../../sessions/accounts.port';
import { NamingTries } from './naming-tries.entity';

const SWEEP_EVERY_MS = 3600_000;

/** Keeps the naming of who died from becoming a register of the dead (security.md T6): so often a day, by account and of one. */
@Injectable()
export class NamingLimits implements OnModuleInit {
  private readonly tries: DailyTries;

  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    sealing: Sealing,
    config: Config,
  ) {
    const table = { entity: NamingTries, purpose: 'farewell-naming' };
    this.tries = new DailyTries(transactions, sealing, table, config.deceasedNamedPerDay);
  }

  onModuleInit(): void {
    this.jobs.every('farewell-naming-sweep', SWEEP_EVERY_MS, () => this.sweep(), { alone: true });
  }

  /**
   * Whether these may be named today; counted then, inside the transaction that names them, and also when that fails:
   * a refusal of it may have said who has them.
   * @param keys what they are newly known by.
   */
  async take(accountId: string, keys: readonly string[]): Promise<boolean> {
    const day = this.clock.today();
    const subject = await this.accounts.countedAs(accountId);
    if (!(await this.tries.take(day, subject, keys))) return false;
    this.transactions.afterRollback(async () => {
      await this.tries.take(day, subject, keys);
    });
    return true;
  }

  sweep(): Promise<void> {
    return this.tries.sweep(this.clock.today());
  }
}
