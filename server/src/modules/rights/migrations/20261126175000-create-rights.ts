import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateRights20261126175000 implements MigrationInterface {
  readonly name = 'CreateRights20261126175000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'disclosure',
      columns: {
        id: 'string(36)',
        message_id: 'string(36)',
        account_id: { type: 'string(36)', nullable: true },
        bureau: 'string(40)',
        topic: 'string(80)',
        object: 'string(100)',
        told: 'json',
        at: 'instant',
      },
      primaryKey: ['id'],
      uniques: { uq_disclosure_message: ['message_id', 'account_id'] },
      indexes: { ix_disclosure_account: ['account_id', 'at', 'id'] },
    });
    await createTable(queryRunner, {
      name: 'legal_hold',
      columns: {
        id: 'string(36)',
        object: 'string(120)',
        why: 'bytes',
        held_by: 'string(64)',
        held_at: 'instant',
        ended_at: { type: 'instant', nullable: true },
      },
      primaryKey: ['id'],
      indexes: { ix_legal_hold_object: ['object', 'ended_at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('legal_hold');
    await queryRunner.dropTable('disclosure');
  }
}
