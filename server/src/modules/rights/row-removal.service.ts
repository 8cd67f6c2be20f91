import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { Uploads } from '../uploads/uploads.port';
import { personalTables, tableOf } from './catalogue/catalogue';
import type { PersonalTable } from './catalogue/field-catalogue';
import type { Condition } from './owned-rows';

/** How many rows of each table went, or would. */
export type Counts = Map<string, number>;

/** Below what either database takes as values of one statement. */
const CHUNK = 500;

/** Removes rows with everything that is part of them, by the catalogue. Parts first: the database would refuse it otherwise. */
@Injectable()
export class RowRemoval {
  constructor(
    private readonly transactions: Transactions,
    private readonly uploads: Uploads,
  ) {}

  /** Inside a transaction. Adds to `counts`; where `dry`, counts and removes nothing. */
  async remove(table: string, where: Condition, counts: Counts, dry = false): Promise<void> {
    const entry = tableOf(table);
    const parts = personalTables.filter(({ partOf }) => partOf?.table === table).reverse();
    if (parts.length > 0) await this.removeParts(entry, parts, where, counts, dry);
    const found = await this.count(table, where);
    if (found === 0) return;
    counts.set(table, (counts.get(table) ?? 0) + found);
    if (dry) return;
    if (entry.files) await this.forgetFiles(table, entry.files, where);
    await this.query(`DELETE FROM ${table} WHERE ${where.sql}`, where);
  }

  private async removeParts(
    { table, key = 'id' }: PersonalTable,
    parts: readonly PersonalTable[],
    where: Condition,
    counts: Counts,
    dry: boolean,
  ): Promise<void> {
    const rows = await this.query<{ id: string }>(`SELECT ${key} AS id FROM ${table} WHERE ${where.sql}`, where);
    const ids = rows.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += CHUNK) {
      const values = ids.slice(from, from + CHUNK);
      for (const { table: part, partOf } of parts) {
        const sql = `${partOf?.column} IN (${values.map(() => '?').join(', ')})`;
        await this.remove(part, { sql, values }, counts, dry);
      }
    }
  }

  private async forgetFiles(table: string, column: string, where: Condition): Promise<void> {
    const rows = await this.query<{ id: string }>(`SELECT ${column} AS id FROM ${table} WHERE ${where.sql}`, where);
    await this.uploads.forget(rows.map(({ id }) => id));
  }

  private async count(table: string, where: Condition): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where.sql}`, where);
    return Number(row?.n ?? 0);
  }

  private query<Row>(sql: string, { values }: Condition): Promise<Row[]> {
    return this.transactions.manager.query(sql, [...values]);
  }
}
