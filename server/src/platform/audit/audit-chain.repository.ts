import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import { type ChainHead, GENESIS } from './audit-chain';
import { AuditChainLink } from './audit-chain.entity';
import type { ActorKind } from './audit-row.entity';

/** A row as the database holds it. Read without entities: a million of them are verified at a time. */
export interface StoredRow {
  readonly id: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly action: string;
  readonly actorKind: ActorKind;
  readonly actorId: string;
  readonly person: string | null;
  readonly object: string | null;
  readonly reason: Buffer | null;
  readonly facts: string;
  readonly keyId: number;
  readonly mac: Buffer;
}

export interface StoredLink {
  readonly seq: number;
  readonly rowId: string;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
  readonly keyId: number;
  /** None when the row it names is gone. */
  readonly row: StoredRow | undefined;
}

type Raw = Record<string, unknown>;

const ROW = `r.id AS id, r.at AS at, r.action AS action, r.actor_kind AS actorKind, r.actor_id AS actorId,
  r.person AS person, r.object AS object, r.reason AS reason, r.facts AS facts, r.key_id AS keyId, r.mac AS mac`;

/** All SQL about the chain. */
@Injectable()
export class AuditChainRepository {
  constructor(private readonly transactions: Transactions) {}

  async head(): Promise<ChainHead> {
    const [newest] = await this.transactions.manager.find(AuditChainLink, { order: { seq: 'DESC' }, take: 1 });
    return newest ?? GENESIS;
  }

  async hashAt(seq: number): Promise<Buffer | undefined> {
    if (seq === 0) return GENESIS.hash;
    return (await this.transactions.manager.findOneBy(AuditChainLink, { seq }))?.hash;
  }

  /**
   * Rows that stand in no link, oldest first. By absence, never by what is newer than the last one sealed: a slow
   * transaction commits its row after newer ones. `since` keeps the search short.
   */
  async listUnsealed(limit: number, since?: Date): Promise<StoredRow[]> {
    const rows: Raw[] = await this.transactions.manager.query(
      `SELECT ${ROW} FROM audit_row r LEFT JOIN audit_chain c ON c.row_id = r.id
       WHERE c.row_id IS NULL ${since ? 'AND r.at >= ?' : ''} ORDER BY r.at, r.id LIMIT ${limit}`,
      since ? [since] : [],
    );
    return rows.map(rowFrom);
  }

  /** The links after `seq` in order, with their rows. */
  async listLinks(after: number, limit: number): Promise<StoredLink[]> {
    const links: Raw[] = await this.transactions.manager.query(
      `SELECT c.seq AS seq, c.row_id AS rowId, c.prev_hash AS prevHash, c.hash AS hash, c.key_id AS linkKeyId, ${ROW}
       FROM audit_chain c LEFT JOIN audit_row r ON r.id = c.row_id
       WHERE c.seq > ? ORDER BY c.seq LIMIT ${limit}`,
      [after],
    );
    return links.map((raw) => ({
      seq: Number(raw.seq),
      rowId: String(raw.rowId),
      prevHash: raw.prevHash as Buffer,
      hash: raw.hash as Buffer,
      keyId: Number(raw.linkKeyId),
      row: raw.id === null ? undefined : rowFrom(raw),
    }));
  }

  async add(links: readonly AuditChainLink[]): Promise<void> {
    await this.transactions.manager.insert(AuditChainLink, [...links]);
  }
}

function rowFrom(raw: Raw): StoredRow {
  const { at } = raw;
  return {
    // the driver's row, column by column as SELECT names them; what the two databases give differently follows
    ...(raw as unknown as StoredRow),
    at: at instanceof Date ? at.toISOString() : `${String(at).replace(' ', 'T')}Z`,
    keyId: Number(raw.keyId),
  };
}
