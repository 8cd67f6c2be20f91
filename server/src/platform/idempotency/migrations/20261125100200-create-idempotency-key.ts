import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../database/create-table';

export class CreateIdempotencyKey20261125100200 implements MigrationInterface {
  readonly name = 'CreateIdempotencyKey20261125100200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'idempotency_key',
      columns: {
        id: 'string(36)',
        subject: 'string(80)',
        route: 'string(160)',
        request_key: 'string(255)',
        fingerprint: 'binary(32)',
        fingerprint_key: 'int',
        answer: { type: 'bytes', nullable: true },
        created_at: 'instant',
      },
      primaryKey: ['id'],
      uniques: { uq_idempotency_key_subject_route_key: ['subject', 'route', 'request_key'] },
      indexes: { ix_idempotency_key_created: ['created_at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('idempotency_key');
  }
}
