import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreatePerson20261125120200 implements MigrationInterface {
  readonly name = 'CreatePerson20261125120200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'person',
      columns: {
        id: 'string(36)',
        name: 'bytes',
        id_number: 'bytes',
        id_number_key_id: 'int',
        id_number_digest: 'binary(32)',
        created_at: 'instant',
      },
      primaryKey: ['id'],
      uniques: { uq_person_id_number: ['id_number_key_id', 'id_number_digest'] },
    });
    await createTable(queryRunner, {
      name: 'account_person',
      columns: { account_id: 'string(36)', person_id: 'string(36)', verified_at: 'instant' },
      primaryKey: ['account_id'],
      foreignKeys: { fk_account_person_person: { columns: ['person_id'], table: 'person', references: ['id'] } },
      indexes: { ix_account_person_person: ['person_id'] },
    });
    await createTable(queryRunner, {
      name: 'identity_tries',
      columns: { scope: 'string(10)', subject: 'string(64)', day: 'day', tries: 'int' },
      primaryKey: ['scope', 'subject', 'day'],
      checks: {
        ck_identity_tries_scope: "scope IN ('account', 'target')",
        ck_identity_tries_not_negative: 'tries >= 0',
      },
      indexes: { ix_identity_tries_day: ['day'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('identity_tries');
    await queryRunner.dropTable('account_person');
    await queryRunner.dropTable('person');
  }
}
