import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Something of a key's row must change each time its answer is told again, see IdempotencyStore. */
export class CountReplays20261126172000 implements MigrationInterface {
  readonly name = 'CountReplays20261126172000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE idempotency_key ADD COLUMN replays integer NOT NULL DEFAULT 0');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE idempotency_key DROP COLUMN replays');
  }
}
