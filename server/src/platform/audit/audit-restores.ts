import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import type { AnchoredHead } from './anchor-file';
import { Anchors } from './anchors';
import { Audit } from './audit';
import { GENESIS } from './audit-chain';
import { AuditChainRepository } from './audit-chain.repository';

/** Puts on record that the database was restored from a backup, and therefore ends earlier than it was anchored. */
@Injectable()
export class AuditRestores {
  constructor(
    private readonly anchors: Anchors,
    private readonly chain: AuditChainRepository,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /**
   * Takes back every anchor after the newest one that still holds, signed, with who and why. Returns both places; none
   * when nothing is missing and there is nothing to record.
   */
  async record(who: string, why: string): Promise<{ readonly from: number; readonly to: number } | undefined> {
    const { newest, hashes } = this.anchors.expected();
    const to = await this.newestThatHolds(hashes);
    if (to.seq === newest.seq) return undefined;
    this.anchors.recordRestore(newest, to, { who, why });
    await this.transactions.run(() =>
      this.audit.record({
        action: 'audit.restore-recorded',
        actor: { kind: 'staff', id: 'shell' },
        reason: `${who}: ${why}`,
        facts: { from: newest.seq, to: to.seq },
      }),
    );
    return { from: newest.seq, to: to.seq };
  }

  private async newestThatHolds(hashes: ReadonlyMap<number, string>): Promise<AnchoredHead> {
    for (const [seq, hash] of [...hashes].sort(([left], [right]) => right - left)) {
      if ((await this.chain.hashAt(seq))?.toString('hex') === hash) return { seq, hash };
    }
    return { seq: GENESIS.seq, hash: GENESIS.hash.toString('hex') };
  }
}
