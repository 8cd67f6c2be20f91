import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** A copy of the version before neither knows nor misses the columns. */
export class AskSigners20261127193500 implements MigrationInterface {
  readonly name = 'AskSigners20261127193500';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    for (const column of ['asked_way varchar(12)', 'asked_at datetime(3)']) {
      await queryRunner.query(`ALTER TABLE relief_signature ADD COLUMN ${column}${atOnce}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE relief_signature DROP COLUMN asked_at');
    await queryRunner.query('ALTER TABLE relief_signature DROP COLUMN asked_way');
  }
}
