import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateDisplacedBooking20261126140100 implements MigrationInterface {
  readonly name = 'CreateDisplacedBooking20261126140100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'displaced_booking',
      columns: { booking_id: 'string(36)', at: 'instant', told_at: { type: 'instant', nullable: true } },
      primaryKey: ['booking_id'],
      indexes: { ix_displaced_booking_due: ['told_at', 'at'] },
    });
    await createTable(queryRunner, {
      name: 'kept_time',
      columns: {
        booking_id: 'string(36)',
        window_id: 'string(36)',
        hold_id: 'string(36)',
        offer_order: 'int',
        kept_until: 'instant',
      },
      primaryKey: ['booking_id', 'window_id'],
      uniques: { uq_kept_time_hold: ['hold_id'] },
      indexes: { ix_kept_time_until: ['kept_until'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['kept_time', 'displaced_booking']) await queryRunner.dropTable(table);
  }
}
