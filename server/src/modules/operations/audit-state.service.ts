import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Audit, KEPT_APART } from '../../platform/audit/audit';
import { AuditRow } from '../../platform/audit/audit-row.entity';
import { AuditVerifier } from '../../platform/audit/audit-verifier';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { MANY_NUMBERS } from '../notices/many-numbers.port';

/** What the last walk over the audit chain found. */
export interface AuditStateView {
  readonly sound: boolean;
  /** One readable line each, as `npm run audit:verify` prints them. */
  readonly problems: readonly string[];
  readonly sealed: number;
  readonly checkedAt: string;
  /** Of the last week, the newest first: who looked at many numbers, or at what is their own. */
  readonly watched: readonly Watched[];
}

type Walked = Omit<AuditStateView, 'watched'>;

export interface Watched {
  readonly at: string;
  readonly staffId: string;
  readonly what: 'many-numbers' | 'kept-apart';
}

/** A walk over a million records takes half a minute: however many ask, there is one, and it is good for a minute. */
const GOOD_FOR_MS = 60_000;
const WATCHED_MS = 7 * 86_400_000;
const MOST_WATCHED = 100;

/** Whether the audit records are as they were written, for auditors; each look is a record itself. */
@Injectable()
export class AuditState {
  private last: { readonly atMs: number; readonly view: Promise<Walked> } | undefined;

  constructor(
    private readonly verifier: AuditVerifier,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  async read(staffId: string): Promise<AuditStateView> {
    const actor = { kind: 'staff', id: staffId } as const;
    await this.transactions.run(() => this.audit.record({ action: 'audit.verified', actor }));
    const atMs = this.clock.now().getTime();
    if (this.last === undefined || atMs - this.last.atMs >= GOOD_FOR_MS) this.last = { atMs, view: this.walk() };
    return { ...(await this.last.view), watched: await this.watched() };
  }

  private async watched(): Promise<readonly Watched[]> {
    const since = this.clock.instantBefore(WATCHED_MS);
    const rows = await this.transactions.manager.find(AuditRow, {
      select: { at: true, action: true, actorId: true },
      where: { action: In([MANY_NUMBERS, KEPT_APART]), at: MoreThan(since) },
      order: { at: 'DESC' },
      take: MOST_WATCHED,
    });
    return rows.map(({ at, action, actorId }) => ({
      at: at.toISOString(),
      staffId: actorId,
      what: action === MANY_NUMBERS ? 'many-numbers' : 'kept-apart',
    }));
  }

  private async walk(): Promise<Walked> {
    const checkedAt = this.clock.now().toISOString();
    try {
      const { problems, links } = await this.verifier.verify();
      return { sound: problems.length === 0, problems, sealed: links, checkedAt };
    } catch (error) {
      this.last = undefined;
      throw error;
    }
  }
}
