import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const round: TableDefinition = {
  name: 'replacing_round',
  columns: {
    id: 'string(36)',
    service: 'string(60)',
    kind: 'string(20)',
    open_key: { type: 'string(100)', nullable: true },
    plan: { type: 'text', nullable: true },
    planned_at: { type: 'instant', nullable: true },
    created_at: 'instant',
    applied_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_replacing_round_open: ['open_key'] },
  checks: {
    ck_replacing_round_kind: "kind IN ('displaced', 'sign-ups')",
    ck_replacing_round_open: '(applied_at IS NULL) = (open_key IS NOT NULL)',
  },
  indexes: { ix_replacing_round_service: ['service', 'kind', 'created_at'] },
};

const move: TableDefinition = {
  name: 'replacing_move',
  columns: {
    round_id: 'string(36)',
    subject: 'string(36)',
    history: 'string(36)',
    booking_id: { type: 'string(36)', nullable: true },
    lost_slot_id: { type: 'string(36)', nullable: true },
    slot_id: { type: 'string(36)', nullable: true },
    worse: 'int',
    kept_until: { type: 'instant', nullable: true },
    call_reason: { type: 'string(20)', nullable: true },
    called_at: { type: 'instant', nullable: true },
    answer: { type: 'string(10)', nullable: true },
    at: 'instant',
  },
  primaryKey: ['round_id', 'subject'],
  checks: {
    ck_replacing_move_worse: 'worse IN (0, 1)',
    ck_replacing_move_answer: "answer IS NULL OR answer = 'later'",
  },
  indexes: { ix_replacing_move_history: ['history', 'at'], ix_replacing_move_booking: ['booking_id', 'at'] },
};

export class CreateReplacing20261126150300 implements MigrationInterface {
  readonly name = 'CreateReplacing20261126150300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, round);
    await createTable(queryRunner, {
      name: 'replacing_pin',
      columns: { round_id: 'string(36)', subject: 'string(36)', slot_id: { type: 'string(36)', nullable: true } },
      primaryKey: ['round_id', 'subject'],
    });
    await createTable(queryRunner, move);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['replacing_move', 'replacing_pin', 'replacing_round']) await queryRunner.dropTable(table);
  }
}
