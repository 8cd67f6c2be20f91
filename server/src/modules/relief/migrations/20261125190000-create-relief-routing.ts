import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const hop: TableDefinition = {
  name: 'relief_case_hop',
  columns: {
    id: 'string(36)',
    case_id: 'string(36)',
    event_id: 'string(120)',
    position: 'int',
    from_code: 'string(9)',
    office_code: 'string(9)',
    office_name: 'string(80)',
    since: 'instant',
    source: 'string(10)',
    why: 'bytes',
  },
  primaryKey: ['id'],
  uniques: {
    uq_relief_case_hop_event: ['case_id', 'event_id'],
    uq_relief_case_hop_position: ['case_id', 'position'],
  },
  checks: { ck_relief_case_hop_source: "source IN ('bureau', 'staff')" },
  foreignKeys: { fk_relief_case_hop_case: { columns: ['case_id'], table: 'relief_case', references: ['id'] } },
};

const change: TableDefinition = {
  name: 'relief_route_change',
  columns: {
    id: 'string(36)',
    batch: 'string(36)',
    street_code: 'string(9)',
    from_office: 'string(9)',
    to_office: 'string(9)',
    at: 'instant',
    changed_by: 'string(32)',
    reason: 'bytes',
    undoes: { type: 'string(36)', nullable: true },
  },
  primaryKey: ['id'],
  indexes: { ix_relief_route_change_at: ['at'], ix_relief_route_change_batch: ['batch'] },
};

const delegation: TableDefinition = {
  name: 'relief_delegation',
  columns: {
    id: 'string(36)',
    district_code: 'string(6)',
    decides: 'string(10)',
    from_day: 'day',
    at: 'instant',
    changed_by: 'string(32)',
    reason: 'bytes',
  },
  primaryKey: ['id'],
  checks: { ck_relief_delegation_decides: "decides IN ('district', 'street')" },
  indexes: { ix_relief_delegation_district: ['district_code', 'from_day'] },
};

export class CreateReliefRouting20261125190000 implements MigrationInterface {
  readonly name = 'CreateReliefRouting20261125190000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [hop, change, delegation]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [delegation, change, hop]) await queryRunner.dropTable(name);
  }
}
