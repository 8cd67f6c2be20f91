import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database/transactions';
import { tableOf } from './catalogue/catalogue';
import type { PersonalTable, Tie } from './catalogue/field-catalogue';
import { narrowing } from './owned-rows';

type Row = Readonly<Record<string, string | null>>;

/** Where a row stands, and whether it was come to by another's tie. */
interface Place {
  readonly column: string;
  readonly value: string;
  readonly behind?: true;
}

/** Whose a row is, by the catalogue's ties read backwards. */
@Injectable()
export class RowOwners {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The accounts a row is to be read by; of a person the one that reaches them (`People.firstOf`). None of a row that is gone. */
  async accountsOf(table: string, id: string): Promise<readonly string[]> {
    const entry = tableOf(table);
    return [...new Set(await this.ownersIn(entry, { column: entry.key ?? 'id', value: id }))];
  }

  private async ownersIn(table: PersonalTable, at: Place): Promise<string[]> {
    const columns = [...(table.whose ?? []).map((tie) => tie.column), ...(table.partOf ? [table.partOf.column] : [])];
    if (columns.length === 0) return [];
    const rows = await this.ask<Row>(
      `SELECT ${[...new Set(columns)].join(', ')} FROM ${table.table} WHERE ${at.column} = ?`,
      [at.value],
    );
    const owners: string[] = [];
    for (const row of rows) owners.push(...(await this.ownersOf(table, row, at)));
    return owners;
  }

  private async ownersOf(table: PersonalTable, row: Row, at: Place): Promise<string[]> {
    const { whose, partOf } = table;
    if (!whose) {
      const parent = partOf && tableOf(partOf.table);
      const value = partOf && row[partOf.column];
      return parent && value ? this.ownersIn(parent, { column: parent.key ?? 'id', value }) : [];
    }
    const owners: string[] = [];
    for (const tie of whose)
      if (await this.isRead(table, tie, at)) owners.push(...(await this.ownersBy(tie, row[tie.column])));
    return owners;
  }

  /** Whether by this tie it is read today at all. */
  private async isRead({ table }: PersonalTable, tie: Tie, { column, value, behind }: Place): Promise<boolean> {
    const narrowed = narrowing(tie, { today: this.clock.today(), ...(behind && { behind }) });
    if (!narrowed) return true;
    const sql = `SELECT 1 AS found FROM ${table} WHERE ${column} = ? AND ${narrowed.sql} LIMIT 1`;
    return (await this.ask(sql, [value, ...narrowed.values])).length > 0;
  }

  private async ownersBy(tie: Tie, value: string | null | undefined): Promise<string[]> {
    if (!value) return [];
    if ('in' in tie) return this.ownersIn(tableOf(tie.in), { column: tie.by, value, behind: true });
    if (tie.is === 'account') return [value];
    const rows = await this.ask<{ id: string }>(
      `SELECT account_id AS id FROM account_person JOIN person ON person.id = person_id WHERE person_id = ?
       ORDER BY account_id = first_account_id DESC, verified_at, account_id LIMIT 1`,
      [value],
    );
    return rows.map(({ id }) => id);
  }

  private ask<Found>(sql: string, values: readonly (string | number | Buffer)[]): Promise<Found[]> {
    return this.transactions.manager.query(sql, [...values]);
  }
}
