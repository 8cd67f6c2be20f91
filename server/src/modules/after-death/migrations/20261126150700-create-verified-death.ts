import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateVerifiedDeath20261126150700 implements MigrationInterface {
  readonly name = 'CreateVerifiedDeath20261126150700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'verified_death',
      columns: {
        id: 'string(36)',
        person_id: 'string(36)',
        standing: { type: 'string(36)', nullable: true },
        died: 'day',
        certificate: 'bytes',
        at: 'instant',
        settled_at: { type: 'instant', nullable: true },
        withdrawn_at: { type: 'instant', nullable: true },
        withdrawn_why: { type: 'bytes', nullable: true },
      },
      primaryKey: ['id'],
      uniques: { uq_verified_death_standing: ['standing'] },
      checks: {
        ck_verified_death_withdrawn: '(standing IS NULL) = (withdrawn_at IS NOT NULL)',
        ck_verified_death_why: '(withdrawn_at IS NULL) = (withdrawn_why IS NULL)',
      },
      indexes: { ix_verified_death_settled: ['settled_at'] },
    });
    await createTable(queryRunner, {
      name: 'death_effect',
      columns: {
        id: 'string(36)',
        death_id: 'string(36)',
        what: 'string(10)',
        object_id: 'string(36)',
        state: 'string(12)',
        at: 'instant',
      },
      primaryKey: ['id'],
      uniques: { uq_death_effect_object: ['death_id', 'what', 'object_id'] },
      checks: {
        ck_death_effect_what: "what IN ('booking', 'waiting', 'mandate', 'relief', 'messages', 'survivor')",
        ck_death_effect_state: "state IN ('stopped', 'by-hand', 'restored', 'to-do-again', 'told')",
      },
      foreignKeys: {
        fk_death_effect_death: { columns: ['death_id'], table: 'verified_death', references: ['id'] },
      },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('death_effect');
    await queryRunner.dropTable('verified_death');
  }
}
