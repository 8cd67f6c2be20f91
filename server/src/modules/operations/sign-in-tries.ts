import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock, instantOf } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Sealing } from '../../platform/sealing/sealing';
import { StaffSignInTry } from './staff-sign-in-try.entity';

const MAX_TRIES = 5;
const LOCK_MS = 15 * 60_000;
const FORGET_MS = 24 * 3_600_000;

/**
 * Five wrong codes in a row close a work number for fifteen minutes. A try is counted before the bureau is asked, so
 * that a hundred at once are five.
 */
@Injectable()
export class SignInTries {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Counts a try that is about to be made; false while the number is closed. */
  take(staffNumber: string): Promise<boolean> {
    const digest = this.digestOf(staffNumber);
    return this.transactions.run(async () => {
      const { manager } = this.transactions;
      const now = this.clock.now();
      const fresh = { digest, tries: 0, lastAt: now };
      // updating the key to itself locks the row for writing at once; ignoring a duplicate would share it, and deadlock
      await manager
        .createQueryBuilder()
        .insert()
        .into(StaffSignInTry)
        .values(fresh)
        .orUpdate(['digest'], ['digest'])
        .execute();
      const row = await this.locked(digest);
      const over = row.lastAt.getTime() <= now.getTime() - LOCK_MS;
      if (row.tries >= MAX_TRIES && !over) return false;
      await manager.update(StaffSignInTry, { digest }, { tries: over ? 1 : row.tries + 1, lastAt: now });
      return true;
    });
  }

  /** The code was right: earlier mistakes are forgotten. */
  async forgive(staffNumber: string): Promise<void> {
    const digest = this.digestOf(staffNumber);
    await this.transactions.run(() => this.transactions.manager.delete(StaffSignInTry, { digest }));
  }

  /** The bureau said nothing to it: it was no wrong code. */
  async giveBack(staffNumber: string): Promise<void> {
    const digest = this.digestOf(staffNumber);
    await this.transactions.run(async () => {
      const { manager } = this.transactions;
      if ((await manager.countBy(StaffSignInTry, { digest })) === 0) return;
      const { tries } = await this.locked(digest);
      if (tries > 0) await manager.update(StaffSignInTry, { digest }, { tries: tries - 1 });
    });
  }

  /** What is old enough to say nothing any more. */
  async sweep(): Promise<void> {
    const before = instantOf(this.clock.now().getTime() - FORGET_MS);
    await this.transactions.run(() => this.transactions.manager.delete(StaffSignInTry, { lastAt: LessThan(before) }));
  }

  private locked(digest: string): Promise<StaffSignInTry> {
    const { manager } = this.transactions;
    const mysql = manager.dataSource.options.type === 'mysql';
    return manager.findOneOrFail(StaffSignInTry, {
      where: { digest },
      // the embedded database has one writer at a time already and knows no row locks
      ...(mysql ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
  }

  private digestOf(staffNumber: string): string {
    return this.sealing.index('staff-number', staffNumber).digest.toString('hex');
  }
}
