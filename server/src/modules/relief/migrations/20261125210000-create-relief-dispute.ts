import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const application = { columns: ['application_id'], table: 'relief_application', references: ['id'] };

const dispute: TableDefinition = {
  name: 'relief_dispute',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    case_id: 'string(36)',
    state: 'string(12)',
    said_at: 'instant',
    position: 'int',
    content: 'bytes',
  },
  primaryKey: ['id'],
  checks: { ck_relief_dispute_state: "state IN ('open', 'corrected', 'stays')" },
  foreignKeys: {
    fk_relief_dispute_application: application,
    fk_relief_dispute_case: { columns: ['case_id'], table: 'relief_case', references: ['id'] },
  },
  indexes: { ix_relief_dispute_application: ['application_id', 'said_at'] },
};

const appeal: TableDefinition = {
  name: 'relief_appeal',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    programme: 'string(60)',
    kind: 'string(20)',
    handed_in_on: 'day',
    said_at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_relief_appeal_programme: ['application_id', 'programme', 'kind'] },
  checks: { ck_relief_appeal_kind: "kind IN ('reconsideration', 'lawsuit')" },
  foreignKeys: { fk_relief_appeal_application: application },
};

export class CreateReliefDispute20261125210000 implements MigrationInterface {
  readonly name = 'CreateReliefDispute20261125210000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [dispute, appeal]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [appeal, dispute]) await queryRunner.dropTable(name);
  }
}
