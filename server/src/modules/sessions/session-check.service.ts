import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../platform/auth/access-tokens';
import type { Resident } from '../../platform/auth/current';
import { SessionCheck } from '../../platform/auth/session-check.port';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { runs } from './refresh-tokens';
import { Session } from './session.entity';

/** A good token and a session that still runs: the second is looked up each time, so that signing out is at once. */
@Injectable()
export class SessionCheckService extends SessionCheck {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(token: string): Promise<Resident | undefined> {
    const content = this.tokens.read('resident', token);
    if (content === undefined) return undefined;
    const { subject: accountId, sessionId } = content;
    const session = await this.transactions.manager.findOneBy(Session, { id: sessionId, accountId });
    return session && runs(session, this.clock.now()) ? { accountId, sessionId } : undefined;
  }
}
