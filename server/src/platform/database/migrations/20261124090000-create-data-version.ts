import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../create-table';

/** One counter for each set of reference data, so that every process notices a change made by another. */
export class CreateDataVersion20261124090000 implements MigrationInterface {
  readonly name = 'CreateDataVersion20261124090000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'data_version',
      columns: { name: 'string(40)', version: 'int' },
      primaryKey: ['name'],
      checks: { ck_data_version_not_negative: 'version >= 0' },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('data_version');
  }
}
