import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateReliefFiler20261126232010 implements MigrationInterface {
  readonly name = 'CreateReliefFiler20261126232010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'relief_filer',
      columns: { application_id: 'string(36)', person: 'bytes' },
      primaryKey: ['application_id'],
      foreignKeys: {
        fk_relief_filer_application: {
          columns: ['application_id'],
          table: 'relief_application',
          references: ['id'],
        },
      },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('relief_filer');
  }
}
