import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable } from '../../../platform/database/create-table';

export class CreateDeceasedRequest20261127150210 implements MigrationInterface {
  readonly name = 'CreateDeceasedRequest20261127150210';

  async up(queryRunner: QueryRunner): Promise<void> {
    await createTable(queryRunner, {
      name: 'deceased_request',
      columns: {
        id: 'string(36)',
        office_code: 'string(9)',
        asks: 'string(12)',
        kinship: 'string(24)',
        death_paper: 'string(24)',
        kin_paper: 'string(24)',
        person_id: { type: 'string(36)', nullable: true },
        deceased: 'bytes',
        relative_name: 'bytes',
        relative_number: 'bytes',
        relative_key_id: 'int',
        relative_digest: 'binary(32)',
        said: 'bytes',
        recorded_by: 'string(64)',
        recorded_at: 'instant',
        state: 'string(10)',
        answered_by: { type: 'string(64)', nullable: true },
        answer: { type: 'bytes', nullable: true },
        ended_at: { type: 'instant', nullable: true },
      },
      primaryKey: ['id'],
      checks: {
        ck_deceased_request_state: "state IN ('recorded', 'answered', 'refused', 'withdrawn')",
        ck_deceased_request_asks: "asks IN ('copy', 'correction', 'deletion')",
        ck_deceased_request_ended: "(state = 'recorded') = (ended_at IS NULL)",
        ck_deceased_request_answered: "state <> 'answered' OR answered_by IS NOT NULL",
        ck_deceased_request_two: "state = 'withdrawn' OR answered_by IS NULL OR answered_by <> recorded_by",
      },
      indexes: {
        ix_deceased_request_office: ['office_code', 'state', 'recorded_at'],
        ix_deceased_request_person: ['person_id'],
        ix_deceased_request_relative: ['relative_key_id', 'relative_digest'],
      },
    });
    await createTable(queryRunner, {
      name: 'kin_wish',
      columns: { person_id: 'string(36)', at: 'instant' },
      primaryKey: ['person_id'],
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('kin_wish');
    await queryRunner.dropTable('deceased_request');
  }
}
