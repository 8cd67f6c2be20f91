import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

const COLUMNS = ['handing_by varchar(64) NULL', 'handing_at datetime(3) NULL'];

/** Who would hand a farewell over to this relative. A copy of the version before leaves both empty. */
export class HandFarewellsOver20261127192000 implements MigrationInterface {
  readonly name = 'HandFarewellsOver20261127192000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    for (const column of COLUMNS) await queryRunner.query(`ALTER TABLE farewell_kin ADD COLUMN ${column}${atOnce}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const column of ['handing_at', 'handing_by'])
      await queryRunner.query(`ALTER TABLE farewell_kin DROP COLUMN ${column}`);
  }
}
