import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateNoticeWays20261125140100 implements MigrationInterface {
  readonly name = 'CreateNoticeWays20261125140100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'notice_grant',
      columns: { account_id: 'string(36)', template_id: 'string(80)', remaining: 'int' },
      primaryKey: ['account_id', 'template_id'],
      checks: { ck_notice_grant_remaining: 'remaining >= 0' },
    });
    await createTable(queryRunner, {
      name: 'notice_deferral',
      columns: { notice_id: 'string(36)', not_before: 'instant' },
      primaryKey: ['notice_id'],
      indexes: { ix_notice_deferral_not_before: ['not_before'] },
    });
    await createTable(queryRunner, {
      name: 'notice_call',
      columns: {
        id: 'string(36)',
        notice_id: 'string(36)',
        office_code: 'string(9)',
        created_at: 'instant',
        state: 'string(10)',
        last_reason: { type: 'bytes', nullable: true },
        last_at: { type: 'instant', nullable: true },
      },
      primaryKey: ['id'],
      uniques: { uq_notice_call_notice: ['notice_id'] },
      checks: { ck_notice_call_state: "state IN ('open', 'done')" },
      indexes: { ix_notice_call_state: ['state', 'office_code', 'created_at'] },
    });
    await createTable(queryRunner, {
      name: 'number_view',
      columns: { id: 'string(36)', staff_id: 'string(32)', at: 'instant' },
      primaryKey: ['id'],
      indexes: { ix_number_view_staff: ['staff_id', 'at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['number_view', 'notice_call', 'notice_deferral', 'notice_grant']) {
      await queryRunner.dropTable(table);
    }
  }
}
