import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { countTry, lockTries } from '../../../platform/database/tries';
import { Jobs } from '../../../platform/jobs/jobs';
import { Sealing } from '../../../platform/sealing/sealing';
import { Accounts } from '../../sessions/accounts.port';
import { NamingTries } from './naming-tries.entity';

const SWEEP_EVERY_MS = 3600_000;

interface Row {
  readonly scope: NamingTries['scope'];
  readonly subject: string;
  readonly day: NamingTries['day'];
}

/** Keeps the naming of who died from becoming a register of the dead (security.md T6): so often a day, by account and of one. */
@Injectable()
export class NamingLimits implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly sealing: Sealing,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

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
    const digest = (key: string) => this.sealing.index(`farewell-naming ${day}`, key).digest.toString('hex');
    const targets = keys.map((key): Row => ({ scope: 'target', subject: digest(key), day }));
    const rows: readonly Row[] = [
      { scope: 'account', subject: await this.accounts.countedAs(accountId), day },
      ...targets,
    ];
    for (const row of rows) if (!(await this.count(row))) return false;
    this.transactions.afterRollback(() =>
      this.transactions.run(async () => {
        for (const row of rows) await this.count(row);
      }),
    );
    return true;
  }

  async sweep(): Promise<void> {
    const before = this.clock.today();
    await this.transactions.run(() => this.transactions.manager.delete(NamingTries, { day: LessThan(before) }));
  }

  private async count(row: Row): Promise<boolean> {
    const { manager } = this.transactions;
    const { perAccount, perTarget } = this.config.deceasedNamedPerDay;
    await lockTries(manager, NamingTries, row, ['scope', 'subject', 'day']);
    return countTry(manager, NamingTries, row, row.scope === 'account' ? perAccount : perTarget);
  }
}
