import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** Columns a copy of the version before does not know and does not miss: they may be empty. */
export class SignBookings20261126184000 implements MigrationInterface {
  readonly name = 'SignBookings20261126184000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    for (const column of ['story', 'signed']) {
      await queryRunner.query(`ALTER TABLE booking ADD COLUMN ${column} blob NULL${atOnce}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['signed', 'story']) {
      await queryRunner.query(`ALTER TABLE booking DROP COLUMN ${name}`);
    }
  }
}
