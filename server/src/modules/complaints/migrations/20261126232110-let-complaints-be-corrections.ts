import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** A copy of the version before neither knows nor misses the column, and reads a correction as the suggestion it is kept as. */
export class LetComplaintsBeCorrections20261126232110 implements MigrationInterface {
  readonly name = 'LetComplaintsBeCorrections20261126232110';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    await queryRunner.query(`ALTER TABLE complaint ADD COLUMN is_correction integer NOT NULL DEFAULT 0${atOnce}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE complaint DROP COLUMN is_correction');
  }
}
