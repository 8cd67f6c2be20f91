import { Injectable, type OnModuleInit } from '@nestjs/common';
import { databaseTime } from '../database/database-time';
import { Transactions } from '../database/transactions';
import { Jobs } from '../jobs/jobs';

const EVERY_MS = 5 * 60_000;
/** A signature is good for ten minutes at most; their document asks for fifteen. */
const KEPT_MS = 30 * 60_000;

/** Forgets nonces that no signature still in time could carry. */
@Injectable()
export class NonceSweep implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.every('inbox-nonces', EVERY_MS, () => this.sweep(), { alone: true });
  }

  async sweep(): Promise<void> {
    const { manager } = this.transactions;
    await manager.query(`DELETE FROM inbox_nonce WHERE seen_at < ${databaseTime(manager.dataSource, -KEPT_MS)}`);
  }
}
