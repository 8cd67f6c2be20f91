import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateUploadedFile20261125170000 implements MigrationInterface {
  readonly name = 'CreateUploadedFile20261125170000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'uploaded_file',
      columns: {
        id: 'string(36)',
        account_id: 'string(36)',
        kind: 'string(8)',
        bytes: 'int',
        pages: 'int',
        created_at: 'instant',
      },
      primaryKey: ['id'],
      checks: { ck_uploaded_file_kind: "kind IN ('jpeg', 'pdf')", ck_uploaded_file_bytes: 'bytes > 0' },
      indexes: { ix_uploaded_file_account: ['account_id'] },
    });
    await createTable(queryRunner, {
      name: 'upload_day',
      columns: { account_id: 'string(36)', day: 'day', kilobytes: 'int' },
      primaryKey: ['account_id', 'day'],
      checks: { ck_upload_day_not_negative: 'kilobytes >= 0' },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('upload_day');
    await queryRunner.dropTable('uploaded_file');
  }
}
