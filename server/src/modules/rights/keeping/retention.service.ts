import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { traceOf } from '../../../platform/http/problem.filter';
import { Jobs } from '../../../platform/jobs/jobs';
import { type Condition, idsIn, lockRows } from '../owned-rows';
import { type Counts, RowRemoval } from '../row-removal.service';
import { LegalHolds } from './legal-holds.service';
import { type RetentionRule, retentionRules } from './retention-rules';
import { RowsOver } from './rows-over.service';
import { UnspokenPeople } from './unspoken-people.service';

const DAY_MS = 24 * 3_600_000;
const BATCH = 200;

/** What one rule removed, or would. */
export interface Removed {
  readonly rule: { readonly name: string; readonly table: string };
  readonly counts: Counts;
  /** Rows whose time is over and that a person said are to stay. */
  readonly held: number;
  /** Something of it could not be removed and is still there; the log says why. */
  readonly failed?: true;
}

/** Removes what is over for as long as it was to be kept, with proof in the audit; never what is under a legal hold. */
@Injectable()
export class Retention implements OnModuleInit {
  private readonly logger = new Logger('Retention');

  constructor(
    private readonly transactions: Transactions,
    private readonly removal: RowRemoval,
    private readonly holds: LegalHolds,
    private readonly audit: Audit,
    private readonly over: RowsOver,
    private readonly people: UnspokenPeople,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('retention', DAY_MS, async () => void (await this.run({ dry: false })), { alone: true });
  }

  /**
   * Each rule apart: one that cannot be done keeps no other from being done, rings an alarm and comes round again. The
   * people last: of whom the rows spoke that have just gone.
   */
  async run({ dry }: { readonly dry: boolean }): Promise<readonly Removed[]> {
    const removed: Removed[] = [];
    for (const rule of retentionRules) {
      const over = this.over.byRule(rule);
      if (over) removed.push(await this.orFailed(rule, () => this.apply(rule, over, dry)));
    }
    const people = { name: 'people', table: 'person' };
    const swept = async () => ({ rule: people, ...(await this.people.sweep(dry)) });
    return [...removed, await this.orFailed(people, swept)];
  }

  private async orFailed(rule: Removed['rule'], work: () => Promise<Removed>): Promise<Removed> {
    try {
      return await work();
    } catch (error) {
      this.logger.error({ alarm: 'not removed though its time is over', rule: rule.name, ...traceOf(error) });
      return { rule, counts: new Map(), held: 0, failed: true };
    }
  }

  private async apply(rule: RetentionRule, over: Condition, dry: boolean): Promise<Removed> {
    const counts: Counts = new Map();
    const held = new Set(await this.holds.idsIn(rule.table));
    const all = await this.idsOf(rule.table, over);
    const ids = all.filter((id) => !held.has(id));
    for (let from = 0; from < ids.length; from += BATCH) {
      await this.removeBatch([rule, over], ids.slice(from, from + BATCH), counts, dry);
    }
    return { rule, counts, held: all.length - ids.length };
  }

  private async idsOf(table: string, { sql, values }: Condition): Promise<string[]> {
    const rows: { id: string }[] = await this.transactions.manager.query(`SELECT id FROM ${table} WHERE ${sql}`, [
      ...values,
    ]);
    return rows.map(({ id }) => id);
  }

  /** All of a batch or nothing, and what it was in the audit, each table by its number of rows. */
  private async removeBatch(
    [rule, over]: readonly [RetentionRule, Condition],
    found: readonly string[],
    counts: Counts,
    dry: boolean,
  ): Promise<void> {
    const batch = await this.transactions.run(async () => {
      const gone: Counts = new Map();
      const ids = dry ? found : await this.stillOver(rule.table, over, found);
      if (ids.length > 0) await this.removal.remove(rule.table, idsIn(ids), gone, dry);
      const facts = { rule: rule.name, ...Object.fromEntries(gone) };
      const actor = { kind: 'system', id: 'retention' } as const;
      // another process may have been here a moment before
      if (!dry && gone.size > 0) await this.audit.record({ action: 'data.time-over', actor, facts });
      return gone;
    });
    for (const [table, count] of batch) counts.set(table, (counts.get(table) ?? 0) + count);
  }

  /** A draft may have been handed in since it was found, and what was put aside may have been taken up again. */
  private async stillOver(table: string, over: Condition, found: readonly string[]): Promise<string[]> {
    const there = await lockRows(this.transactions.manager, table, found);
    if (there.length === 0) return [];
    const held = new Set(await this.holds.idsIn(table));
    const { sql, values } = idsIn(there);
    const still = { sql: `${sql} AND (${over.sql})`, values: [...values, ...over.values] };
    return (await this.idsOf(table, still)).filter((id) => !held.has(id));
  }
}
