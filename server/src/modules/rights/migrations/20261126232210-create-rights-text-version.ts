import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateRightsTextVersion20261126232210 implements MigrationInterface {
  readonly name = 'CreateRightsTextVersion20261126232210';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'rights_text_version',
      columns: {
        name: 'string(20)',
        version: 'string(20)',
        since: 'string(40)',
        first_served_at: 'instant',
        sections: 'json',
        content_hash: 'string(64)',
      },
      primaryKey: ['name', 'version'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('rights_text_version');
  }
}
