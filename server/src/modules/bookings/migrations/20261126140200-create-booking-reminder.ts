import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateBookingReminder20261126140200 implements MigrationInterface {
  readonly name = 'CreateBookingReminder20261126140200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'booking_reminder',
      columns: { booking_id: 'string(36)', window_id: 'string(36)', at: 'instant' },
      primaryKey: ['booking_id', 'window_id'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('booking_reminder');
  }
}
