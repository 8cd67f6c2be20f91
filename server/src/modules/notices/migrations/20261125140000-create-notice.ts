import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateNotice20261125140000 implements MigrationInterface {
  readonly name = 'CreateNotice20261125140000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'notice',
      columns: {
        id: 'string(36)',
        account_id: 'string(36)',
        topic: 'string(40)',
        about_kind: 'string(20)',
        about_id: 'string(36)',
        created_at: 'instant',
        read_at: { type: 'instant', nullable: true },
      },
      primaryKey: ['id'],
      checks: { ck_notice_about_kind: "about_kind IN ('application')" },
      indexes: { ix_notice_account_created: ['account_id', 'created_at', 'id'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('notice');
  }
}
