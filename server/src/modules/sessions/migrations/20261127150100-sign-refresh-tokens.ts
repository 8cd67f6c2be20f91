import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** A column a copy of the version before does not know and does not miss: it may be empty. */
export class SignRefreshTokens20261127150100 implements MigrationInterface {
  readonly name = 'SignRefreshTokens20261127150100';

  async up(queryRunner: QueryRunner): Promise<void> {
    const atOnce = isMysql(queryRunner) ? ', ALGORITHM=INSTANT' : '';
    await queryRunner.query(`ALTER TABLE refresh_token ADD COLUMN signed blob NULL${atOnce}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE refresh_token DROP COLUMN signed');
  }
}
