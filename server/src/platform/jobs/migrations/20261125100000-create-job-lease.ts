import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../database/create-table';

export class CreateJobLease20261125100000 implements MigrationInterface {
  readonly name = 'CreateJobLease20261125100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'job_lease',
      columns: { name: 'string(60)', holder: 'string(36)', held_until: 'instant' },
      primaryKey: ['name'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('job_lease');
  }
}
