import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock';
import { isDuplicate } from '../database/retryable';
import { Transactions } from '../database/transactions';
import { Jobs } from '../jobs/jobs';
import type { AnchoredHead } from './anchor-file';
import { Anchors } from './anchors';
import { linkContent } from './audit-chain';
import type { AuditChainLink } from './audit-chain.entity';
import { AuditChainRepository, type StoredRow } from './audit-chain.repository';
import { AuditMacs } from './audit-macs';

const EVERY_MS = 2000;
const BATCH = 500;
const ANCHOR_EVERY_MS = 60_000;
/** Every turn looks among recent rows only; now and then all are looked through, for one that took that long. */
const RECENT_MS = 10 * 60_000;

/**
 * Takes rows into the chain seconds after they were written, says at once outside the database how far it goes, and
 * anchors it there every minute.
 * One process does it; if ever two did, the chain's unique constraints would let one of them through.
 */
@Injectable()
export class AuditSealer implements OnModuleInit {
  private readonly logger = new Logger('AuditSealer');
  private lookedThroughAll = Number.NEGATIVE_INFINITY;
  private anchored = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly chain: AuditChainRepository,
    private readonly anchors: Anchors,
    private readonly macs: AuditMacs,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('audit-seal', EVERY_MS, () => this.turn(), { alone: true });
  }

  /** Takes every unsealed row into the chain. Returns how many there were. */
  async seal(since?: Date): Promise<number> {
    let sealed = 0;
    for (;;) {
      const taken = await this.sealSome(since);
      sealed += taken;
      if (taken < BATCH) return sealed;
    }
  }

  /**
   * Anchors the newest link, unless the chain is not the one that was anchored before: then nothing is written, so that
   * `audit:verify` and whoever reads the log learn of it.
   */
  async anchor(): Promise<void> {
    const newest = this.anchors.newest();
    if (!(await this.isStill(newest))) {
      this.logger.error({ audit: 'the chain is not the one that was anchored', anchoredSeq: newest.seq });
      return;
    }
    const head = await this.chain.head();
    if (head.seq > this.anchors.anchored().seq) this.anchors.anchor(head);
  }

  /** Says outside the database where the chain is, until it is anchored; nothing of a chain that is another one. */
  async tip(): Promise<void> {
    const newest = this.anchors.newest();
    const head = await this.chain.head();
    if (head.seq > newest.seq && (await this.isStill(newest))) await this.anchors.tip(head);
  }

  private async isStill({ seq, hash }: AnchoredHead): Promise<boolean> {
    return (await this.chain.hashAt(seq))?.toString('hex') === hash;
  }

  private async turn(): Promise<void> {
    const now = performance.now();
    const all = now - this.lookedThroughAll >= RECENT_MS;
    await this.seal(all ? undefined : this.clock.instantBefore(RECENT_MS));
    if (all) this.lookedThroughAll = now;
    if (now - this.anchored < ANCHOR_EVERY_MS) return await this.tip();
    await this.anchor();
    this.anchored = now;
  }

  private async sealSome(since: Date | undefined): Promise<number> {
    try {
      return await this.transactions.run(async () => {
        const rows = await this.chain.listUnsealed(BATCH, since);
        if (rows.length > 0) await this.chain.add(await this.linksFor(rows));
        return rows.length;
      });
    } catch (error) {
      if (isDuplicate(error)) return 0; // another process was faster
      throw error;
    }
  }

  private async linksFor(rows: readonly StoredRow[]): Promise<AuditChainLink[]> {
    let head = await this.chain.head();
    return rows.map(({ id, mac }) => {
      const { seq: before, hash: prevHash } = head;
      const seq = before + 1;
      const signed = this.macs.sign('link', linkContent(seq, id, mac, prevHash));
      head = { seq, hash: signed.mac };
      return { seq, rowId: id, prevHash, hash: signed.mac, keyId: signed.keyId };
    });
  }
}
