import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { type CountedRow, DailyTries } from '../../platform/database/daily-tries';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { Sealing } from '../../platform/sealing/sealing';
import { Accounts } from '../sessions/accounts.port';
import { IdentityTries } from './identity-tries.entity';

const SWEEP_EVERY_MS = 3600_000;

/** One question that was counted; given back when nobody answered it. */
export interface TakenTry {
  readonly account: string;
  readonly counted: readonly CountedRow[];
}

/** Keeps the identity check from becoming a directory of who is who. Counted in the database, so by all servers alike. */
@Injectable()
export class IdentityLimits implements OnModuleInit {
  private readonly tries: DailyTries;

  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    transactions: Transactions,
    sealing: Sealing,
    config: Config,
  ) {
    const table = { entity: IdentityTries, purpose: 'identity-try' };
    this.tries = new DailyTries(transactions, sealing, table, config.identityAskedPerDay);
  }

  onModuleInit(): void {
    this.jobs.every('identity-tries-sweep', SWEEP_EVERY_MS, () => this.sweep(), { alone: true });
  }

  /** None when either limit is reached; then nothing was counted. */
  async take(accountId: string, idNumber: string): Promise<TakenTry | undefined> {
    const subject = await this.accounts.countedAs(accountId);
    const counted = await this.tries.take(this.clock.today(), subject, [idNumber]);
    return counted && { account: accountId, counted };
  }

  /** Inside the transaction that records that nobody answered. */
  giveBack({ counted }: TakenTry): Promise<void> {
    return this.tries.giveBack(counted);
  }

  sweep(): Promise<void> {
    return this.tries.sweep(this.clock.today());
  }
}
