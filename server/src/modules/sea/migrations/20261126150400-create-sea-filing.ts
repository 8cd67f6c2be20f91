import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const filing: TableDefinition = {
  name: 'sea_filing',
  columns: {
    booking_id: 'string(36)',
    farewell_id: 'string(36)',
    state: 'string(10)',
    party: 'bytes',
    party_message: { type: 'string(36)', nullable: true },
    changed_at: 'instant',
  },
  primaryKey: ['booking_id'],
  indexes: { ix_sea_filing_farewell: ['farewell_id'] },
  checks: { ck_sea_filing_state: "state IN ('told', 'suspended', 'ended')" },
};

export class CreateSeaFiling20261126150400 implements MigrationInterface {
  readonly name = 'CreateSeaFiling20261126150400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, filing);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(filing.name);
  }
}
