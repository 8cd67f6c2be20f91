import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../database/create-table';

export class CreateOutbox20261125110000 implements MigrationInterface {
  readonly name = 'CreateOutbox20261125110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'outbox_order',
      columns: { bureau: 'string(40)', order_key: 'string(100)', last_position: 'int' },
      primaryKey: ['bureau', 'order_key'],
      checks: { ck_outbox_order_position: 'last_position >= 1' },
    });
    await createTable(queryRunner, {
      name: 'outbox_message',
      columns: {
        id: 'string(36)',
        topic: 'string(80)',
        bureau: 'string(40)',
        order_key: 'string(100)',
        position: 'int',
        payload: { type: 'bytes', nullable: true },
        state: 'string(10)',
        tries: 'int',
        answered_failures: 'int',
        due_at: 'instant',
        leased_until: { type: 'instant', nullable: true },
        lease: { type: 'string(36)', nullable: true },
        why: { type: 'string(200)', nullable: true },
        appended_at: 'instant',
        ended_at: { type: 'instant', nullable: true },
      },
      primaryKey: ['id'],
      uniques: { uq_outbox_message_position: ['bureau', 'order_key', 'position'] },
      checks: {
        ck_outbox_message_state: "state IN ('waiting', 'done', 'pending', 'rejected', 'dead', 'skipped')",
        ck_outbox_message_payload: "(state IN ('waiting', 'dead')) = (payload IS NOT NULL)",
        ck_outbox_message_lease: '(leased_until IS NULL) = (lease IS NULL)',
        ck_outbox_message_counts: 'position >= 1 AND tries >= 0 AND answered_failures >= 0',
      },
      indexes: { ix_outbox_message_due: ['bureau', 'state', 'due_at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('outbox_message');
    await queryRunner.dropTable('outbox_order');
  }
}
