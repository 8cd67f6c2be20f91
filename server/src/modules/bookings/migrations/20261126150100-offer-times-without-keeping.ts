import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const COLUMNS = 'booking_id, window_id, hold_id, offer_order, kept_until';

const keptTime = (holdId: TableDefinition['columns'][string]): TableDefinition => ({
  name: 'kept_time',
  columns: {
    booking_id: 'string(36)',
    window_id: 'string(36)',
    hold_id: holdId,
    offer_order: 'int',
    kept_until: 'instant',
  },
  primaryKey: ['booking_id', 'window_id'],
  uniques: { uq_kept_time_hold: ['hold_id'] },
  indexes: { ix_kept_time_until: ['kept_until'] },
});

/**
 * A time may be offered to those who lost theirs without being kept for them: such a row has no hold. SQLite cannot
 * change a column, so the table is made anew.
 */
export class OfferTimesWithoutKeeping20261126150100 implements MigrationInterface {
  readonly name = 'OfferTimesWithoutKeeping20261126150100';

  up(queryRunner: QueryRunner): Promise<void> {
    return remake(queryRunner, keptTime({ type: 'string(36)', nullable: true }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM kept_time WHERE hold_id IS NULL');
    await remake(queryRunner, keptTime('string(36)'));
  }
}

async function remake(queryRunner: QueryRunner, table: TableDefinition): Promise<void> {
  await queryRunner.query(`CREATE TABLE kept_time_before AS SELECT ${COLUMNS} FROM kept_time`);
  await queryRunner.query('DROP TABLE kept_time');
  await createTable(queryRunner, table);
  await queryRunner.query(`INSERT INTO kept_time (${COLUMNS}) SELECT ${COLUMNS} FROM kept_time_before`);
  await queryRunner.query('DROP TABLE kept_time_before');
}
