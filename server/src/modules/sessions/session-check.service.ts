import { Injectable } from '@nestjs/common';
import { AccessTokens } from '../../platform/auth/access-tokens';
import type { Resident } from '../../platform/auth/current';
import { SessionCheck } from '../../platform/auth/session-check.port';
import { Clock } from '../../platform/clock';
import { selectRows } from '../../platform/database/rows';
import { Transactions } from '../../platform/database/transactions';
import { Gathered } from '../../platform/gathered';
import { runs } from './refresh-tokens';
import { Session } from './session.entity';

/**
 * A good token and a session that still runs: the second is looked up each time, so that signing out is at once. In a
 * rush those who come together are looked up together.
 */
@Injectable()
export class SessionCheckService extends SessionCheck {
  private readonly sessions = new Gathered((ids) => this.findAll(ids));

  constructor(
    private readonly tokens: AccessTokens,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  read(token: string): Resident | undefined {
    const content = this.tokens.read('resident', token);
    return content && { accountId: content.subject, sessionId: content.sessionId };
  }

  async runs({ accountId, sessionId }: Resident): Promise<boolean> {
    const session = await this.sessions.find(sessionId);
    return session?.accountId === accountId && runs(session, this.clock.now());
  }

  private async findAll(ids: readonly string[]): Promise<ReadonlyMap<string, Session>> {
    const marks = ids.map(() => '?').join(', ');
    const found = await selectRows(this.transactions.manager, Session, `WHERE id IN (${marks})`, ids);
    return new Map(found.map((session) => [session.id, session]));
  }
}
