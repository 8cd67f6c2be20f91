import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateMandate20261125150200 implements MigrationInterface {
  readonly name = 'CreateMandate20261125150200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'mandate',
      columns: {
        id: 'string(36)',
        helper_account_id: 'string(36)',
        principal_person_id: { type: 'string(36)', nullable: true },
        principal: 'bytes',
        programmes: 'json',
        street: 'string(9)',
        way: 'string(10)',
        until: 'day',
        state: 'string(14)',
        code_digest: { type: 'binary(32)', nullable: true },
        code_until: { type: 'instant', nullable: true },
        code_tries: 'int',
        codes_sent: 'int',
        created_at: 'instant',
        ended_at: { type: 'instant', nullable: true },
      },
      primaryKey: ['id'],
      checks: {
        ck_mandate_state: "state IN ('checking', 'not-confirmed', 'waiting', 'acting', 'revoked', 'ended')",
        ck_mandate_way: "way IN ('sms', 'call', 'account')",
        ck_mandate_principal:
          "(principal_person_id IS NULL) = (state IN ('checking', 'not-confirmed')) OR state = 'ended'",
        ck_mandate_ended: "(ended_at IS NOT NULL) = (state IN ('revoked', 'ended'))",
        ck_mandate_code_tries: 'code_tries >= 0 AND codes_sent >= 0',
      },
      indexes: {
        ix_mandate_helper: ['helper_account_id', 'created_at'],
        ix_mandate_principal: ['principal_person_id'],
        ix_mandate_street: ['street', 'state'],
        ix_mandate_code: ['code_digest'],
      },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('mandate');
  }
}
