import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const ofApplication = { columns: ['application_id'], table: 'relief_application', references: ['id'] };

const signature: TableDefinition = {
  name: 'relief_signature',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    member: 'string(64)',
    standing: { type: 'string(64)', nullable: true },
    way: 'string(12)',
    text_version: 'int',
    signed_at: 'instant',
    ended_at: { type: 'instant', nullable: true },
    signer: { type: 'bytes', nullable: true },
    signer_key_id: { type: 'int', nullable: true },
    signer_digest: { type: 'binary(32)', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_signature_standing: ['application_id', 'standing'] },
  checks: {
    ck_relief_signature_way: "way IN ('own-phone', 'this-phone', 'desk')",
    ck_relief_signature_standing: '(standing IS NULL) = (ended_at IS NOT NULL)',
  },
  foreignKeys: { fk_relief_signature_application: ofApplication },
  indexes: { ix_relief_signature_signer: ['signer_key_id', 'signer_digest'] },
};

const link: TableDefinition = {
  name: 'relief_signature_link',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    member: 'string(64)',
    standing: { type: 'string(64)', nullable: true },
    token_hash: 'binary(32)',
    sent_at: 'instant',
    expires_at: 'instant',
    ended_as: { type: 'string(12)', nullable: true },
    refused_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['id'],
  uniques: {
    uq_relief_signature_link_standing: ['application_id', 'standing'],
    uq_relief_signature_link_token: ['token_hash'],
  },
  checks: {
    ck_relief_signature_link_ended: "ended_as IS NULL OR ended_as IN ('used', 'replaced', 'revoked')",
    ck_relief_signature_link_standing: '(standing IS NULL) = (ended_as IS NOT NULL)',
  },
  foreignKeys: { fk_relief_signature_link_application: ofApplication },
};

const word: TableDefinition = {
  name: 'relief_adult_word',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    member: 'string(64)',
    said: { type: 'string(16)', nullable: true },
    said_at: { type: 'instant', nullable: true },
    reason: { type: 'bytes', nullable: true },
    without_at: { type: 'instant', nullable: true },
    wrong_tries: 'int',
    wrong_day: { type: 'day', nullable: true },
  },
  primaryKey: ['id'],
  uniques: { uq_relief_adult_word_member: ['application_id', 'member'] },
  checks: {
    ck_relief_adult_word_said: "said IS NULL OR said IN ('at-desk', 'unreachable', 'will-not-sign')",
    ck_relief_adult_word_tries: 'wrong_tries >= 0',
  },
  foreignKeys: { fk_relief_adult_word_application: ofApplication },
};

const authorisation: TableDefinition = {
  name: 'relief_authorisation',
  columns: {
    id: 'string(36)',
    application_id: 'string(36)',
    member: 'string(64)',
    way: 'string(12)',
    signed_at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_relief_authorisation_member: ['application_id', 'member'] },
  checks: { ck_relief_authorisation_way: "way IN ('this-phone')" },
  foreignKeys: { fk_relief_authorisation_application: ofApplication },
};

const CARRIED = 'id, application_id, member, way, signed_at';

/**
 * Every grown-up signs for themselves, may take it back and sign again: what was one row a member becomes one row a
 * signature. Cut off half-way on MySQL, which commits each DDL by itself, it begins again from the old table.
 */
export class CreateReliefSignature20261125180000 implements MigrationInterface {
  readonly name = 'CreateReliefSignature20261125180000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [signature, link, word]) {
      await queryRunner.query(`DROP TABLE IF EXISTS ${table.name}`);
      await createTable(queryRunner, table);
    }
    await queryRunner.query(
      `INSERT INTO relief_signature (${CARRIED}, standing, text_version) ` +
        `SELECT ${CARRIED}, member, 1 FROM relief_authorisation`,
    );
    await queryRunner.query('DROP TABLE relief_authorisation');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE IF EXISTS relief_authorisation');
    await createTable(queryRunner, authorisation);
    await queryRunner.query(
      `INSERT INTO relief_authorisation (${CARRIED}) SELECT ${CARRIED} FROM relief_signature ` +
        "WHERE standing = 'applicant' AND way = 'this-phone'",
    );
    for (const { name } of [word, link, signature]) await queryRunner.dropTable(name);
  }
}
