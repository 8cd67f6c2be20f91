import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateReliefApplicationSubject20261125150100 implements MigrationInterface {
  readonly name = 'CreateReliefApplicationSubject20261125150100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'relief_application_subject',
      columns: {
        application_id: 'string(36)',
        kind: 'string(10)',
        dependant_id: { type: 'string(36)', nullable: true },
        mandate_id: { type: 'string(36)', nullable: true },
        person: 'bytes',
        filed_by: { type: 'string(36)', nullable: true },
      },
      primaryKey: ['application_id'],
      uniques: { uq_relief_application_subject_mandate: ['mandate_id'] },
      checks: {
        ck_relief_application_subject_kind:
          "kind IN ('ward', 'helped') AND (kind = 'ward') = (dependant_id IS NOT NULL) AND (kind = 'helped') = (mandate_id IS NOT NULL)",
      },
      foreignKeys: {
        fk_relief_application_subject_application: {
          columns: ['application_id'],
          table: 'relief_application',
          references: ['id'],
        },
      },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('relief_application_subject');
  }
}
