import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** Columns a copy of the version before does not know and does not miss: they may be empty. */
export class SignCases20261126184100 implements MigrationInterface {
  readonly name = 'SignCases20261126184100';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    for (const column of ['signed_up_to integer', 'signed blob']) {
      await queryRunner.query(`ALTER TABLE relief_case ADD COLUMN ${column} NULL${atOnce}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['signed', 'signed_up_to']) {
      await queryRunner.query(`ALTER TABLE relief_case DROP COLUMN ${name}`);
    }
  }
}
