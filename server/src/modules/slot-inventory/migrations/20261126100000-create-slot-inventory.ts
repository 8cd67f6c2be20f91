import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const pool: TableDefinition = {
  name: 'slot_pool',
  columns: { id: 'string(36)', service: 'string(40)', site: 'string(60)', kind: 'string(40)' },
  primaryKey: ['id'],
  uniques: { uq_slot_pool_words: ['service', 'site', 'kind'] },
};

const window: TableDefinition = {
  name: 'slot_window',
  columns: {
    id: 'string(36)',
    pool_id: 'string(36)',
    day: 'day',
    starts_at: 'instant',
    ends_at: 'instant',
    capacity: 'int',
    held_back: 'int',
    taken: 'int',
    staff_taken: 'int',
    opens_at: 'instant',
    closes_at: 'instant',
    closed: 'int',
    why: { type: 'string(200)', nullable: true },
    version: 'int',
    marks: 'json',
  },
  primaryKey: ['id'],
  uniques: { uq_slot_window_pool_start: ['pool_id', 'starts_at'] },
  foreignKeys: { fk_slot_window_pool: { columns: ['pool_id'], table: 'slot_pool', references: ['id'] } },
  checks: {
    ck_slot_window_capacity: 'capacity >= 1',
    ck_slot_window_held_back: 'held_back BETWEEN 0 AND capacity',
    ck_slot_window_taken: 'taken BETWEEN 0 AND capacity',
    ck_slot_window_staff_taken: 'staff_taken BETWEEN 0 AND taken',
    ck_slot_window_times: 'ends_at > starts_at AND closes_at > opens_at',
    ck_slot_window_closed: 'closed IN (0, 1) AND (closed = 1) = (why IS NOT NULL)',
  },
  indexes: { ix_slot_window_day: ['day', 'pool_id'] },
};

const hold: TableDefinition = {
  name: 'slot_hold',
  columns: {
    id: 'string(36)',
    holder: { type: 'string(36)', nullable: true },
    lapses_at: { type: 'instant', nullable: true },
    by_staff: 'int',
  },
  primaryKey: ['id'],
  checks: {
    ck_slot_hold_rests: 'holder IS NOT NULL OR lapses_at IS NOT NULL',
    ck_slot_hold_by_staff: 'by_staff IN (0, 1)',
  },
  indexes: { ix_slot_hold_holder: ['holder'], ix_slot_hold_lapses: ['lapses_at'] },
};

const line: TableDefinition = {
  name: 'slot_hold_line',
  columns: { hold_id: 'string(36)', window_id: 'string(36)', units: 'int' },
  primaryKey: ['hold_id', 'window_id'],
  foreignKeys: {
    fk_slot_hold_line_hold: { columns: ['hold_id'], table: 'slot_hold', references: ['id'] },
    fk_slot_hold_line_window: { columns: ['window_id'], table: 'slot_window', references: ['id'] },
  },
  checks: { ck_slot_hold_line_units: 'units >= 1' },
  indexes: { ix_slot_hold_line_window: ['window_id'] },
};

export class CreateSlotInventory20261126100000 implements MigrationInterface {
  readonly name = 'CreateSlotInventory20261126100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [pool, window, hold, line]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [line, hold, window, pool]) await queryRunner.dropTable(name);
  }
}
