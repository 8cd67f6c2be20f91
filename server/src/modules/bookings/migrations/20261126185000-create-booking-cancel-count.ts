import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

/** The month comes first: last month's rows lie together, away from those that are asked for and counted. */
export class CreateBookingCancelCount20261126185000 implements MigrationInterface {
  readonly name = 'CreateBookingCancelCount20261126185000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'booking_cancel_count',
      columns: { month: 'string(7)', service: 'string(60)', person_id: 'string(36)', tries: 'int' },
      primaryKey: ['month', 'service', 'person_id'],
      checks: { ck_booking_cancel_count_tries: 'tries >= 0' },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('booking_cancel_count');
  }
}
