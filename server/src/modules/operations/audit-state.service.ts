import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { AuditVerifier } from '../../platform/audit/audit-verifier';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';

/** What the last walk over the audit chain found. */
export interface AuditStateView {
  readonly sound: boolean;
  /** One readable line each, as `npm run audit:verify` prints them. */
  readonly problems: readonly string[];
  readonly sealed: number;
  readonly checkedAt: string;
}

/** A walk over a million records takes half a minute: however many ask, there is one, and it is good for a minute. */
const GOOD_FOR_MS = 60_000;

/** Whether the audit records are as they were written, for auditors; each look is a record itself. */
@Injectable()
export class AuditState {
  private last: { readonly atMs: number; readonly view: Promise<AuditStateView> } | undefined;

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
    return this.last.view;
  }

  private async walk(): Promise<AuditStateView> {
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
