import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const aside: TableDefinition = {
  name: 'sea_report_aside',
  columns: {
    id: 'string(36)',
    farewell_id: 'string(36)',
    kind: 'string(10)',
    pass: { type: 'string(20)', nullable: true },
    said_at: 'instant',
  },
  primaryKey: ['id'],
  indexes: { ix_sea_report_aside_farewell: ['farewell_id', 'said_at'] },
  checks: { ck_sea_report_aside_kind: "kind IN ('boarded', 'scattered')" },
};

export class CreateSeaReportAside20261126160600 implements MigrationInterface {
  readonly name = 'CreateSeaReportAside20261126160600';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, aside);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(aside.name);
  }
}
