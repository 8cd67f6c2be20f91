import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const ofApplication = { columns: ['application_id'], table: 'relief_application', references: ['id'] };

const payee: TableDefinition = {
  name: 'relief_payee',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    position: 'int',
    choice: 'bytes',
    state: 'string(10)',
    checked_at: { type: 'instant', nullable: true },
    at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_relief_payee_position: ['application_id', 'position'] },
  checks: { ck_relief_payee_state: "state IN ('none', 'asked', 'match', 'mismatch', 'frozen', 'unknown')" },
  foreignKeys: { fk_relief_payee_application: ofApplication },
};

const change: TableDefinition = {
  name: 'relief_reported_change',
  columns: { id: 'string(36)', application_id: 'string(36)', kind: 'string(10)', at: 'instant', content: 'bytes' },
  primaryKey: ['id'],
  checks: {
    ck_relief_reported_change_kind: "kind IN ('income', 'household', 'address', 'account', 'death')",
  },
  foreignKeys: { fk_relief_reported_change_application: ofApplication },
  indexes: { ix_relief_reported_change_application: ['application_id', 'at'] },
};

const rating: TableDefinition = {
  name: 'relief_rating',
  columns: {
    application_id: 'string(36)',
    score: { type: 'int', nullable: true },
    text: { type: 'bytes', nullable: true },
    at: 'instant',
  },
  primaryKey: ['application_id'],
  checks: {
    ck_relief_rating_score: 'score IS NULL OR score BETWEEN 1 AND 5',
    ck_relief_rating_text: 'text IS NULL OR score IS NOT NULL',
  },
  foreignKeys: { fk_relief_rating_application: ofApplication },
};

const followUp: TableDefinition = {
  name: 'relief_follow_up',
  columns: {
    application_id: 'string(36)',
    asked_at: 'instant',
    state: 'string(10)',
    answer: { type: 'string(10)', nullable: true },
    text: { type: 'bytes', nullable: true },
    answered_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['application_id'],
  checks: {
    ck_relief_follow_up_state: "state IN ('asked', 'answered', 'skipped', 'spared')",
    ck_relief_follow_up_answer: "(state = 'answered') = (answer IS NOT NULL)",
  },
  foreignKeys: { fk_relief_follow_up_application: ofApplication },
};

/** Where money goes, what a resident tells afterwards, and how it went. */
export class CreateReliefMoney20261125160000 implements MigrationInterface {
  readonly name = 'CreateReliefMoney20261125160000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [payee, change, rating, followUp]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [followUp, rating, change, payee]) await queryRunner.dropTable(name);
  }
}
