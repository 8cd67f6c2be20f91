import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateBorrowedSignIn20261126232160 implements MigrationInterface {
  readonly name = 'CreateBorrowedSignIn20261126232160';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'borrowed_sign_in',
      columns: { phone: 'string(64)', number: 'int', account_id: 'string(36)', day: 'string(10)' },
      primaryKey: ['phone', 'number'],
      uniques: { uq_borrowed_sign_in_account: ['account_id'] },
      indexes: { ix_borrowed_sign_in_day: ['day'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('borrowed_sign_in');
  }
}
