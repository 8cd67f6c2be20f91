import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateSeaVoyage20261126150110 implements MigrationInterface {
  readonly name = 'CreateSeaVoyage20261126150110';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'sea_voyage',
      columns: {
        id: 'string(36)',
        seats_window_id: 'string(36)',
        vessel: 'string(40)',
        day: 'day',
        meeting_place: 'string(100)',
        meeting_at: 'instant',
        timetable: 'json',
        state: 'string(10)',
        why: { type: 'string(200)', nullable: true },
        sample: 'int',
      },
      primaryKey: ['id'],
      uniques: { uq_sea_voyage_seats: ['seats_window_id'] },
      checks: {
        ck_sea_voyage_state: "state IN ('open', 'suspended', 'sailed')",
        ck_sea_voyage_why: "(state = 'suspended') = (why IS NOT NULL)",
        ck_sea_voyage_sample: 'sample IN (0, 1)',
      },
      indexes: { ix_sea_voyage_day: ['day', 'id'] },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('sea_voyage');
  }
}
