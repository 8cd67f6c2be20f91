import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** Who a colleague is outside the office. A copy of the version before leaves it empty, and goes by work numbers. */
export class KnowWhoHandsOver20261127194000 implements MigrationInterface {
  readonly name = 'KnowWhoHandsOver20261127194000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    await queryRunner.query(`ALTER TABLE farewell_kin ADD COLUMN handing_marks varchar(400) NULL${atOnce}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE farewell_kin DROP COLUMN handing_marks');
  }
}
