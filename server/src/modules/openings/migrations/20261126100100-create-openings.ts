import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const tables: readonly TableDefinition[] = [
  {
    name: 'opening_setting',
    columns: { service: 'string(40)', settings: 'json' },
    primaryKey: ['service'],
  },
  {
    name: 'opening_template',
    columns: { service: 'string(40)', code: 'string(40)', template: 'json' },
    primaryKey: ['service', 'code'],
  },
  {
    name: 'opening_exception',
    columns: {
      id: 'string(36)',
      service: 'string(40)',
      site: 'string(60)',
      day: 'day',
      opens: 'int',
      template: { type: 'string(40)', nullable: true },
      why: { type: 'string(200)', nullable: true },
    },
    primaryKey: ['id'],
    uniques: { uq_opening_exception_day: ['service', 'day', 'site'] },
    checks: { ck_opening_exception_opens: 'opens IN (0, 1) AND (opens = 0) = (why IS NOT NULL)' },
  },
  {
    name: 'opening_hot_day',
    columns: {
      service: 'string(40)',
      day: 'day',
      name: 'string(40)',
      capacity_percent: 'int',
      partner_hours: { type: 'int', nullable: true },
      offers: 'json',
    },
    primaryKey: ['service', 'day'],
    checks: {
      ck_opening_hot_day_percent: 'capacity_percent BETWEEN 100 AND 1000',
      ck_opening_hot_day_hours: 'partner_hours IS NULL OR partner_hours BETWEEN 1 AND 72',
    },
  },
  {
    name: 'booking_site_edit',
    columns: {
      service: 'string(40)',
      site: 'string(60)',
      fields: 'json',
      source: 'string(200)',
      edited_by: 'string(32)',
      at: 'instant',
    },
    primaryKey: ['service', 'site'],
  },
];

export class CreateOpenings20261126100100 implements MigrationInterface {
  readonly name = 'CreateOpenings20261126100100';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await queryRunner.dropTable(name);
  }
}
