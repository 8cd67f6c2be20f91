import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const asking: TableDefinition = {
  name: 'booking_asking',
  columns: {
    id: 'string(36)',
    booking_id: 'string(36)',
    purpose: 'string(8)',
    standing: { type: 'string(8)', nullable: true },
    asked: 'string(8)',
    way: 'string(12)',
    asked_at: 'instant',
    until_at: 'instant',
    ended_as: { type: 'string(12)', nullable: true },
    reminded_at: { type: 'instant', nullable: true },
    hold_id: { type: 'string(36)', nullable: true },
    window_id: { type: 'string(36)', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_booking_asking_standing: ['booking_id', 'standing'] },
  checks: {
    ck_booking_asking_purpose: "purpose IN ('join', 'change')",
    ck_booking_asking_asked: "asked IN ('holder', 'partner')",
    ck_booking_asking_way: "way IN ('own-phone', 'this-phone', 'desk')",
    ck_booking_asking_ended: "ended_as IS NULL OR ended_as IN ('agreed', 'lapsed', 'withdrawn')",
    ck_booking_asking_standing: '(standing IS NULL) = (ended_as IS NOT NULL)',
    ck_booking_asking_hold: "(purpose = 'change') = (hold_id IS NOT NULL) AND (hold_id IS NULL) = (window_id IS NULL)",
  },
  foreignKeys: { fk_booking_asking_booking: { columns: ['booking_id'], table: 'booking', references: ['id'] } },
  indexes: { ix_booking_asking_until: ['standing', 'until_at'] },
};

const ofAsking = { columns: ['asking_id'], table: 'booking_asking', references: ['id'] };

const invitation: TableDefinition = {
  name: 'booking_invitation',
  columns: {
    id: 'string(36)',
    asking_id: 'string(36)',
    standing: { type: 'string(36)', nullable: true },
    token_hash: 'binary(32)',
    sent_at: 'instant',
    ended_as: { type: 'string(12)', nullable: true },
  },
  primaryKey: ['id'],
  uniques: {
    uq_booking_invitation_standing: ['standing'],
    uq_booking_invitation_token: ['token_hash'],
  },
  checks: {
    ck_booking_invitation_ended: "ended_as IS NULL OR ended_as IN ('used', 'replaced')",
    ck_booking_invitation_standing: '(standing IS NULL) = (ended_as IS NOT NULL)',
  },
  foreignKeys: { fk_booking_invitation_asking: ofAsking },
  indexes: { ix_booking_invitation_asking: ['asking_id', 'sent_at'] },
};

const opening: TableDefinition = {
  name: 'booking_opening',
  columns: { asking_id: 'string(36)', account_id: 'string(36)', opened_at: 'instant' },
  primaryKey: ['asking_id', 'account_id'],
  foreignKeys: { fk_booking_opening_asking: ofAsking },
};

const decline: TableDefinition = {
  name: 'booking_decline',
  columns: { asking_id: 'string(36)', account_id: 'string(36)', declined_at: 'instant' },
  primaryKey: ['asking_id', 'account_id'],
  foreignKeys: { fk_booking_decline_asking: ofAsking },
};

/**
 * What is asked of the other person of a booking, the links it can be answered by, who opened one, and who said no. A
 * no has a table of its own, so that nothing that reads the others can show it (docs/adr/0019).
 */
export class CreateBookingAsking20261126120000 implements MigrationInterface {
  readonly name = 'CreateBookingAsking20261126120000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [asking, invitation, opening, decline]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [decline, opening, invitation, asking]) await queryRunner.dropTable(name);
  }
}
