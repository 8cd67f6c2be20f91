import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { forUpdate } from '../database/row-lock';
import { selectRows } from '../database/rows';
import type { Transactions } from '../database/transactions';
import type { RowMacs } from './row-macs';
import type { SignedRow, SignedTable } from './signed-rows';
import type { UnsignedTime } from './unsigned-time';

const PAGE = 500;

interface Signable extends ObjectLiteral {
  readonly signed: Buffer | null;
}

/** Signs rows as they stand, those of one kind by their content. */
export class RowSigning<Row extends Signable> {
  /** @param key what of the row is its primary key. */
  constructor(
    private readonly macs: RowMacs,
    private readonly kind: string,
    private readonly contentOf: (row: Row) => readonly unknown[],
    readonly key: string = 'id',
  ) {}

  idOf(row: Row): string {
    return String(row[this.key]);
  }

  sign(row: Row): Buffer {
    return this.macs.sign(this.kind, this.idOf(row), this.contentOf(row));
  }

  /** After a change. On top of what somebody changed nothing is signed, so that it is found whenever somebody looks. */
  next(before: Row, after: Row): Buffer | null {
    if (this.holds(before)) return this.sign(after);
    if (before.signed !== null) this.alarm(before);
    return null;
  }

  holds(row: Row): boolean {
    return row.signed !== null && this.macs.holds(this.kind, this.idOf(row), this.contentOf(row), row.signed);
  }

  /** Whether a row may open something: its signature holds, or it has none and those are still let pass. Else an alarm. */
  async counts(row: Row, time: UnsignedTime): Promise<boolean> {
    if (row.signed === null ? !(await time.isOverHere(this.kind)) : this.holds(row)) return true;
    this.alarm(row);
    return false;
  }

  private alarm(row: Row): void {
    this.macs.alarm(this.kind, this.idOf(row));
  }
}

/**
 * What is wrong with a row that no version ever changes: one that is signed wrongly was written by somebody, and is never
 * signed.
 */
export function writtenOnce<Row extends Signable>(
  signing: RowSigning<Row>,
  row: Row,
): Pick<SignedRow, 'broken' | 'unsigned'> {
  if (row.signed === null) return { broken: undefined, unsigned: 'is not signed' };
  const problem = signing.holds(row) ? undefined : 'is not what was signed';
  return { broken: problem, unsigned: problem };
}

export interface RowAsItStands<Row> extends SignedRow {
  readonly row: Row;
}

/** A table whose rows carry `signed` and have no story that could speak against them. */
export class SignedEntity<Row extends Signable> implements SignedTable<RowAsItStands<Row>> {
  constructor(
    readonly name: string,
    private readonly entity: EntityTarget<Row>,
    private readonly changedAt: (row: Row) => Date,
    protected readonly signing: RowSigning<Row>,
    protected readonly transactions: Transactions,
  ) {}

  async page(after: string, lock: boolean): Promise<readonly RowAsItStands<Row>[]> {
    const { manager } = this.transactions;
    const held = lock && forUpdate(manager).lock ? ' FOR UPDATE' : '';
    const { key } = this.table();
    const rest = `WHERE ${key} > ? ORDER BY ${key} LIMIT ${PAGE}${held}`;
    const rows = await selectRows(manager, this.entity, rest, [after]);
    return rows.map((row) => {
      return { id: this.signing.idOf(row), row, changedAt: this.changedAt(row), ...this.problemOf(row) };
    });
  }

  async sign({ row }: RowAsItStands<Row>): Promise<void> {
    const { path, key } = this.table();
    const values = [this.signing.sign(row), this.signing.idOf(row)];
    await this.transactions.manager.query(`UPDATE ${path} SET signed = ? WHERE ${key} = ?`, values);
  }

  protected problemOf(row: Row): Pick<SignedRow, 'broken' | 'unsigned'> {
    if (row.signed === null) return { broken: undefined, unsigned: 'is not signed' };
    return { broken: undefined, unsigned: this.signing.holds(row) ? undefined : 'is not what was signed' };
  }

  private table(): { readonly path: string; readonly key: string } {
    const { tablePath, columns } = this.transactions.manager.dataSource.getMetadata(this.entity);
    const column = columns.find(({ propertyName }) => propertyName === this.signing.key);
    if (!column) throw new Error(`${tablePath} has no ${this.signing.key}`);
    return { path: tablePath, key: column.databaseName };
  }
}
