import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** A column a copy of the version before does not know and does not miss: it may be empty. */
export class SignStaffSessions20261127150200 implements MigrationInterface {
  readonly name = 'SignStaffSessions20261127150200';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    await queryRunner.query(`ALTER TABLE staff_session ADD COLUMN signed blob NULL${atOnce}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE staff_session DROP COLUMN signed');
  }
}
