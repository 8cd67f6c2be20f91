import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const farewell: TableDefinition = {
  name: 'farewell',
  columns: {
    id: 'string(36)',
    number: 'string(12)',
    account_id: { type: 'string(36)', nullable: true },
    person_id: { type: 'string(36)', nullable: true },
    state: 'string(12)',
    version: 'int',
    content: 'bytes',
    booking_id: { type: 'string(36)', nullable: true },
    desk_reference: { type: 'string(64)', nullable: true },
    created_at: 'instant',
    updated_at: 'instant',
    signed_up_at: { type: 'instant', nullable: true },
    withdrawn_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['id'],
  uniques: {
    uq_farewell_number: ['number'],
    uq_farewell_booking: ['booking_id'],
    uq_farewell_desk_reference: ['desk_reference'],
  },
  checks: {
    ck_farewell_state: "state IN ('draft', 'signed-up', 'scattered', 'withdrawn')",
    ck_farewell_version: 'version >= 1',
    ck_farewell_whose: 'account_id IS NOT NULL OR person_id IS NOT NULL',
    ck_farewell_signed_up: "state IN ('draft', 'withdrawn') OR (signed_up_at IS NOT NULL AND person_id IS NOT NULL)",
    ck_farewell_withdrawn: "(state = 'withdrawn') = (withdrawn_at IS NOT NULL)",
  },
  indexes: {
    ix_farewell_account: ['account_id', 'updated_at', 'id'],
    ix_farewell_person: ['person_id', 'updated_at', 'id'],
    ix_farewell_state: ['state', 'updated_at', 'id'],
  },
};

const ofFarewell = { columns: ['farewell_id'], table: 'farewell', references: ['id'] };

const deceased: TableDefinition = {
  name: 'farewell_deceased',
  columns: {
    id: 'string(36)',
    farewell_id: 'string(36)',
    kind: 'string(10)',
    claim: 'bytes',
    key_id: 'int',
    digest: 'binary(32)',
    apart: 'string(36)',
  },
  primaryKey: ['id'],
  uniques: {
    uq_farewell_deceased_one: ['digest', 'apart'],
    uq_farewell_deceased_kind: ['farewell_id', 'kind'],
  },
  checks: { ck_farewell_deceased_kind: "kind IN ('id-number', 'name-day')" },
  foreignKeys: { fk_farewell_deceased_farewell: ofFarewell },
};

const kin: TableDefinition = {
  name: 'farewell_kin',
  columns: {
    id: 'string(36)',
    farewell_id: 'string(36)',
    person_id: 'string(36)',
    account_id: { type: 'string(36)', nullable: true },
    state: 'string(10)',
    said: 'bytes',
    at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_farewell_kin_person: ['farewell_id', 'person_id'] },
  checks: { ck_farewell_kin_state: "state IN ('asks', 'not-now', 'silent', 'agrees', 'differs')" },
  foreignKeys: { fk_farewell_kin_farewell: ofFarewell },
  indexes: { ix_farewell_kin_person: ['person_id', 'at'] },
};

const link: TableDefinition = {
  name: 'farewell_link',
  columns: {
    id: 'string(36)',
    farewell_id: 'string(36)',
    token_hash: 'binary(32)',
    sent_at: 'instant',
    until_at: 'instant',
    used_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_farewell_link_token: ['token_hash'] },
  foreignKeys: { fk_farewell_link_farewell: ofFarewell },
  indexes: { ix_farewell_link_farewell: ['farewell_id', 'sent_at'] },
};

const step: TableDefinition = {
  name: 'farewell_step',
  columns: { farewell_id: 'string(36)', seq: 'int', act: 'string(20)', at: 'instant' },
  primaryKey: ['farewell_id', 'seq'],
  foreignKeys: { fk_farewell_step_farewell: ofFarewell },
};

/**
 * What a family prepares for one person who died; who else of the family is part of it, and by which links they came. The
 * one who died is claimed by digests in a table of its own, so that nobody is scattered by two families at once.
 */
export class CreateFarewell20261126150200 implements MigrationInterface {
  readonly name = 'CreateFarewell20261126150200';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [farewell, deceased, kin, link, step]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [step, link, kin, deceased, farewell]) await queryRunner.dropTable(name);
  }
}
