import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../database/create-table';

export class CreateInbox20261125110100 implements MigrationInterface {
  readonly name = 'CreateInbox20261125110100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'inbox_event',
      columns: {
        id: 'string(36)',
        bureau: 'string(40)',
        event_id: 'string(64)',
        outcome: 'string(14)',
        body: 'bytes',
        received_at: 'instant',
      },
      primaryKey: ['id'],
      uniques: { uq_inbox_event_bureau_event: ['bureau', 'event_id'] },
      checks: { ck_inbox_event_outcome: "outcome IN ('applied', 'not-applicable', 'unreadable')" },
    });
    await createTable(queryRunner, {
      name: 'inbox_nonce',
      columns: { bureau: 'string(40)', nonce: 'string(64)', seen_at: 'instant' },
      primaryKey: ['bureau', 'nonce'],
      indexes: { ix_inbox_nonce_seen: ['seen_at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('inbox_nonce');
    await queryRunner.dropTable('inbox_event');
  }
}
