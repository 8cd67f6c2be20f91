import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateBooking20261126110000 implements MigrationInterface {
  readonly name = 'CreateBooking20261126110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createBooking(queryRunner);
    await createParty(queryRunner);
    await createQuota(queryRunner);
    await createStep(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['booking_step', 'booking_quota', 'booking_party', 'booking']) {
      await queryRunner.dropTable(table);
    }
  }
}

async function createBooking(queryRunner: QueryRunner): Promise<void> {
  await createTable(queryRunner, {
    name: 'booking',
    columns: {
      id: 'string(36)',
      number: 'string(12)',
      service: 'string(60)',
      kind: 'string(60)',
      state: 'string(20)',
      version: 'int',
      site: 'string(60)',
      window_id: 'string(36)',
      starts_at: 'instant',
      no_show_at: 'instant',
      hold_id: { type: 'string(36)', nullable: true },
      expires_at: { type: 'instant', nullable: true },
      renewals: 'int',
      details: 'bytes',
      created_at: 'instant',
      ended_at: { type: 'instant', nullable: true },
      excused_at: { type: 'instant', nullable: true },
      excused_why: { type: 'bytes', nullable: true },
    },
    primaryKey: ['id'],
    uniques: { uq_booking_number: ['number'], uq_booking_hold: ['hold_id'] },
    checks: {
      ck_booking_state:
        "state IN ('held', 'pending-partner', 'pending-bureau', 'confirmed', 'checked-in', 'no-show', 'cancelled', 'expired', 'rejected', 'displaced')",
      ck_booking_expires: "(state IN ('held', 'pending-partner')) = (expires_at IS NOT NULL)",
      ck_booking_hold:
        "(state IN ('held', 'pending-partner', 'confirmed', 'checked-in', 'no-show')) = (hold_id IS NOT NULL)",
      ck_booking_ended:
        "(state IN ('checked-in', 'no-show', 'cancelled', 'expired', 'rejected')) = (ended_at IS NOT NULL)",
    },
    indexes: {
      ix_booking_expires: ['expires_at', 'id'],
      ix_booking_no_show: ['state', 'no_show_at', 'id'],
      ix_booking_window: ['window_id', 'state'],
    },
  });
}

async function createParty(queryRunner: QueryRunner): Promise<void> {
  await createTable(queryRunner, {
    name: 'booking_party',
    columns: {
      id: 'string(36)',
      booking_id: 'string(36)',
      role: 'string(10)',
      person_id: 'string(36)',
      account_id: { type: 'string(36)', nullable: true },
      phone: { type: 'bytes', nullable: true },
      way: { type: 'string(20)', nullable: true },
      confirmed_at: { type: 'instant', nullable: true },
    },
    primaryKey: ['id'],
    uniques: {
      uq_booking_party_role: ['booking_id', 'role'],
      uq_booking_party_person: ['booking_id', 'person_id'],
    },
    checks: {
      ck_booking_party_role: "role IN ('holder', 'partner')",
      ck_booking_party_partner: "role = 'holder' OR (way IS NOT NULL AND confirmed_at IS NOT NULL)",
    },
    foreignKeys: { fk_booking_party_booking: { columns: ['booking_id'], table: 'booking', references: ['id'] } },
    indexes: { ix_booking_party_account: ['account_id', 'booking_id'], ix_booking_party_person: ['person_id'] },
  });
}

async function createQuota(queryRunner: QueryRunner): Promise<void> {
  await createTable(queryRunner, {
    name: 'booking_quota',
    columns: {
      scope: 'string(60)',
      quota_key: 'string(100)',
      booking_id: 'string(36)',
      role: 'string(10)',
    },
    primaryKey: ['scope', 'quota_key'],
    foreignKeys: { fk_booking_quota_booking: { columns: ['booking_id'], table: 'booking', references: ['id'] } },
    indexes: { ix_booking_quota_booking: ['booking_id'] },
  });
}

async function createStep(queryRunner: QueryRunner): Promise<void> {
  await createTable(queryRunner, {
    name: 'booking_step',
    columns: {
      booking_id: 'string(36)',
      version: 'int',
      act: 'string(20)',
      why: { type: 'string(400)', nullable: true },
      at: 'instant',
    },
    primaryKey: ['booking_id', 'version'],
    foreignKeys: { fk_booking_step_booking: { columns: ['booking_id'], table: 'booking', references: ['id'] } },
  });
}
