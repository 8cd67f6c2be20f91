import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateUrgentRequest20261125220000 implements MigrationInterface {
  readonly name = 'CreateUrgentRequest20261125220000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'urgent_request',
      columns: {
        id: 'string(36)',
        number: 'string(12)',
        account_id: { type: 'string(36)', nullable: true },
        secret_digest: { type: 'string(64)', nullable: true },
        street_code: { type: 'string(9)', nullable: true },
        state: 'string(10)',
        told: 'bytes',
        asked_at: 'instant',
        seen_at: { type: 'instant', nullable: true },
        escalated_at: { type: 'instant', nullable: true },
      },
      primaryKey: ['id'],
      uniques: { uq_urgent_request_number: ['number'], uq_urgent_request_secret: ['secret_digest'] },
      checks: {
        ck_urgent_request_state: "state IN ('waiting', 'seen', 'over')",
        ck_urgent_request_whose: 'account_id IS NOT NULL OR secret_digest IS NOT NULL',
      },
      indexes: {
        ix_urgent_request_state: ['state', 'street_code', 'asked_at'],
        ix_urgent_request_account: ['account_id', 'asked_at'],
      },
    });
    await createTable(queryRunner, {
      name: 'urgent_step',
      columns: {
        id: 'string(36)',
        request_id: 'string(36)',
        position: 'int',
        at: 'instant',
        kind: 'string(20)',
        detail: { type: 'bytes', nullable: true },
      },
      primaryKey: ['id'],
      uniques: { uq_urgent_step_position: ['request_id', 'position'] },
      checks: { ck_urgent_step_position: 'position > 0' },
      foreignKeys: {
        fk_urgent_step_request: { columns: ['request_id'], table: 'urgent_request', references: ['id'] },
      },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('urgent_step');
    await queryRunner.dropTable('urgent_request');
  }
}
