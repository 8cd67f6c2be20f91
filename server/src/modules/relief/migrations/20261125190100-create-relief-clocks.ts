import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const ofCase = { columns: ['case_id'], table: 'relief_case', references: ['id'] };

const notice: TableDefinition = {
  name: 'holiday_notice',
  columns: {
    year: 'string(4)',
    off: 'json',
    work: 'json',
    document: 'string(120)',
    loaded_by: 'string(32)',
    at: 'instant',
  },
  primaryKey: ['year'],
};

const clock: TableDefinition = {
  name: 'relief_case_clock',
  columns: { case_id: 'string(36)', basis: 'string(60)' },
  primaryKey: ['case_id'],
  foreignKeys: { fk_relief_case_clock_case: ofCase },
  indexes: { ix_relief_case_clock_basis: ['basis'] },
};

const due: TableDefinition = {
  name: 'relief_case_due',
  columns: { case_id: 'string(36)', step: 'string(80)', due_on: 'day', clock: 'string(160)', expected: 'int' },
  primaryKey: ['case_id', 'step'],
  foreignKeys: { fk_relief_case_due_case: ofCase },
  indexes: { ix_relief_case_due_on: ['due_on'] },
};

const late: TableDefinition = {
  name: 'relief_late_step',
  columns: {
    id: 'string(36)',
    case_id: 'string(36)',
    step: 'string(80)',
    state: 'string(10)',
    told_office_on: 'day',
    district_from: 'day',
    told_district_on: { type: 'day', nullable: true },
    answered_by: { type: 'string(32)', nullable: true },
    answered_on: { type: 'day', nullable: true },
    word: { type: 'bytes', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_late_step: ['case_id', 'step'] },
  checks: { ck_relief_late_step_state: "state IN ('open', 'answered', 'over')" },
  foreignKeys: { fk_relief_late_step_case: ofCase },
  indexes: { ix_relief_late_step_state: ['state', 'district_from'] },
};

export class CreateReliefClocks20261125190100 implements MigrationInterface {
  readonly name = 'CreateReliefClocks20261125190100';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [notice, clock, due, late]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [late, due, clock, notice]) await queryRunner.dropTable(name);
  }
}
