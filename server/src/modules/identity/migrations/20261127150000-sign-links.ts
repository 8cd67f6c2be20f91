import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

const COLUMNS = {
  account_person: ['signed blob'],
  person: ['first_account_id varchar(36)', 'signed blob'],
} as const;

/** Columns a copy of the version before does not know and does not miss: they may be empty. */
export class SignLinks20261127150000 implements MigrationInterface {
  readonly name = 'SignLinks20261127150000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    for (const [table, columns] of Object.entries(COLUMNS))
      for (const column of columns) await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN ${column} NULL${atOnce}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(COLUMNS))
      for (const column of columns) await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ')[0]}`);
  }
}
