import { Injectable } from '@nestjs/common';
import { Transactions } from '../../../platform/database/transactions';
import { personalTables, tableOf } from '../catalogue/catalogue';
import { holdable, LegalHolds } from '../keeping/legal-holds.service';
import { type Condition, idsIn, lockRows, ownedBy } from '../owned-rows';

/** Ids of held rows, by table. */
export type HeldIds = ReadonlyMap<string, readonly string[]>;

/**
 * What of somebody's rows does not go with their account while a hold says that it stays: the law stops everything but
 * keeping it (个人信息保护法 第四十七条), and it goes as soon as the hold is over.
 */
@Injectable()
export class HeldBack {
  constructor(
    private readonly transactions: Transactions,
    private readonly holds: LegalHolds,
  ) {}

  /**
   * Every row that is held. The account's own rows are locked first, and those of others in which it has a part of its own:
   * a hold that is being begun is waited for, and seen.
   */
  async lockedFor(accountId: string): Promise<HeldIds> {
    for (const table of holdable) {
      const own = ownedBy(tableOf(table), { accountId });
      const ids = own ? await this.valuesOf('id', table, own) : [];
      const all = new Set([...ids, ...(await this.withPartsOf(accountId, table))]);
      if (all.size > 0) await lockRows(this.transactions.manager, table, [...all]);
    }
    return this.now();
  }

  /** Rows of this table, whosever, of which a part is the account's own and goes with it. */
  private async withPartsOf(accountId: string, name: string): Promise<string[]> {
    const ids: string[] = [];
    for (const part of personalTables) {
      if (part.partOf?.table !== name || !part.whose || part.goes === 'kept') continue;
      const own = ownedBy(part, { accountId });
      if (own) ids.push(...(await this.valuesOf(part.partOf.column, part.table, own)));
    }
    return ids;
  }

  /** Every row that is held at this moment. */
  async now(): Promise<HeldIds> {
    const held = new Map<string, readonly string[]>();
    for (const table of holdable) held.set(table, await this.holds.idsIn(table));
    return held;
  }

  /** The accounts whose rows, or parts of whose rows, a hold kept that has ended: what is still there may go with them now. */
  async accountsOfReleased(): Promise<ReadonlySet<string>> {
    const accounts = new Set<string>();
    for (const [table, ids] of await this.holds.released()) {
      for (const account of await this.accountsIn(table, idsIn(ids))) accounts.add(account);
    }
    return accounts;
  }

  private async accountsIn(name: string, where: Condition): Promise<string[]> {
    const { whose = [], key = 'id' } = tableOf(name);
    const accounts: string[] = [];
    for (const tie of whose) {
      if ('in' in tie || tie.is !== 'account') continue;
      accounts.push(...(await this.valuesOf(tie.column, name, where)));
    }
    for (const { table, partOf } of personalTables) {
      if (partOf?.table !== name) continue;
      const sql = `${partOf.column} IN (SELECT ${key} FROM ${name} WHERE ${where.sql})`;
      accounts.push(...(await this.accountsIn(table, { sql, values: where.values })));
    }
    return accounts;
  }

  private async valuesOf(column: string, table: string, { sql, values }: Condition): Promise<string[]> {
    const query = `SELECT ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL AND ${sql}`;
    const rows: { value: string }[] = await this.transactions.manager.query(query, [...values]);
    return rows.map(({ value }) => value);
  }
}

/** Which rows of a table no hold keeps: neither the row itself nor what it is part of. None where no hold is about it. */
export function notHeld(name: string, held: HeldIds): Condition | undefined {
  const { partOf } = tableOf(name);
  const ids = held.get(name) ?? [];
  const parent = partOf && notHeld(partOf.table, held);
  const conditions: Condition[] = [];
  if (ids.length > 0) conditions.push({ sql: `NOT ${idsIn(ids).sql}`, values: ids });
  if (parent && partOf) {
    const key = tableOf(partOf.table).key ?? 'id';
    const sql = `${partOf.column} IN (SELECT ${key} FROM ${partOf.table} WHERE ${parent.sql})`;
    conditions.push({ sql, values: parent.values });
  }
  if (conditions.length === 0) return undefined;
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}
