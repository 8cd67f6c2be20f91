import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { Clock, instantOf } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { DataKeys } from '../../platform/sealing/data-keys';
import { UnsignedTime } from '../../platform/signed-rows/unsigned-time';
import { RefreshToken } from './refresh-token.entity';
import { Session } from './session.entity';
import { TokenSigning } from './token-signing';

/** A phone that is not opened for so long signs in anew. */
const UNUSED_MS = 7 * 24 * 3600_000;
/** A reply lost on a bad line is asked for again within this; see `rotate`. */
export const GRACE_MS = 10_000;

export type Rotation =
  | { readonly kind: 'rotated'; readonly session: Session; readonly next: string }
  /** The token came a second time: it is in two hands, and nobody can tell which is the resident's. */
  | { readonly kind: 'reused'; readonly session: Session }
  | { readonly kind: 'unknown' };

/**
 * Refresh tokens: opaque, good once, each followed by one successor. The successor is made from the token itself under
 * our key, so that it can be told again without being kept anywhere.
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly transactions: Transactions,
    private readonly keys: DataKeys,
    private readonly signing: TokenSigning,
    private readonly time: UnsignedTime,
    private readonly clock: Clock,
  ) {}

  /** The first token of a session. */
  async issue(session: Session): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.insert(token, session);
    return token;
  }

  /**
   * Uses the token up and gives its successor. A token that comes again within ten seconds gets the same successor
   * once more as long as nobody has used that: so a reply lost on a bad line signs nobody out. What it costs: a thief
   * who is faster than the resident within these seconds shares the session until either refreshes next, and then both
   * are out. What somebody wrote in the database opens no session: neither a token, nor which session it goes on with,
   * nor whose that is. Inside a transaction.
   */
  async rotate(token: string): Promise<Rotation> {
    const { manager } = this.transactions;
    const digest = digestOf(token);
    const now = this.clock.now();
    const unused = { digest, usedAt: IsNull(), endsAt: MoreThan(now) };
    const { affected } = await manager.update(RefreshToken, unused, { usedAt: now });
    const [row] = await manager.find(RefreshToken, { where: { digest }, relations: { session: true } });
    const session = row?.session;
    if (!row || !session || !runs(session, now)) return { kind: 'unknown' };
    if (affected === 1) {
      if (!(await this.signing.counts(row, this.time))) return { kind: 'unknown' };
      const next = successorOf(token, this.keys.ring('session-token').current.secret);
      await this.insert(next, session);
      return { kind: 'rotated', session, next };
    }
    // ended unused: late, but nobody else's
    if (row.usedAt === null) return { kind: 'unknown' };
    const isLate = now.getTime() - row.usedAt.getTime() > GRACE_MS;
    const opens = !isLate && (await this.signing.counts(row, this.time));
    const next = opens ? await this.unusedSuccessor(token) : undefined;
    return next === undefined ? { kind: 'reused', session } : { kind: 'rotated', session, next };
  }

  private async unusedSuccessor(token: string): Promise<string | undefined> {
    for (const { secret } of this.keys.ring('session-token').all) {
      const next = successorOf(token, secret);
      const where = { digest: digestOf(next), usedAt: IsNull() };
      if ((await this.transactions.manager.countBy(RefreshToken, where)) > 0) return next;
    }
    return undefined;
  }

  private async insert(token: string, session: Session): Promise<void> {
    const issuedAt = this.clock.now();
    const endsAt = instantOf(Math.min(issuedAt.getTime() + UNUSED_MS, session.endsAt.getTime()));
    const row = { digest: digestOf(token), sessionId: session.id, issuedAt, endsAt, usedAt: null, signed: null };
    const signed = this.signing.sign({ ...row, session });
    await this.transactions.manager.insert(RefreshToken, { ...row, signed });
  }
}

/** Whether the session may still be used. */
export function runs({ endedAt, endsAt }: Session, now: Date): boolean {
  return endedAt === null && endsAt > now;
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function successorOf(token: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(`refresh-successor|${token}`).digest('base64url');
}
