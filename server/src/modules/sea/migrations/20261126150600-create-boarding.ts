import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const pass: TableDefinition = {
  name: 'sea_pass',
  columns: {
    farewell_id: 'string(36)',
    n: 'int',
    relative_id: { type: 'string(36)', nullable: true },
    place: 'string(10)',
    void_at: { type: 'instant', nullable: true },
    boarded_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['farewell_id', 'n'],
  checks: {
    ck_sea_pass_n: 'n >= 1',
    ck_sea_pass_place: "place IN ('aboard', 'ashore')",
    ck_sea_pass_boarded: 'void_at IS NULL OR boarded_at IS NULL',
  },
};

const certificate: TableDefinition = {
  name: 'sea_certificate',
  columns: {
    farewell_id: 'string(36)',
    number: 'string(12)',
    day: 'day',
    month_day: 'string(5)',
    report: 'bytes',
    seal: 'string(24)',
  },
  primaryKey: ['farewell_id'],
  uniques: { uq_sea_certificate_seal: ['seal'] },
  indexes: { ix_sea_certificate_month_day: ['month_day', 'farewell_id'] },
};

const memory: TableDefinition = {
  name: 'sea_memory',
  columns: {
    id: 'string(36)',
    farewell_id: 'string(36)',
    owner: 'string(36)',
    account_id: 'string(36)',
    words: { type: 'bytes', nullable: true },
    yearly: { type: 'string(3)', nullable: true },
    told_in: { type: 'int', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_sea_memory_owner: ['farewell_id', 'owner'] },
  checks: { ck_sea_memory_yearly: "yearly IS NULL OR yearly IN ('yes', 'no')" },
};

export class CreateBoarding20261126150600 implements MigrationInterface {
  readonly name = 'CreateBoarding20261126150600';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [pass, certificate, memory]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [memory, certificate, pass]) await queryRunner.dropTable(name);
  }
}
