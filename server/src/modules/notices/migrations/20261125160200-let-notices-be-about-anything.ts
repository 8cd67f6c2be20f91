import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, isMysql, type TableDefinition } from '../../../platform/database/create-table';

const COLUMNS = 'id, account_id, topic, about_kind, about_id, created_at, read_at';

const notice = (checks: TableDefinition['checks'] = {}): TableDefinition => ({
  name: 'notice',
  columns: {
    id: 'string(36)',
    account_id: 'string(36)',
    topic: 'string(40)',
    about_kind: 'string(20)',
    about_id: 'string(36)',
    created_at: 'instant',
    read_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['id'],
  checks,
  indexes: { ix_notice_account_created: ['account_id', 'created_at', 'id'] },
});

/**
 * A message may be about a complaint, a mandate, a booking: the list is open, so the database does not keep it. SQLite
 * cannot drop a check, so the table is made anew there.
 */
export class LetNoticesBeAboutAnything20261125160200 implements MigrationInterface {
  readonly name = 'LetNoticesBeAboutAnything20261125160200';

  async up(queryRunner: QueryRunner): Promise<void> {
    if (isMysql(queryRunner)) await queryRunner.query('ALTER TABLE notice DROP CONSTRAINT ck_notice_about_kind');
    else await remake(queryRunner, notice());
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const check = "about_kind IN ('application')";
    if (isMysql(queryRunner)) {
      await queryRunner.query(`ALTER TABLE notice ADD CONSTRAINT ck_notice_about_kind CHECK (${check})`);
    } else await remake(queryRunner, notice({ ck_notice_about_kind: check }));
  }
}

async function remake(queryRunner: QueryRunner, table: TableDefinition): Promise<void> {
  await queryRunner.query(`CREATE TABLE notice_before AS SELECT ${COLUMNS} FROM notice`);
  await queryRunner.query('DROP TABLE notice');
  await createTable(queryRunner, table);
  await queryRunner.query(`INSERT INTO notice (${COLUMNS}) SELECT ${COLUMNS} FROM notice_before`);
  await queryRunner.query('DROP TABLE notice_before');
}
