import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateFarewellNamingTries20261126232170 implements MigrationInterface {
  readonly name = 'CreateFarewellNamingTries20261126232170';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'farewell_naming_tries',
      columns: { scope: 'string(10)', subject: 'string(64)', day: 'string(10)', tries: 'int' },
      primaryKey: ['scope', 'subject', 'day'],
      checks: {
        ck_farewell_naming_tries_scope: "scope IN ('account', 'target')",
        ck_farewell_naming_tries_not_negative: 'tries >= 0',
      },
      indexes: { ix_farewell_naming_tries_day: ['day'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('farewell_naming_tries');
  }
}
