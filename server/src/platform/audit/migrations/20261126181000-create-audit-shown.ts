import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../database/create-table';

export class CreateAuditShown20261126181000 implements MigrationInterface {
  readonly name = 'CreateAuditShown20261126181000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'audit_shown',
      columns: {
        about: 'string(120)',
        staff_id: 'string(64)',
        action: 'string(80)',
        day: 'day',
        audit_id: 'string(36)',
      },
      primaryKey: ['about', 'staff_id', 'action', 'day'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('audit_shown');
  }
}
