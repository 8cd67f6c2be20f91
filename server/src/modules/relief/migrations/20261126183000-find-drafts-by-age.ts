import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

/** So that drafts given up are counted, and those kept too long removed, without looking at every application. */
export class FindDraftsByAge20261126183000 implements MigrationInterface {
  readonly name = 'FindDraftsByAge20261126183000';

  async up(queryRunner: QueryRunner): Promise<void> {
    const beside = isMysql(queryRunner) ? ' ALGORITHM=INPLACE LOCK=NONE' : '';
    await queryRunner.query(
      `CREATE INDEX ix_relief_application_state ON relief_application (state, updated_at)${beside}`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const of = isMysql(queryRunner) ? ' ON relief_application' : '';
    await queryRunner.query(`DROP INDEX ix_relief_application_state${of}`);
  }
}
