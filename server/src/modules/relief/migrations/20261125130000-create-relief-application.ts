import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const application: TableDefinition = {
  name: 'relief_application',
  columns: {
    id: 'string(36)',
    account_id: 'string(36)',
    state: 'string(12)',
    version: 'int',
    programmes: 'json',
    fields: 'bytes',
    created_at: 'instant',
    updated_at: 'instant',
    submitted_at: { type: 'instant', nullable: true },
    receipt_number: { type: 'string(24)', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_application_receipt: ['receipt_number'] },
  checks: {
    ck_relief_application_state: "state IN ('draft', 'open', 'withdrawn', 'closed')",
    ck_relief_application_version: 'version >= 1',
    ck_relief_application_submitted:
      "(state = 'draft') = (submitted_at IS NULL) AND (submitted_at IS NULL) = (receipt_number IS NULL)",
  },
  indexes: { ix_relief_application_account: ['account_id', 'updated_at', 'id'] },
};

const ofApplication = {
  columns: ['application_id'],
  table: 'relief_application',
  references: ['id'],
};

const evaluation: TableDefinition = {
  name: 'relief_evaluation',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    basis: 'string(10)',
    at: 'instant',
    rules_version: 'string(60)',
    content: 'bytes',
  },
  primaryKey: ['id'],
  checks: { ck_relief_evaluation_basis: "basis IN ('declared', 'verified')" },
  foreignKeys: { fk_relief_evaluation_application: ofApplication },
  indexes: { ix_relief_evaluation_application: ['application_id', 'at'] },
};

const authorisation: TableDefinition = {
  name: 'relief_authorisation',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    member: 'string(64)',
    way: 'string(12)',
    signed_at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_relief_authorisation_member: ['application_id', 'member'] },
  checks: { ck_relief_authorisation_way: "way IN ('this-phone')" },
  foreignKeys: { fk_relief_authorisation_application: ofApplication },
};

export class CreateReliefApplication20261125130000 implements MigrationInterface {
  readonly name = 'CreateReliefApplication20261125130000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [application, evaluation, authorisation]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [authorisation, evaluation, application]) await queryRunner.dropTable(name);
  }
}
