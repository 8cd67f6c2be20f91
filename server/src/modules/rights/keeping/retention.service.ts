import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock';
import { Config } from '../../../platform/config/config';
import { Transactions } from '../../../platform/database/transactions';
import { Jobs } from '../../../platform/jobs/jobs';
import type { Condition } from '../owned-rows';
import { type Counts, RowRemoval } from '../row-removal.service';
import { LegalHolds } from './legal-holds.service';
import { type RetentionRule, retentionRules } from './retention-rules';

const DAY_MS = 24 * 3_600_000;
const BATCH = 200;

/** What one rule removed, or would. */
export interface Removed {
  readonly rule: RetentionRule;
  readonly counts: Counts;
  /** Rows whose time is over and that a person said are to stay. */
  readonly held: number;
}

/** Removes what is over for as long as it was to be kept, with proof in the audit; never what is under a legal hold. */
@Injectable()
export class Retention implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly removal: RowRemoval,
    private readonly holds: LegalHolds,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('retention', DAY_MS, async () => void (await this.run({ dry: false })), { alone: true });
  }

  async run({ dry }: { readonly dry: boolean }): Promise<readonly Removed[]> {
    const removed: Removed[] = [];
    for (const rule of retentionRules) {
      const days = this.config.keepDays[rule.name];
      if (days !== undefined) removed.push(await this.apply(rule, days, dry));
    }
    return removed;
  }

  private async apply(rule: RetentionRule, days: number, dry: boolean): Promise<Removed> {
    const counts: Counts = new Map();
    const held = new Set(await this.holds.idsIn(rule.table));
    const over = await this.overIn(rule, days);
    const ids = over.filter((id) => !held.has(id));
    for (let from = 0; from < ids.length; from += BATCH) {
      await this.removeBatch(rule, ids.slice(from, from + BATCH), counts, dry);
    }
    return { rule, counts, held: over.length - ids.length };
  }

  private async overIn({ table, since, where }: RetentionRule, days: number): Promise<string[]> {
    const before = this.clock
      .instantBefore(days * DAY_MS)
      .toISOString()
      .replace('T', ' ')
      .replace('Z', '');
    const rows: { id: string }[] = await this.transactions.manager.query(
      `SELECT id FROM ${table} WHERE ${since} < ? AND ${where}`,
      [before],
    );
    return rows.map(({ id }) => id);
  }

  /** All of a batch or nothing, and what it was in the audit, each table by its number of rows. */
  private async removeBatch(rule: RetentionRule, ids: readonly string[], counts: Counts, dry: boolean): Promise<void> {
    const batch = await this.transactions.run(async () => {
      const gone: Counts = new Map();
      await this.removal.remove(rule.table, idsIn(ids), gone, dry);
      const facts = { rule: rule.name, ...Object.fromEntries(gone) };
      const actor = { kind: 'system', id: 'retention' } as const;
      // another process may have been here a moment before
      if (!dry && gone.size > 0) await this.audit.record({ action: 'data.time-over', actor, facts });
      return gone;
    });
    for (const [table, count] of batch) counts.set(table, (counts.get(table) ?? 0) + count);
  }
}

function idsIn(ids: readonly string[]): Condition {
  return { sql: `id IN (${ids.map(() => '?').join(', ')})`, values: ids };
}
