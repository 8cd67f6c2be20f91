import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateTextTries20261127190000 implements MigrationInterface {
  readonly name = 'CreateTextTries20261127190000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'text_tries',
      columns: { scope: 'string(10)', subject: 'string(64)', day: 'string(10)', tries: 'int' },
      primaryKey: ['scope', 'subject', 'day'],
      checks: {
        ck_text_tries_scope: "scope IN ('account', 'target')",
        ck_text_tries_not_negative: 'tries >= 0',
      },
      indexes: { ix_text_tries_day: ['day'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('text_tries');
  }
}
