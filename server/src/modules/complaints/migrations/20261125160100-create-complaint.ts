import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateComplaint20261125160100 implements MigrationInterface {
  readonly name = 'CreateComplaint20261125160100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'complaint',
      columns: {
        id: 'string(36)',
        account_id: 'string(36)',
        number: 'string(24)',
        kind: 'string(10)',
        application_id: { type: 'string(36)', nullable: true },
        office_code: { type: 'string(9)', nullable: true },
        text: 'bytes',
        state: 'string(10)',
        due_on: 'day',
        answer: { type: 'bytes', nullable: true },
        answered_at: { type: 'instant', nullable: true },
        created_at: 'instant',
      },
      primaryKey: ['id'],
      uniques: { uq_complaint_number: ['number'] },
      checks: {
        ck_complaint_state: "state IN ('open', 'answered')",
        ck_complaint_kind: "kind IN ('complaint', 'suggestion')",
        ck_complaint_answered: "(state = 'answered') = (answer IS NOT NULL)",
      },
      indexes: {
        ix_complaint_account: ['account_id', 'created_at', 'id'],
        ix_complaint_state: ['state', 'due_on'],
      },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('complaint');
  }
}
