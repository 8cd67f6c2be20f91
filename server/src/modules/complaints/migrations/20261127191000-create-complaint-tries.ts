import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateComplaintTries20261127191000 implements MigrationInterface {
  readonly name = 'CreateComplaintTries20261127191000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'complaint_tries',
      columns: { scope: 'string(10)', subject: 'string(64)', day: 'string(10)', tries: 'int' },
      primaryKey: ['scope', 'subject', 'day'],
      checks: {
        ck_complaint_tries_scope: "scope IN ('account', 'target')",
        ck_complaint_tries_not_negative: 'tries >= 0',
      },
      indexes: { ix_complaint_tries_day: ['day'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('complaint_tries');
  }
}
