import { Injectable } from '@nestjs/common';
import { BlobStore } from '../blobs/blob-store';
import { Database } from '../database/database.module';
import { Transactions } from '../database/transactions';
import type { KeyPurpose } from './data-keys';

/** What nothing but time moves to another index key: the answers to repeated requests, which go after three days. */
const FINGERPRINTS = { table: 'idempotency_key', column: 'fingerprint_key' };

/** What would be lost, or could not be verified any more, without a key. */
@Injectable()
export class KeyUses {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly blobs: BlobStore,
  ) {}

  /** A line for each thing that needs it; none when it may go. */
  async of(purpose: KeyPurpose, id: number): Promise<readonly string[]> {
    switch (purpose) {
      case 'sealing':
        return [...(await this.sealedUnder(id)), ...(await this.filesUnder(id))];
      case 'index':
        return this.filedUnder(id);
      case 'audit':
        return ['records, anchors, states and the ledger of deletions are signed with it, and stay to be verified'];
      case 'session-token':
        return []; // fifteen minutes after the last process that signed with it
    }
  }

  private async sealedUnder(id: number): Promise<string[]> {
    const key = Buffer.alloc(2);
    key.writeUInt16BE(id);
    const lines: string[] = [];
    for (const { table, column } of this.database.sealedColumns) {
      lines.push(...(await this.counted(`${table}.${column}`, table, `SUBSTR(${column}, 2, 2) = ?`, key)));
    }
    return lines;
  }

  private async filesUnder(id: number): Promise<string[]> {
    const files = await this.blobs.countSealedUnder(id);
    return files > 0 ? [`${files} files of residents`] : [];
  }

  private async filedUnder(id: number): Promise<string[]> {
    const lines: string[] = [];
    for (const { table, index } of this.database.sealedColumns) {
      if (index) lines.push(...(await this.counted(`${table}.${index.digest}`, table, `${index.keyId} = ?`, id)));
    }
    const { table, column } = FINGERPRINTS;
    const waits = await this.counted(`${table}.fingerprint`, table, `${column} = ?`, id);
    return [...lines, ...waits.map((line) => `${line}, which go by themselves within three days`)];
  }

  private async counted(name: string, table: string, where: string, value: unknown): Promise<string[]> {
    const [row]: { many: number | string }[] = await this.transactions.manager.query(
      `SELECT COUNT(*) AS many FROM ${table} WHERE ${where}`,
      [value],
    );
    const many = Number(row?.many ?? 0);
    return many > 0 ? [`${many} of ${name}`] : [];
  }
}
