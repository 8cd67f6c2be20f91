import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { countTry, lockTries } from '../../platform/database/tries';
import { Jobs } from '../../platform/jobs/jobs';
import { Sealing } from '../../platform/sealing/sealing';
import { Accounts } from '../sessions/accounts.port';
import { IdentityTries } from './identity-tries.entity';

/** A day of Tianjin (security.md T6): what one account may ask, and how often one person may be asked about by all. */
export const TRIES = { account: 5, target: 10 } as const;
const SWEEP_EVERY_MS = 3600_000;

/** One question that was counted; given back when nobody answered it. */
export interface TakenTry {
  readonly day: CivilDate;
  readonly account: string;
  /** Who asked, as `Accounts.countedAs` says. */
  readonly subject: string;
  readonly target: string;
}

/** Keeps the identity check from becoming a directory of who is who. Counted in the database, so by all servers alike. */
@Injectable()
export class IdentityLimits implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: Accounts,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('identity-tries-sweep', SWEEP_EVERY_MS, () => this.sweep(), { alone: true });
  }

  /** None when either limit is reached; then nothing was counted. */
  async take(accountId: string, idNumber: string): Promise<TakenTry | undefined> {
    const day = this.clock.today();
    const target = this.sealing.index(`identity-try ${day}`, idNumber).digest.toString('hex');
    const subject = await this.accounts.countedAs(accountId);
    const wanted: TakenTry = { day, account: accountId, subject, target };
    return (await this.isOver(wanted)) ? undefined : this.takeBoth(wanted);
  }

  /** Inside the transaction that records that nobody answered. */
  async giveBack({ day, subject, target }: TakenTry): Promise<void> {
    for (const [scope, counted] of [['account', subject] as const, ['target', target] as const]) {
      const where = { scope, subject: counted, day };
      await this.transactions.manager.decrement(IdentityTries, where, 'tries', 1);
    }
  }

  async sweep(): Promise<void> {
    const before = this.clock.today();
    await this.transactions.run(() => this.transactions.manager.delete(IdentityTries, { day: LessThan(before) }));
  }

  /** Turns a flood away by a look. */
  private async isOver({ day, subject, target }: TakenTry): Promise<boolean> {
    const where = [
      { scope: 'account' as const, subject, day, tries: MoreThanOrEqual(TRIES.account) },
      { scope: 'target' as const, subject: target, day, tries: MoreThanOrEqual(TRIES.target) },
    ];
    return (await this.transactions.manager.countBy(IdentityTries, where)) > 0;
  }

  private async takeBoth(wanted: TakenTry): Promise<TakenTry | undefined> {
    const { day, subject, target } = wanted;
    try {
      await this.transactions.run(async () => {
        await this.count({ scope: 'account', subject, day }, TRIES.account);
        await this.count({ scope: 'target', subject: target, day }, TRIES.target);
      });
      return wanted;
    } catch (error) {
      if (error instanceof LimitReached) return undefined;
      throw error;
    }
  }

  /** @throws LimitReached, which undoes what was counted beside it. */
  private async count(row: Pick<IdentityTries, 'scope' | 'subject' | 'day'>, limit: number): Promise<void> {
    const { manager } = this.transactions;
    await lockTries(manager, IdentityTries, row, ['scope', 'subject', 'day']);
    if (!(await countTry(manager, IdentityTries, row, limit))) throw new LimitReached();
  }
}

class LimitReached extends Error {}
