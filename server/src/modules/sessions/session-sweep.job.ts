import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { Jobs } from '../../platform/jobs/jobs';
import { BorrowedPhones } from './borrowed-phones.service';
import { LoginCodes } from './login-codes';
import { RefreshToken } from './refresh-token.entity';
import { Session } from './session.entity';

const BATCH = 500;
const EVERY_MS = 10 * 60_000;
/** Who was signed in is for the audit to know; here only what still decides something is kept. */
const KEPT_AFTER_END_MS = 24 * 3600_000;

/** Forgets used login codes, whose phones were lent, and sessions that ran out. */
@Injectable()
export class SessionSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly codes: LoginCodes,
    private readonly phones: BorrowedPhones,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('session-sweep', EVERY_MS, () => this.sweep(), { alone: true });
  }

  async sweep(): Promise<void> {
    await this.codes.sweep();
    await this.phones.sweep();
    const before = this.clock.instantBefore(KEPT_AFTER_END_MS);
    while ((await this.transactions.run(() => this.forget(before))) === BATCH);
  }

  /** How many sessions it forgot. */
  private async forget(before: Date): Promise<number> {
    const { manager } = this.transactions;
    const over = await manager.find(Session, {
      select: { id: true },
      where: { endsAt: LessThan(before) },
      take: BATCH,
    });
    const ids = over.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await manager.delete(RefreshToken, { sessionId: In(ids) });
    await manager.delete(Session, { id: In(ids) });
    return ids.length;
  }
}
