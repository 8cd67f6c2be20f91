import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../database/create-table';

export class CreateAddressTries20261125110200 implements MigrationInterface {
  readonly name = 'CreateAddressTries20261125110200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'address_tries',
      columns: { digest: 'string(64)', period: 'int', tries: 'int' },
      primaryKey: ['digest'],
      indexes: { ix_address_tries_period: ['period'] },
      checks: { ck_address_tries_not_negative: 'tries >= 0' },
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('address_tries');
  }
}
