import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { forUpdate } from '../database/row-lock';
import { selectRows } from '../database/rows';
import type { Transactions } from '../database/transactions';
import type { RowMacs } from './row-macs';
import type { SignedRow, SignedTable } from './signed-rows';

const PAGE = 500;

interface Signable extends ObjectLiteral {
  readonly id: string;
  readonly signed: Buffer | null;
}

/** Signs rows as they stand, those of one kind by their content. */
export class RowSigning<Row extends Signable> {
  constructor(
    private readonly macs: RowMacs,
    private readonly kind: string,
    private readonly contentOf: (row: Row) => readonly unknown[],
  ) {}

  sign(row: Row): Buffer {
    return this.macs.sign(this.kind, row.id, this.contentOf(row));
  }

  /** After a change. On top of what somebody changed nothing is signed, so that it is found whenever somebody looks. */
  next(before: Row, after: Row): Buffer | null {
    if (this.holds(before)) return this.sign(after);
    if (before.signed !== null) this.macs.alarm(this.kind, before.id);
    return null;
  }

  holds(row: Row): boolean {
    return row.signed !== null && this.macs.holds(this.kind, row.id, this.contentOf(row), row.signed);
  }
}

interface RowAsItStands<Row> extends SignedRow {
  readonly row: Row;
}

/** A table whose rows carry `signed` and have no story that could speak against them. */
export class SignedEntity<Row extends Signable> implements SignedTable<RowAsItStands<Row>> {
  constructor(
    readonly name: string,
    private readonly entity: EntityTarget<Row>,
    private readonly changedAt: (row: Row) => Date,
    private readonly signing: RowSigning<Row>,
    private readonly transactions: Transactions,
  ) {}

  async page(after: string, lock: boolean): Promise<readonly RowAsItStands<Row>[]> {
    const { manager } = this.transactions;
    const held = lock && forUpdate(manager).lock ? ' FOR UPDATE' : '';
    const rest = `WHERE id > ? ORDER BY id LIMIT ${PAGE}${held}`;
    const rows = await selectRows(manager, this.entity, rest, [after]);
    return rows.map((row) => {
      return { id: row.id, row, changedAt: this.changedAt(row), broken: undefined, unsigned: this.unsigned(row) };
    });
  }

  async sign({ row }: RowAsItStands<Row>): Promise<void> {
    const { manager } = this.transactions;
    const { tablePath } = manager.dataSource.getMetadata(this.entity);
    await manager.query(`UPDATE ${tablePath} SET signed = ? WHERE id = ?`, [this.signing.sign(row), row.id]);
  }

  private unsigned(row: Row): string | undefined {
    if (row.signed === null) return 'is not signed';
    return this.signing.holds(row) ? undefined : 'is not what was signed';
  }
}
