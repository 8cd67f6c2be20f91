import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateCatalogueVersion20261124090300 implements MigrationInterface {
  readonly name = 'CreateCatalogueVersion20261124090300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'catalogue_version',
      columns: { release: 'string(60)', content_hash: 'string(64)', first_served_at: 'instant' },
      primaryKey: ['release', 'content_hash'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('catalogue_version');
  }
}
