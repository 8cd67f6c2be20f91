import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateDependant20261125150000 implements MigrationInterface {
  readonly name = 'CreateDependant20261125150000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'dependant',
      columns: {
        id: 'string(36)',
        account_id: 'string(36)',
        person_id: { type: 'string(36)', nullable: true },
        identity: 'bytes',
        relation: 'string(10)',
        lives_together: 'int',
        proof: 'string(10)',
        confirmed_on: { type: 'day', nullable: true },
        show_code: { type: 'string(8)', nullable: true },
        created_at: 'instant',
      },
      primaryKey: ['id'],
      uniques: { uq_dependant_show_code: ['show_code'] },
      checks: {
        ck_dependant_relation: "relation IN ('child', 'ward')",
        ck_dependant_proof: "proof IN ('asking', 'confirmed', 'to-show')",
        ck_dependant_lives_together: 'lives_together IN (0, 1)',
        ck_dependant_confirmed:
          "(proof = 'confirmed') = (confirmed_on IS NOT NULL) AND (proof = 'confirmed') = (show_code IS NULL)",
      },
      indexes: { ix_dependant_account: ['account_id', 'created_at'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('dependant');
  }
}
