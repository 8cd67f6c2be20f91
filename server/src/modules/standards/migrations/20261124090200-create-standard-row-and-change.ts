import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateStandardRowAndChange20261124090200 implements MigrationInterface {
  readonly name = 'CreateStandardRowAndChange20261124090200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'standard_row',
      columns: {
        id: 'string(36)',
        standard_key: 'string(80)',
        from_day: 'day',
        to_day: { type: 'day', nullable: true },
        value: 'int',
        unit: 'string(40)',
        source: 'json',
        note: { type: 'text', nullable: true },
        origin: 'string(10)',
      },
      primaryKey: ['id'],
      uniques: { uq_standard_row_key_from: ['standard_key', 'from_day'] },
      checks: {
        ck_standard_row_value_not_negative: 'value >= 0',
        ck_standard_row_days_in_order: 'to_day IS NULL OR to_day >= from_day',
        ck_standard_row_origin: "origin IN ('release', 'operator')",
      },
    });
    await createTable(queryRunner, {
      name: 'standard_change',
      columns: {
        id: 'string(36)',
        changed_at: 'instant',
        changed_by: 'string(200)',
        reason: 'string(1000)',
        standard_key: 'string(80)',
        from_day: 'day',
        before_row: { type: 'json', nullable: true },
        after_row: { type: 'json', nullable: true },
      },
      primaryKey: ['id'],
      checks: { ck_standard_change_not_empty: 'before_row IS NOT NULL OR after_row IS NOT NULL' },
      indexes: { ix_standard_change_key: ['standard_key', 'changed_at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('standard_change');
    await queryRunner.dropTable('standard_row');
  }
}
