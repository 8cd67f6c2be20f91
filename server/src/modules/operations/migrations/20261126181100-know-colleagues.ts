import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** Columns a copy of the version before does not know and does not miss: they may be empty. */
export class KnowColleagues20261126181100 implements MigrationInterface {
  readonly name = 'KnowColleagues20261126181100';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    for (const column of ['marks varchar(400)', 'shown_again_at datetime(3)']) {
      await queryRunner.query(`ALTER TABLE staff_session ADD COLUMN ${column} NULL${atOnce}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['shown_again_at', 'marks']) {
      await queryRunner.query(`ALTER TABLE staff_session DROP COLUMN ${name}`);
    }
  }
}
