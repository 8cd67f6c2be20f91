import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.module';
import { Transactions } from '../database/transactions';
import { SealBroken } from '../sealing/envelope';
import { labelIn, type SealedColumn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { type Depth, IntegrityChecks, type Looked } from './integrity-checks';

const PAGE = 500;
/** Of each column, from a place of chance on. */
const SAMPLE = 200;

interface SealedRow {
  readonly id: string;
  readonly sealed: Buffer;
}

interface Counted {
  opened: number;
  rows: number;
  readonly wrong: string[];
}

/** That what is sealed opens with the keys that are there: with other keys a restored database is a heap of noise. */
@Injectable()
export class SealedRowsCheck {
  constructor(
    checks: IntegrityChecks,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
  ) {
    checks.add('sealed values', (depth) => this.look(depth));
  }

  async look({ all }: Depth): Promise<Looked> {
    const counted: Counted = { opened: 0, rows: 0, wrong: [] };
    for (const column of this.database.sealedColumns) await this.lookAt(column, all, counted);
    const columns = this.database.sealedColumns.length;
    return { seen: `${counted.opened} of ${counted.rows} opened, in ${columns} columns`, wrong: counted.wrong };
  }

  private async lookAt(column: SealedColumn, all: boolean, counted: Counted): Promise<void> {
    const there = await this.count(column);
    counted.rows += there;
    if (there === 0) return;
    let opened = 0;
    let broken = 0;
    for await (const row of all || there <= SAMPLE ? this.every(column) : this.sample(column)) {
      if (this.opens(column, row)) opened += 1;
      else broken += 1;
    }
    counted.opened += opened;
    if (broken > 0)
      counted.wrong.push(`${broken} of ${opened + broken} of ${column.table}.${column.column} do not open`);
  }

  private async count({ table, column }: SealedColumn): Promise<number> {
    const [row]: { many: number | string }[] = await this.transactions.manager.query(
      `SELECT COUNT(*) AS many FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    return Number(row?.many ?? 0);
  }

  private async *every(column: SealedColumn): AsyncGenerator<SealedRow> {
    let after = '';
    for (;;) {
      const rows = await this.page(column, after, PAGE);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.id;
    }
  }

  /** Ids are random, so what follows a random id is a fair sample. */
  private async *sample(column: SealedColumn): AsyncGenerator<SealedRow> {
    const from = await this.page(column, randomUUID(), SAMPLE);
    yield* from;
    if (from.length < SAMPLE) yield* await this.page(column, '', SAMPLE - from.length);
  }

  private page({ table, column, id = 'id' }: SealedColumn, after: string, most: number): Promise<SealedRow[]> {
    return this.transactions.manager.query(
      `SELECT ${id} AS id, ${column} AS sealed FROM ${table}
       WHERE ${column} IS NOT NULL AND ${id} > ? ORDER BY ${id} LIMIT ${most}`,
      [after],
    );
  }

  private opens(column: SealedColumn, { id, sealed }: SealedRow): boolean {
    try {
      this.sealing.openBytes(labelIn(column, id), sealed);
      return true;
    } catch (error) {
      if (error instanceof SealBroken) return false;
      throw error;
    }
  }
}
