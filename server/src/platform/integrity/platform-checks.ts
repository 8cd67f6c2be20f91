import { Injectable } from '@nestjs/common';
import { AuditVerifier } from '../audit/audit-verifier';
import { Database } from '../database/database.module';
import { Transactions } from '../database/transactions';
import { type Depth, IntegrityChecks, type Looked } from './integrity-checks';

/** That the records are whole, and the database's own account of itself. */
@Injectable()
export class PlatformChecks {
  constructor(
    checks: IntegrityChecks,
    private readonly verifier: AuditVerifier,
    private readonly transactions: Transactions,
    private readonly database: Database,
  ) {
    checks.add('audit', () => this.audit());
    checks.add('database', (depth) => this.pages(depth));
  }

  private async audit(): Promise<Looked> {
    const { links, young, anchoredSeq, problems } = await this.verifier.verify();
    return { seen: `${links} records, anchored up to ${anchoredSeq}, ${young} not sealed yet`, wrong: problems };
  }

  /** InnoDB holds each page against its checksum as it reads it, so that a whole reading is asked for only with `all`. */
  private async pages({ all }: Depth): Promise<Looked> {
    const { manager } = this.transactions;
    if (this.database.lock) {
      const rows: { integrity_check: string }[] = await manager.query('PRAGMA integrity_check');
      const strays: { table: string; rowid: number }[] = await manager.query('PRAGMA foreign_key_check');
      const wrong = rows.map((row) => row.integrity_check).filter((word) => word !== 'ok');
      const lonely = strays.map(({ table, rowid }) => `row ${rowid} of ${table} belongs to nothing`);
      return { seen: 'the whole file', wrong: [...wrong, ...lonely] };
    }
    const tables = await this.tables();
    if (!all) return { seen: `${tables.length} tables are there`, wrong: tables.length > 0 ? [] : ['no table'] };
    const said: { Table: string; Msg_type: string; Msg_text: string }[] = await manager.query(
      `CHECK TABLE ${tables.map((table) => `\`${table}\``).join(', ')}`,
    );
    const bad = said.filter((row) => row.Msg_type !== 'status' || row.Msg_text !== 'OK');
    return { seen: `${tables.length} tables`, wrong: bad.map((row) => `${row.Table}: ${row.Msg_text}`) };
  }

  private async tables(): Promise<string[]> {
    const rows: { name: string }[] = await this.transactions.manager.query(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name',
    );
    return rows.map(({ name }) => name);
  }
}
