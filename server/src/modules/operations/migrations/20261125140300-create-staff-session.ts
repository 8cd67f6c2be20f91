import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateStaffSession20261125140300 implements MigrationInterface {
  readonly name = 'CreateStaffSession20261125140300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'staff_session',
      columns: {
        id: 'string(36)',
        token_hash: 'string(64)',
        staff_id: 'string(32)',
        name: 'bytes',
        role: 'string(20)',
        offices: 'json',
        created_at: 'instant',
        last_used_at: 'instant',
        ended_at: { type: 'instant', nullable: true },
      },
      primaryKey: ['id'],
      uniques: { uq_staff_session_token: ['token_hash'] },
      checks: { ck_staff_session_role: "role IN ('operator', 'street-clerk', 'auditor')" },
    });
    await createTable(queryRunner, {
      name: 'staff_sign_in_try',
      columns: { digest: 'string(64)', tries: 'int', last_at: 'instant' },
      primaryKey: ['digest'],
      checks: { ck_staff_sign_in_try_count: 'tries >= 0' },
      indexes: { ix_staff_sign_in_try_last: ['last_at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('staff_sign_in_try');
    await queryRunner.dropTable('staff_session');
  }
}
