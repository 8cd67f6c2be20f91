import type { CopiedRecord } from '@jinmen/shared/residents/rights';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database/database.module';
import { Transactions } from '../../../platform/database/transactions';
import { labelIn, type SealedColumn } from '../../../platform/sealing/sealed-column';
import { Sealing } from '../../../platform/sealing/sealing';
import { NOT_OPENED, openedOr } from '../../../platform/sealing/those-that-open';
import { personalTables } from '../catalogue/catalogue';
import type { PersonalTable } from '../catalogue/field-catalogue';
import type { Condition, Subject } from '../owned-rows';
import { copiedTo } from './copied-to';
import { type Own, othersMasked } from './others-masked';

type Row = Readonly<Record<string, unknown>>;

/** More of one kind than anybody has; a copy is read by a person. */
const MOST = 1000;

/** What of a table somebody else may have: these columns, each in words of its own where it has them, of these rows. */
export interface AllowedTable {
  readonly columns: Readonly<Record<string, (value: unknown) => unknown>>;
  readonly rows?: Condition;
}

/** By table. Nothing that is not named here is read at all. */
export type Allowed = Readonly<Record<string, AllowedTable>>;

/** The rows of somebody, opened, under what their columns are called. */
@Injectable()
export class CopiedRows {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Everything of theirs under a matter; with `allowed`, no more than that. */
  async of(matter: string, subject: Subject, own: Own, allowed?: Allowed): Promise<CopiedRecord[]> {
    const records: CopiedRecord[] = [];
    for (const table of personalTables) {
      if (table.matter !== matter || table.notCopied) continue;
      const shown = allowed ? (allowed[table.table]?.columns ?? {}) : wholeOf(table);
      if (Object.keys(shown).length === 0) continue;
      records.push(...(await this.recordsOf(table, { subject, own }, { columns: shown, ...rowsOf(table, allowed) })));
    }
    return records;
  }

  private async recordsOf(
    table: PersonalTable,
    { subject, own }: { readonly subject: Subject; readonly own: Own },
    { columns: shown, rows: narrowed }: AllowedTable,
  ): Promise<CopiedRecord[]> {
    const owned = copiedTo(table, { subject, own, sealing: this.sealing, today: this.clock.today() });
    if (!owned) return [];
    const where = narrowed ? both(owned, narrowed) : owned;
    const sealed = this.database.sealedColumns.filter((column) => column.table === table.table);
    const columns = [...new Set([...Object.keys(shown), ...sealed.map(({ id = 'id' }) => id)])].join(', ');
    const rows: Row[] = await this.transactions.manager.query(
      `SELECT ${columns} FROM ${table.table} WHERE ${where.sql} LIMIT ${MOST}`,
      [...where.values],
    );
    return rows.map((row) => ({
      table: table.table,
      values: Object.fromEntries(
        Object.entries(shown).flatMap(([column, said]) => {
          const value = said(this.valueIn(row, column, sealed));
          const what = table.personal[column];
          if (value === null || value === undefined || what === undefined) return [];
          return [[what, whoIs(table.table, column) ? value : othersMasked(value, own)]];
        }),
      ),
    }));
  }

  private valueIn(row: Row, column: string, sealed: readonly SealedColumn[]): unknown {
    const value = row[column];
    if (value === null || value === undefined) return null;
    const label = sealed.find((each) => each.column === column);
    // cast: a sealed column is a blob, and both drivers give bytes for one
    if (label) {
      const at = labelIn(label, String(row[label.id ?? 'id']));
      return parsed(openedOr(() => this.sealing.open(at, value as Buffer), NOT_OPENED));
    }
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'string' ? parsed(instantIn(value)) : value;
  }
}

function wholeOf(table: PersonalTable): AllowedTable['columns'] {
  return Object.fromEntries(Object.keys(table.personal).map((column) => [column, whole]));
}

/** As it stands there. */
export function whole(value: unknown): unknown {
  return value;
}

function rowsOf({ table }: PersonalTable, allowed: Allowed | undefined): Pick<AllowedTable, 'rows'> {
  const rows = allowed?.[table]?.rows;
  return rows ? { rows } : {};
}

function both(one: Condition, other: Condition): Condition {
  return { sql: `${one.sql} AND ${other.sql}`, values: [...one.values, ...other.values] };
}

/** Their own: it is what tells whose copy this is. */
function whoIs(table: string, column: string): boolean {
  return table === 'person' && (column === 'name' || column === 'id_number');
}

/** The embedded database keeps instants as text. */
function instantIn(text: string): string {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}$/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
}

function parsed(text: string): unknown {
  if (!/^[[{"]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
