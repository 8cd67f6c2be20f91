import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const entry: TableDefinition = {
  name: 'waiting_entry',
  columns: {
    id: 'string(36)',
    service: 'string(60)',
    kind: 'string(60)',
    account_id: 'string(36)',
    person_id: 'string(36)',
    state: 'string(10)',
    active_key: { type: 'string(160)', nullable: true },
    place: 'int',
    told: 'bytes',
    booking_id: { type: 'string(36)', nullable: true },
    offer_until: { type: 'instant', nullable: true },
    lapses: 'int',
    over_reason: { type: 'string(20)', nullable: true },
    created_at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_waiting_entry_active: ['active_key'], uq_waiting_entry_booking: ['booking_id'] },
  checks: {
    ck_waiting_entry_state: "state IN ('waiting', 'offered', 'taken', 'left', 'over')",
    ck_waiting_entry_active: "(state IN ('waiting', 'offered')) = (active_key IS NOT NULL)",
    ck_waiting_entry_offer: "(state = 'offered') = (offer_until IS NOT NULL)",
    ck_waiting_entry_booking: "state <> 'offered' OR booking_id IS NOT NULL",
    ck_waiting_entry_over: "(state = 'over') = (over_reason IS NOT NULL)",
    ck_waiting_entry_place: 'place >= 1',
  },
  indexes: {
    ix_waiting_entry_line: ['service', 'state', 'place'],
    ix_waiting_entry_account: ['account_id', 'created_at', 'id'],
    ix_waiting_entry_person: ['person_id', 'state'],
  },
};

export class CreateWaitingList20261126140000 implements MigrationInterface {
  readonly name = 'CreateWaitingList20261126140000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'waiting_line',
      columns: { service: 'string(60)', last_place: 'int' },
      primaryKey: ['service'],
    });
    await createTable(queryRunner, entry);
    await createTable(queryRunner, {
      name: 'waiting_wish',
      columns: { entry_id: 'string(36)', site: 'string(60)', day: 'day', pool: 'string(60)' },
      primaryKey: ['entry_id', 'site', 'day', 'pool'],
      indexes: { ix_waiting_wish_window: ['site', 'day', 'pool'] },
    });
    await createTable(queryRunner, {
      name: 'waiting_turn',
      columns: { window_id: 'string(36)', entry_id: 'string(36)' },
      primaryKey: ['window_id', 'entry_id'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['waiting_turn', 'waiting_wish', 'waiting_entry', 'waiting_line'])
      await queryRunner.dropTable(table);
  }
}
