import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

const states = "state IN ('given', 'refused', 'withdrawn')";

export class CreateConsent20261125120100 implements MigrationInterface {
  readonly name = 'CreateConsent20261125120100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'consent',
      columns: {
        account_id: 'string(36)',
        purpose: 'string(40)',
        version: 'int',
        state: 'string(10)',
        at: 'instant',
      },
      primaryKey: ['account_id', 'purpose'],
      checks: { ck_consent_state: states },
    });
    await createTable(queryRunner, {
      name: 'consent_change',
      columns: {
        id: 'string(36)',
        account_id: 'string(36)',
        purpose: 'string(40)',
        version: 'int',
        text_hash: 'string(20)',
        state: 'string(10)',
        at: 'instant',
      },
      primaryKey: ['id'],
      checks: { ck_consent_change_state: states },
      indexes: { ix_consent_change_account: ['account_id', 'at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('consent_change');
    await queryRunner.dropTable('consent');
  }
}
