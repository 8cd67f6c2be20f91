import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const ofApplication = { columns: ['application_id'], table: 'relief_application', references: ['id'] };

const paper: TableDefinition = {
  name: 'relief_paper',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    kind: 'string(40)',
    way: 'string(10)',
    valid_until: { type: 'day', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_paper_kind: ['application_id', 'kind'] },
  checks: { ck_relief_paper_way: "way IN ('have', 'photo', 'in-person')" },
  foreignKeys: { fk_relief_paper_application: ofApplication },
};

const page: TableDefinition = {
  name: 'relief_paper_page',
  columns: {
    id: 'string(36)',
    paper_id: 'string(36)',
    position: { type: 'int', nullable: true },
    file_id: 'string(36)',
    type: 'string(8)',
    unclear: { type: 'string(10)', nullable: true },
    taken_at: 'instant',
    sent_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_paper_page_position: ['paper_id', 'position'], uq_relief_paper_page_file: ['file_id'] },
  checks: {
    ck_relief_paper_page_type: "type IN ('jpeg', 'pdf')",
    ck_relief_paper_page_unclear: "unclear IS NULL OR unclear IN ('small', 'dark', 'blank', 'blurred')",
  },
  foreignKeys: { fk_relief_paper_page_paper: { columns: ['paper_id'], table: 'relief_paper', references: ['id'] } },
};

const promise: TableDefinition = {
  name: 'relief_promise',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    kind: 'string(40)',
    due_day: 'day',
    kept_at: { type: 'instant', nullable: true },
    missed_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_promise_kind: ['application_id', 'kind'] },
  foreignKeys: { fk_relief_promise_application: ofApplication },
  indexes: { ix_relief_promise_due: ['kept_at', 'due_day'] },
};

const reminder: TableDefinition = {
  name: 'relief_promise_reminder',
  columns: { application_id: 'string(36)', due_day: 'day', step: 'string(6)', sent_at: 'instant' },
  primaryKey: ['application_id', 'due_day', 'step'],
};

const commitment: TableDefinition = {
  name: 'relief_commitment',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    number: 'int',
    signed_at: 'instant',
    content: 'bytes',
  },
  primaryKey: ['id'],
  uniques: { uq_relief_commitment_number: ['application_id', 'number'] },
  checks: { ck_relief_commitment_number: 'number IN (1, 2)' },
  foreignKeys: { fk_relief_commitment_application: ofApplication },
};

export class CreateReliefPaper20261125170100 implements MigrationInterface {
  readonly name = 'CreateReliefPaper20261125170100';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [paper, page, promise, reminder, commitment]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [commitment, reminder, promise, page, paper]) await queryRunner.dropTable(name);
  }
}
