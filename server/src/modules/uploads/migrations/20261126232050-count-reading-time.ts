import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** A copy of the version before neither knows nor misses the column: what it read took no time. */
export class CountReadingTime20261126232050 implements MigrationInterface {
  readonly name = 'CountReadingTime20261126232050';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    await queryRunner.query(`ALTER TABLE upload_day ADD COLUMN reading_ms integer NOT NULL DEFAULT 0${atOnce}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE upload_day DROP COLUMN reading_ms');
  }
}
