import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../platform/database/create-table';

const TABLE = 'relief_means_check';

/** A check is one person's, and what it found is kept until everybody's is there. */
export class CheckEachAdult20261125180100 implements MigrationInterface {
  readonly name = 'CheckEachAdult20261125180100';

  async up(queryRunner: QueryRunner): Promise<void> {
    const mysql = isMysql(queryRunner);
    const add = (name: string, type: string) =>
      queryRunner.query(`ALTER TABLE ${TABLE} ADD COLUMN ${name} ${type} NULL`);
    await add('member', 'varchar(64)');
    await add('found', mysql ? 'longblob' : 'blob');
    await add('unreadable_at', 'datetime(3)');
    await queryRunner.query(`UPDATE ${TABLE} SET member = 'applicant'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['unreadable_at', 'found', 'member']) {
      await queryRunner.query(`ALTER TABLE ${TABLE} DROP COLUMN ${name}`);
    }
  }
}
