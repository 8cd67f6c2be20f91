import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Transactions } from '../../../platform/database/transactions';
import { personalTables } from '../catalogue/catalogue';
import { type Condition, idsIn, lockRows } from '../owned-rows';
import { type Counts, RowRemoval } from '../row-removal.service';
import { LegalHolds } from './legal-holds.service';
import { RowsOver } from './rows-over.service';

const BATCH = 200;

/** Where a row may speak of a person. Not in the records of who did what: there a person is a number without a name. */
const SPEAKS = personalTables.flatMap(({ table, matter, whose = [] }) =>
  table === 'person' || matter === 'records'
    ? []
    : whose.flatMap((tie) => ('in' in tie || tie.is !== 'person' ? [] : [{ table, column: tie.column }])),
);

/** People of whom no account and no row speaks any more, whose name and number nothing needs (docs/adr/0043). */
@Injectable()
export class UnspokenPeople {
  constructor(
    private readonly transactions: Transactions,
    private readonly removal: RowRemoval,
    private readonly over: RowsOver,
    private readonly holds: LegalHolds,
    private readonly audit: Audit,
  ) {}

  /** All there are, but for those under a legal hold, who are counted. A dry run: whoever a run of all rules would leave. */
  async sweep(dry: boolean): Promise<{ readonly counts: Counts; readonly held: number }> {
    const held = new Set(await this.holds.idsIn('person'));
    const unspoken = await this.idsOf(await this.nobodySpeaks(dry));
    const ids = unspoken.filter((id) => !held.has(id));
    return { counts: await this.removeAll(ids, dry), held: unspoken.length - ids.length };
  }

  /** Those of these people of whom nobody speaks any more. Never inside a transaction: what it read before may be old. */
  removeOf(people: readonly string[]): Promise<Counts> {
    return this.removeAll(people, false);
  }

  private async removeAll(ids: readonly string[], dry: boolean): Promise<Counts> {
    const counts: Counts = new Map();
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      const gone = await this.transactions.run(() => (dry ? this.countOf(idsIn(batch)) : this.removeBatch(batch)));
      for (const [table, count] of gone) counts.set(table, (counts.get(table) ?? 0) + count);
    }
    return counts;
  }

  private async countOf(batch: Condition): Promise<Counts> {
    const counts: Counts = new Map();
    await this.removal.remove('person', batch, counts, true);
    return counts;
  }

  /** Locked before anything is read: whoever has begun to speak of one of them is waited for, and seen; so is a hold. */
  private async removeBatch(batch: readonly string[]): Promise<Counts> {
    await lockRows(this.transactions.manager, 'person', batch);
    const held = new Set(await this.holds.idsIn('person'));
    const [those, nobody] = [idsIn(batch), await this.nobodySpeaks(false)];
    const unspoken = await this.idsOf({
      sql: `${those.sql} AND ${nobody.sql}`,
      values: [...those.values, ...nobody.values],
    });
    const ids = unspoken.filter((id) => !held.has(id));
    const counts: Counts = new Map();
    if (ids.length === 0) return counts;
    await this.removal.remove('person', idsIn(ids), counts);
    const actor = { kind: 'system', id: 'retention' } as const;
    await this.audit.record({
      action: 'data.time-over',
      actor,
      facts: { rule: 'people', ...Object.fromEntries(counts) },
    });
    return counts;
  }

  private async nobodySpeaks(dry: boolean): Promise<Condition> {
    const conditions: Condition[] = [];
    for (const { table, column } of SPEAKS) {
      const over = dry ? await this.over.inTable(table) : undefined;
      const stays = over ? ` AND NOT (${over.sql})` : '';
      const sql = `id NOT IN (SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL${stays})`;
      conditions.push({ sql, values: over?.values ?? [] });
    }
    return {
      sql: conditions.map(({ sql }) => sql).join(' AND '),
      values: conditions.flatMap(({ values }) => values),
    };
  }

  private async idsOf({ sql, values }: Condition): Promise<string[]> {
    const rows: { id: string }[] = await this.transactions.manager.query(
      `SELECT id FROM person WHERE ${sql} ORDER BY id`,
      [...values],
    );
    return rows.map(({ id }) => id);
  }
}
