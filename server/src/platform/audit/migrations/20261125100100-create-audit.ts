import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../database/create-table';

export class CreateAudit20261125100100 implements MigrationInterface {
  readonly name = 'CreateAudit20261125100100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'audit_row',
      columns: {
        id: 'string(36)',
        at: 'instant',
        action: 'string(80)',
        actor_kind: 'string(10)',
        actor_id: 'string(64)',
        person: { type: 'string(64)', nullable: true },
        object: { type: 'string(120)', nullable: true },
        reason: { type: 'bytes', nullable: true },
        facts: 'json',
        key_id: 'int',
        mac: 'binary(32)',
      },
      primaryKey: ['id'],
      checks: { ck_audit_row_actor_kind: "actor_kind IN ('resident', 'staff', 'bureau', 'system')" },
      indexes: {
        ix_audit_row_at: ['at'],
        ix_audit_row_person: ['person', 'at'],
        ix_audit_row_object: ['object', 'at'],
      },
    });
    await createTable(queryRunner, {
      name: 'audit_chain',
      columns: { seq: 'int', row_id: 'string(36)', prev_hash: 'binary(32)', hash: 'binary(32)', key_id: 'int' },
      primaryKey: ['seq'],
      uniques: { uq_audit_chain_row: ['row_id'], uq_audit_chain_prev: ['prev_hash'] },
      checks: { ck_audit_chain_seq: 'seq >= 1' },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('audit_chain');
    await queryRunner.dropTable('audit_row');
  }
}
