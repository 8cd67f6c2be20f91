import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTable, type TableDefinition } from '../../../platform/database/create-table';

const account: TableDefinition = {
  name: 'account',
  columns: {
    id: 'string(36)',
    openid: 'bytes',
    openid_key_id: 'int',
    openid_digest: 'binary(32)',
    created_at: 'instant',
  },
  primaryKey: ['id'],
  uniques: { uq_account_openid: ['openid_key_id', 'openid_digest'] },
};

const session: TableDefinition = {
  name: 'session',
  columns: {
    id: 'string(36)',
    account_id: 'string(36)',
    started_at: 'instant',
    ends_at: 'instant',
    ended_at: { type: 'instant', nullable: true },
    ended_by: { type: 'string(20)', nullable: true },
  },
  primaryKey: ['id'],
  checks: {
    ck_session_ended_by: "ended_by IN ('sign-out', 'reuse')",
    ck_session_ended_whole: '(ended_at IS NULL) = (ended_by IS NULL)',
  },
  foreignKeys: { fk_session_account: { columns: ['account_id'], table: 'account', references: ['id'] } },
  indexes: { ix_session_account: ['account_id'], ix_session_ends_at: ['ends_at'] },
};

const refreshToken: TableDefinition = {
  name: 'refresh_token',
  columns: {
    digest: 'binary(32)',
    session_id: 'string(36)',
    issued_at: 'instant',
    ends_at: 'instant',
    used_at: { type: 'instant', nullable: true },
  },
  primaryKey: ['digest'],
  foreignKeys: {
    fk_refresh_token_session: { columns: ['session_id'], table: 'session', references: ['id'] },
  },
  indexes: { ix_refresh_token_session: ['session_id'] },
};

const loginCode: TableDefinition = {
  name: 'login_code',
  columns: { digest: 'binary(32)', used_at: 'instant' },
  primaryKey: ['digest'],
  indexes: { ix_login_code_used_at: ['used_at'] },
};

export class CreateAccountAndSession20261125120000 implements MigrationInterface {
  readonly name = 'CreateAccountAndSession20261125120000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of [account, session, refreshToken, loginCode]) await createTable(queryRunner, table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('login_code');
    await queryRunner.dropTable('refresh_token');
    await queryRunner.dropTable('session');
    await queryRunner.dropTable('account');
  }
}
