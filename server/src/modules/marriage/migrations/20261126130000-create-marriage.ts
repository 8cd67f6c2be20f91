import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const filing: TableDefinition = {
  name: 'marriage_filing',
  columns: { booking_id: 'string(36)', state: 'string(10)', changed_at: 'instant' },
  primaryKey: ['booking_id'],
  checks: { ck_marriage_filing_state: "state IN ('told', 'suspended', 'ended')" },
};

const review: TableDefinition = {
  name: 'marriage_review',
  columns: {
    id: 'string(36)',
    booking_id: 'string(36)',
    person_id: 'string(36)',
    account_id: { type: 'string(36)', nullable: true },
    answer: { type: 'bytes', nullable: true },
    asked_at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_marriage_review_person: ['booking_id', 'person_id'] },
};

const divorce: TableDefinition = {
  name: 'marriage_divorce',
  columns: {
    id: 'string(36)',
    divorce_no: 'string(40)',
    site: 'string(60)',
    received_on: 'day',
    state: 'string(10)',
    ended_on: { type: 'day', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_marriage_divorce_no: ['divorce_no'] },
  checks: {
    ck_marriage_divorce_state: "state IN ('accepted', 'withdrawn', 'done')",
    ck_marriage_divorce_ended: "(ended_on IS NULL) = (state = 'accepted')",
  },
};

const party: TableDefinition = {
  name: 'marriage_divorce_party',
  columns: { divorce_id: 'string(36)', person_id: 'string(36)' },
  primaryKey: ['divorce_id', 'person_id'],
  indexes: { ix_marriage_divorce_party_person: ['person_id'] },
  foreignKeys: {
    fk_marriage_divorce_party_divorce: { columns: ['divorce_id'], table: 'marriage_divorce', references: ['id'] },
  },
};

export class CreateMarriage20261126130000 implements MigrationInterface {
  readonly name = 'CreateMarriage20261126130000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [filing, review, divorce, party]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [party, divorce, review, filing]) await queryRunner.dropTable(name);
  }
}
