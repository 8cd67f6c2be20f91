import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const reliefCase: TableDefinition = {
  name: 'relief_case',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    bureau: 'string(40)',
    office_code: 'string(9)',
    state: 'string(20)',
    papers: { type: 'bytes', nullable: true },
    created_at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_relief_case_application_bureau: ['application_id', 'bureau'] },
  checks: {
    ck_relief_case_state:
      "state IN ('held-back', 'submitted', 'routed', 'accepted', 'supplement-requested', 'verifying', " +
      "'investigating', 'publicised', 'decided', 'closed', 'withdrawn')",
  },
  foreignKeys: {
    fk_relief_case_application: { columns: ['application_id'], table: 'relief_application', references: ['id'] },
  },
  indexes: { ix_relief_case_office: ['office_code', 'state'] },
};

const ofCase = { columns: ['case_id'], table: 'relief_case', references: ['id'] };

const item: TableDefinition = {
  name: 'relief_case_item',
  columns: {
    id: 'string(36)',
    case_id: 'string(36)',
    programme: 'string(60)',
    state: 'string(12)',
    held: 'json',
    decision: { type: 'bytes', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_case_item_programme: ['case_id', 'programme'] },
  checks: {
    ck_relief_case_item_state: "state IN ('held-back', 'in-hand', 'approved', 'refused', 'withdrawn', 'not-filed')",
    ck_relief_case_item_decided: "decision IS NULL OR state IN ('approved', 'refused')",
  },
  foreignKeys: { fk_relief_case_item_case: ofCase },
};

const event: TableDefinition = {
  name: 'relief_case_event',
  columns: {
    id: 'string(36)',
    case_id: 'string(36)',
    event_id: 'string(120)',
    position: 'int',
    at: 'instant',
    kind: 'string(30)',
    source: 'string(10)',
    applied: 'int',
    why_not: { type: 'string(20)', nullable: true },
    detail: 'bytes',
  },
  primaryKey: ['id'],
  uniques: { uq_relief_case_event: ['case_id', 'event_id'] },
  checks: {
    ck_relief_case_event_source: "source IN ('bureau', 'resident', 'system')",
    ck_relief_case_event_applied: 'applied IN (0, 1) AND (applied = 1) = (why_not IS NULL)',
  },
  foreignKeys: { fk_relief_case_event_case: ofCase },
  indexes: { ix_relief_case_event_case: ['case_id', 'at'] },
};

const meansCheck: TableDefinition = {
  name: 'relief_means_check',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    case_id: 'string(36)',
    authorisation_id: 'string(36)',
    state: 'string(12)',
    asked_at: 'instant',
    ended_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_means_check_authorisation: ['authorisation_id'] },
  checks: { ck_relief_means_check_state: "state IN ('asked', 'finished', 'impossible', 'cancelled')" },
  foreignKeys: { fk_relief_means_check_case: ofCase },
};

const route: TableDefinition = {
  name: 'relief_route',
  columns: { street_code: 'string(9)', office_code: 'string(9)' },
  primaryKey: ['street_code'],
};

export class CreateReliefCase20261125130100 implements MigrationInterface {
  readonly name = 'CreateReliefCase20261125130100';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [reliefCase, item, event, meansCheck, route]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [route, meansCheck, event, item, reliefCase]) await queryRunner.dropTable(name);
  }
}
