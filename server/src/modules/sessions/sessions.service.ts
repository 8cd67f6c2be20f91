import { randomUUID } from 'node:crypto';
import type { SessionView } from '@jinmen/shared/residents/views';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../platform/audit/audit';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '../../platform/auth/access-tokens';
import type { Resident } from '../../platform/auth/current';
import { Clock, instantOf } from '../../platform/clock';
import { pastDuplicates } from '../../platform/database/past-duplicates';
import { Transactions } from '../../platform/database/transactions';
import { AccountsService } from './accounts.service';
import { BorrowedPhones } from './borrowed-phones.service';
import { RefreshTokens, type Rotation } from './refresh-tokens';
import { Session } from './session.entity';
import { sessionProblems } from './session-problems';

/** However busy a phone is, after this its owner signs in anew. */
const LONGEST_MS = 30 * 24 * 3600_000;

/** Long enough for one application; a phone given back with a live session ends it by itself. */
const LONGEST_BORROWED_MS = 2 * 3600_000;

/** A session from its sign-in to its end. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountsService,
    private readonly phones: BorrowedPhones,
    private readonly refreshTokens: RefreshTokens,
    private readonly accessTokens: AccessTokens,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A new session for this openid, always: what was open on the phone before stays what it was. */
  begin(openid: string): Promise<SessionView> {
    const work = async () => this.beginOnce(await this.accounts.findOrCreate(openid), LONGEST_MS);
    return pastDuplicates(1, () => this.transactions.run(work));
  }

  /**
   * On somebody else's phone: of an account of its own, which nobody reaches again once the session is over.
   * @param openid of the phone's owner, which is counted and not kept. @throws Problem 429 `session.borrowed-too-often`
   */
  beginBorrowed(openid: string): Promise<SessionView> {
    const work = async () => {
      const accountId = await this.accounts.lend();
      await this.phones.lend(openid, accountId);
      return this.beginOnce(accountId, LONGEST_BORROWED_MS);
    };
    return pastDuplicates(this.phones.most, () => this.transactions.run(work));
  }

  /** @throws Problem 401 `session.ended`; a token that came a second time ends the whole session. */
  async refresh(token: string): Promise<SessionView> {
    const rotation = await this.transactions.run(async () => {
      const found = await this.refreshTokens.rotate(token);
      if (found.kind === 'reused') await this.end(found.session.accountId, found.session.id, 'reuse');
      return found;
    });
    return this.viewOf(rotation);
  }

  /** From the next request on, on every server. */
  async signOut({ accountId, sessionId }: Resident): Promise<void> {
    await this.transactions.run(() => this.end(accountId, sessionId, 'sign-out'));
  }

  private async beginOnce(accountId: string, longestMs: number): Promise<SessionView> {
    const startedAt = this.clock.now();
    const endsAt = instantOf(startedAt.getTime() + longestMs);
    const session: Session = { id: randomUUID(), accountId, startedAt, endsAt, endedAt: null, endedBy: null };
    await this.transactions.manager.insert(Session, session);
    const next = await this.refreshTokens.issue(session);
    await this.record('session.begun', accountId, session.id);
    return this.viewOf({ kind: 'rotated', session, next });
  }

  private async end(accountId: string, id: string, endedBy: 'sign-out' | 'reuse'): Promise<void> {
    const running = { id, accountId, endedAt: IsNull() };
    await this.transactions.manager.update(Session, running, { endedAt: this.clock.now(), endedBy });
    await this.record(endedBy === 'reuse' ? 'session.refresh-reused' : 'session.signed-out', accountId, id);
  }

  private viewOf(rotation: Rotation): SessionView {
    if (rotation.kind !== 'rotated') throw sessionProblems.refreshRefused();
    const { session, next } = rotation;
    const accessToken = this.accessTokens.issue('resident', { subject: session.accountId, sessionId: session.id });
    return { accessToken, refreshToken: next, expiresIn: ACCESS_TOKEN_SECONDS };
  }

  private record(action: string, accountId: string, sessionId: string): Promise<void> {
    const actor = { kind: 'resident', id: accountId } as const;
    return this.audit.record({ action, actor, person: accountId, object: `session:${sessionId}` });
  }
}
