import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** A column a copy of the version before does not know and does not miss: it may be empty. */
export class KnowWhoRecorded20261127193000 implements MigrationInterface {
  readonly name = 'KnowWhoRecorded20261127193000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    await queryRunner.query(`ALTER TABLE deceased_request ADD COLUMN recorded_marks varchar(400) NULL${atOnce}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE deceased_request DROP COLUMN recorded_marks');
  }
}
