import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { DailyTries } from '../../platform/database/daily-tries';
import { Transactions } from '../../platform/database/transactions';
import { Problem } from '../../platform/http/problem';
import { Jobs } from '../../platform/jobs/jobs';
import { Sealing } from '../../platform/sealing/sealing';
import { Accounts } from '../sessions/accounts.port';
import { ComplaintTries } from './complaint-tries.entity';
import { complaintWords } from './complaint-words';

const SWEEP_EVERY_MS = 3600_000;
/** 示例. Of one person; nobody else is counted by it. */
const MOST_A_DAY = { perAccount: 5, perTarget: 0, byOne: 0 };

/** So many complaints a day from one WeChat user, whatever accounts they had. */
@Injectable()
export class ComplaintLimits implements OnModuleInit {
  private readonly tries: DailyTries;

  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    transactions: Transactions,
    sealing: Sealing,
  ) {
    const table = { entity: ComplaintTries, purpose: 'complaint' };
    this.tries = new DailyTries(transactions, sealing, table, MOST_A_DAY);
  }

  onModuleInit(): void {
    const sweep = () => this.tries.sweep(this.clock.today());
    this.jobs.every('complaint-tries-sweep', SWEEP_EVERY_MS, sweep, { alone: true });
  }

  /** Inside the transaction that takes it. @throws Problem 429 `complaint.too-many`, and nothing was counted */
  async count(accountId: string): Promise<void> {
    const subject = await this.accounts.countedAs(accountId);
    if (await this.tries.take(this.clock.today(), subject, [])) return;
    throw new Problem(429, 'complaint.too-many', complaintWords.tooMany);
  }
}
