import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock';
import { isDuplicate } from '../../platform/database/retryable';
import { Transactions } from '../../platform/database/transactions';
import { LoginCode } from './refresh-token.entity';

/** WeChat's codes live five minutes; twice that outlasts any clock that is a little off. */
const KEPT_MS = 10 * 60_000;

/** Login codes somebody came with already. Only digests: a code is a key as long as it lives. */
@Injectable()
export class LoginCodes {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Whether the caller is the first with this code; of several at once exactly one is. */
  async claim(code: string): Promise<boolean> {
    const digest = createHash('sha256').update(code).digest();
    try {
      const usedAt = this.clock.now();
      await this.transactions.run(() => this.transactions.manager.insert(LoginCode, { digest, usedAt }));
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** Forgets those that can be of no use to anyone. */
  async sweep(): Promise<void> {
    const before = this.clock.instantBefore(KEPT_MS);
    await this.transactions.run(() => this.transactions.manager.delete(LoginCode, { usedAt: LessThan(before) }));
  }
}
