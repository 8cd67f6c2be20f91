import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateReplacingWish20261126150310 implements MigrationInterface {
  readonly name = 'CreateReplacingWish20261126150310';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'replacing_wish',
      columns: { booking_id: 'string(36)', said: 'text', at: 'instant' },
      primaryKey: ['booking_id'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('replacing_wish');
  }
}
