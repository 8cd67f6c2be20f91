import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateDistrictAndStreet20261124090100 implements MigrationInterface {
  readonly name = 'CreateDistrictAndStreet20261124090100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'district',
      columns: { code: 'string(6)', name: 'string(40)' },
      primaryKey: ['code'],
      uniques: { uq_district_name: ['name'] },
    });
    await createTable(queryRunner, {
      name: 'street',
      columns: { code: 'string(9)', district_code: 'string(6)', name: 'string(60)', kind: 'string(20)' },
      primaryKey: ['code'],
      uniques: { uq_street_district_name: ['district_code', 'name'] },
      checks: { ck_street_code_in_district: 'substr(code, 1, 6) = district_code' },
      foreignKeys: { fk_street_district: { columns: ['district_code'], table: 'district', references: ['code'] } },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('street');
    await queryRunner.dropTable('district');
  }
}
