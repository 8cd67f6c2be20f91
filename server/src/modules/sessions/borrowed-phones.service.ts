import { addDays } from '@jinmen/shared/kernel/civil-date';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Config } from '../../platform/config/config';
import { Transactions } from '../../platform/database/transactions';
import { Sealing } from '../../platform/sealing/sealing';
import { BorrowedSignIn } from './borrowed-sign-in.entity';
import { sessionProblems } from './session-problems';

/** Keeps a lent phone from being a way to as many accounts, and so to as many tries, as somebody likes (security.md T6). */
@Injectable()
export class BorrowedPhones {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A day, for one WeChat user's phone. */
  get most(): number {
    return this.config.borrowedSignInsPerDay;
  }

  /**
   * One more sign-in on this owner's phone today, inside the transaction that makes its account; it fails as a duplicate
   * when another came at the same moment: run it again. @throws Problem 429 `session.borrowed-too-often`
   */
  async lend(openid: string, accountId: string): Promise<void> {
    const day = this.clock.today();
    const phone = this.sealing.index(`borrowed-phone ${day}`, openid).digest.toString('hex');
    const { manager } = this.transactions;
    const lent = await manager.countBy(BorrowedSignIn, { phone });
    if (lent >= this.most) throw sessionProblems.borrowedTooOften();
    await manager.insert(BorrowedSignIn, { phone, number: lent + 1, accountId, day });
  }

  /** What an account of a lent phone shares with the others of that phone and day; none of an account of one's own. */
  async phoneOf(accountId: string): Promise<string | undefined> {
    return (await this.transactions.manager.findOneBy(BorrowedSignIn, { accountId }))?.phone;
  }

  /** A session that began before midnight may still run: yesterday's are kept. */
  async sweep(): Promise<void> {
    const before = addDays(this.clock.today(), -1);
    await this.transactions.run(() => this.transactions.manager.delete(BorrowedSignIn, { day: LessThan(before) }));
  }
}
