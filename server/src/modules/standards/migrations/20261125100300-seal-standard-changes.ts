import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';
import { sealingIn } from '../../../platform/sealing/migration-sealing';

const OPEN = 'standard_change';
const SEALED = 'standard_change_record';
const COLUMNS = 'id, changed_at, changed_by, reason, standard_key, from_day, before_row, after_row';

const tableOf = (name: string, columns: TableDefinition['columns']): TableDefinition => ({
  name,
  columns: {
    id: 'string(36)',
    changed_at: 'instant',
    ...columns,
    standard_key: 'string(80)',
    from_day: 'day',
    before_row: { type: 'json', nullable: true },
    after_row: { type: 'json', nullable: true },
  },
  primaryKey: ['id'],
  checks: { [`ck_${name}_not_empty`]: 'before_row IS NOT NULL OR after_row IS NOT NULL' },
  indexes: { [`ix_${name}_key`]: ['standard_key', 'changed_at'] },
});

interface Row {
  readonly id: string;
  readonly changed_at: unknown;
  readonly changed_by: unknown;
  readonly reason: unknown;
  readonly standard_key: string;
  readonly from_day: string;
  readonly before_row: string | null;
  readonly after_row: string | null;
}

/**
 * Who changed a figure, and why, is personal data: it moves into a table where both are sealed, and the open one goes.
 * MySQL commits each DDL by itself; a run that was cut off before the open table went begins again from it.
 */
export class SealStandardChanges20261125100300 implements MigrationInterface {
  readonly name = 'SealStandardChanges20261125100300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE IF EXISTS ${SEALED}`);
    await createTable(queryRunner, tableOf(SEALED, { changed_by: 'bytes', reason: 'bytes' }));
    await carry(queryRunner, OPEN, SEALED, (row) => {
      const seal = (field: string, text: unknown) => sealingIn(queryRunner).seal(labelOf(field, row.id), String(text));
      return { ...row, changed_by: seal('changed-by', row.changed_by), reason: seal('reason', row.reason) };
    });
    await queryRunner.query(`DROP TABLE ${OPEN}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE IF EXISTS ${OPEN}`);
    await createTable(queryRunner, tableOf(OPEN, { changed_by: 'string(200)', reason: 'string(1000)' }));
    await carry(queryRunner, SEALED, OPEN, (row) => {
      const open = (field: string, sealed: unknown) =>
        sealingIn(queryRunner).open(labelOf(field, row.id), sealed as Buffer);
      return { ...row, changed_by: open('changed-by', row.changed_by), reason: open('reason', row.reason) };
    });
    await queryRunner.query(`DROP TABLE ${SEALED}`);
  }
}

function labelOf(field: string, row: string) {
  return { subject: 'standard-change', field, row };
}

async function carry(queryRunner: QueryRunner, from: string, to: string, change: (row: Row) => Row): Promise<void> {
  const rows: Row[] = await queryRunner.query(`SELECT ${COLUMNS} FROM ${from}`);
  for (const each of rows) {
    const row = change(each);
    const values = [row.id, row.changed_at, row.changed_by, row.reason, row.standard_key, row.from_day];
    await queryRunner.query(`INSERT INTO ${to} (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
      ...values,
      row.before_row,
      row.after_row,
    ]);
  }
}
