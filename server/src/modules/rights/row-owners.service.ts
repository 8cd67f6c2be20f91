import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import { tableOf } from './catalogue/catalogue';
import type { PersonalTable, Tie } from './catalogue/field-catalogue';

type Row = Readonly<Record<string, string | null>>;

/** Whose a row is, by the catalogue's ties read backwards. */
@Injectable()
export class RowOwners {
  constructor(private readonly transactions: Transactions) {}

  /** The accounts a row belongs to; of a person the one that reaches them (`People.firstOf`). None of a row that is gone. */
  async accountsOf(table: string, id: string): Promise<readonly string[]> {
    const entry = tableOf(table);
    return [...new Set(await this.ownersIn(entry, entry.key ?? 'id', id))];
  }

  private async ownersIn(table: PersonalTable, column: string, value: string): Promise<string[]> {
    const columns = [...(table.whose ?? []).map((tie) => tie.column), ...(table.partOf ? [table.partOf.column] : [])];
    if (columns.length === 0) return [];
    const rows: Row[] = await this.transactions.manager.query(
      `SELECT ${[...new Set(columns)].join(', ')} FROM ${table.table} WHERE ${column} = ?`,
      [value],
    );
    const owners: string[] = [];
    for (const row of rows) owners.push(...(await this.ownersOf(table, row)));
    return owners;
  }

  private async ownersOf({ whose, partOf }: PersonalTable, row: Row): Promise<string[]> {
    if (!whose) {
      const parent = partOf && tableOf(partOf.table);
      const id = partOf && row[partOf.column];
      return parent && id ? this.ownersIn(parent, parent.key ?? 'id', id) : [];
    }
    const owners: string[] = [];
    for (const tie of whose) owners.push(...(await this.ownersBy(tie, row[tie.column])));
    return owners;
  }

  private async ownersBy(tie: Tie, value: string | null | undefined): Promise<string[]> {
    if (!value) return [];
    if ('in' in tie) return this.ownersIn(tableOf(tie.in), tie.by, value);
    if (tie.is === 'account') return [value];
    const rows: { id: string }[] = await this.transactions.manager.query(
      `SELECT account_id AS id FROM account_person JOIN person ON person.id = person_id WHERE person_id = ?
       ORDER BY account_id = first_account_id DESC, verified_at, account_id LIMIT 1`,
      [value],
    );
    return rows.map(({ id }) => id);
  }
}
