import { randomUUID, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../clock';
import { isLockTimeout } from '../database/retryable';
import { selectRows } from '../database/rows';
import { Transactions } from '../database/transactions';
import { labelIn } from '../sealing/sealed-column';
import { Sealing } from '../sealing/sealing';
import { IdempotencyKey, idempotencyAnswer } from './idempotency-key.entity';

export interface IdempotencyScope {
  /** Who asks, e.g. `resident:<account id>`. The same key of somebody else is another key. */
  readonly subject: string;
  /** What is asked, e.g. `POST /api/v1/relief/applications`. */
  readonly route: string;
  readonly key: string;
  /** What else was sent: the same text for the same wish. */
  readonly fingerprint: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** What came of a key before. */
export interface Earlier {
  readonly id: string;
  readonly answer: Answer;
  /** Whether the same was asked then. */
  readonly same: boolean;
}

/** A key that is ours to answer, or was somebody's before. */
export type Claim =
  | { readonly id: string; readonly earlier?: undefined }
  | { readonly id?: undefined; readonly earlier: Earlier };

/** Another process is at it, and did not finish in the time given. */
export class KeyHeld extends Error {}

const PURPOSE = 'idempotency';

/**
 * All SQL about idempotency keys, for one key or for many: one is a batch of one. Everything here runs inside the
 * caller's transaction.
 *
 * **An answer found here may be told only after that transaction has committed, and it must have changed a row.** The
 * first one's row can be seen before it is safe: with its binary log off, InnoDB lets go of a transaction's locks and
 * shows its rows as soon as the commit stands in memory, and only then waits for the disk (measured: rows seen after
 * 0.2 s, commit acknowledged after 1.5 s). Who reads such a row and answers from it has promised what a power cut takes
 * away. A commit that changed something stands behind the first one's in the same log, and the log reaches the disk in
 * order: when it is acknowledged, the first one's is there too, whether there is a binary log or not. A transaction that
 * changed nothing waits for no disk, and neither does one that writes a row the values it has. So every answer that is
 * given again is counted in its row: `claimAll` does it for what it finds, `replayed` for what `findAll` found.
 */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * Before the effects, in the order of the keys: from here on a duplicate, also one at another process, waits at its
   * row. What came of a key before is found and counted, so its answer may be told once this transaction has committed.
   * @param waitMs how long another process may still be at one of them; at least a second.
   * @throws KeyHeld when it is longer; Error when a key is given twice, or claimed twice in one transaction.
   */
  async claimAll(scopes: readonly IdempotencyScope[], waitMs: number): Promise<readonly Claim[]> {
    if (scopes.length === 0) return [];
    const rows = scopes.map((scope) => this.newRow(scope));
    if (new Set(rows.map(({ name }) => name)).size < rows.length) throw new Error('one key twice in a batch');
    const inserted = await this.waitingAtMost(waitMs, () => this.insertOrCount(rows));
    if (inserted === rows.length) return rows.map(({ id }) => ({ id }));
    const there = await this.rowsOf(scopes);
    return rows.map(({ id, name }, at) => {
      const scope = scopes[at] as IdempotencyScope; // both lists have one order and length
      const row = there.get(name);
      if (row?.id === id) return { id };
      if (!row?.answer) throw new Error('a key was claimed twice in one transaction');
      return { earlier: this.earlierOf(row, row.answer, scope) };
    });
  }

  /** `claimAll` of one. */
  async claim(scope: IdempotencyScope, waitMs: number): Promise<Claim> {
    const [claim] = await this.claimAll([scope], waitMs);
    return claim as Claim; // as many as were asked for
  }

  /** The last write of the effects' transaction. */
  async keepAll(kept: readonly { readonly id: string; readonly answer: Answer }[]): Promise<void> {
    if (kept.length === 0) return;
    const sealed = kept.map(({ id, answer }) => [id, this.sealing.sealJson(labelIn(idempotencyAnswer, id), answer)]);
    const cases = kept.map(() => 'WHEN ? THEN ?').join(' ');
    await this.transactions.manager.query(
      `UPDATE idempotency_key SET answer = CASE id ${cases} END WHERE id IN (${marks(kept.length)})`,
      [...sealed.flat(), ...kept.map(({ id }) => id)],
    );
  }

  /**
   * What came of each key before; none where nothing did. Locks nothing: locks on what is not there yet would let two
   * batches wait for each other. What is missing here may be there a moment later, and `claimAll` finds it. Who tells
   * one of these answers says so with `replayed` first.
   */
  async findAll(scopes: readonly IdempotencyScope[]): Promise<readonly (Earlier | undefined)[]> {
    if (scopes.length === 0) return [];
    const there = await this.rowsOf(scopes);
    return scopes.map((scope) => {
      const row = there.get(nameOf(scope));
      return row?.answer ? this.earlierOf(row, row.answer, scope) : undefined;
    });
  }

  /** These answers are told again once this transaction has committed. */
  async replayed(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.transactions.manager.increment(IdempotencyKey, { id: In([...ids].sort()) }, 'replays', 1);
  }

  async forgetBefore(instant: Date): Promise<void> {
    await this.transactions.manager.delete(IdempotencyKey, { createdAt: LessThan(instant) });
  }

  private newRow(scope: IdempotencyScope): NewRow {
    const { subject, route, key, fingerprint } = scope;
    const { keyId, digest } = this.sealing.index(PURPOSE, fingerprint);
    return { id: randomUUID(), name: nameOf(scope), values: [subject, route, key, digest, keyId] };
  }

  /**
   * How many are new, where the database says so: MySQL counts an inserted row once and a counted one twice. The rows
   * go in sorted, as everybody's do, so that two batches do not wait for each other.
   */
  private async insertOrCount(rows: readonly NewRow[]): Promise<number | undefined> {
    const { manager } = this.transactions;
    const otherwise =
      manager.dataSource.options.type === 'mysql'
        ? 'ON DUPLICATE KEY UPDATE'
        : 'ON CONFLICT (subject, route, request_key) DO UPDATE SET';
    const byName = new Map(rows.map((row) => [row.name, row]));
    const inOrder = [...byName.keys()].sort().flatMap((name) => byName.get(name) ?? []);
    const now = this.clock.now();
    // the embedded database answers with a bare number, which has none
    const said: { readonly affectedRows?: number } = await manager.query(
      `INSERT INTO idempotency_key (id, subject, route, request_key, fingerprint, fingerprint_key, created_at)
       VALUES ${rows.map(() => `(${marks(7)})`).join(', ')} ${otherwise} replays = replays + 1`,
      inOrder.flatMap(({ id, values }) => [id, ...values, now]),
    );
    return said.affectedRows;
  }

  private async rowsOf(scopes: readonly IdempotencyScope[]): Promise<ReadonlyMap<string, IdempotencyKey>> {
    const each = scopes.map(() => '(subject = ? AND route = ? AND request_key = ?)').join(' OR ');
    const names = scopes.flatMap(({ subject, route, key }) => [subject, route, key]);
    const rows = await selectRows(this.transactions.manager, IdempotencyKey, `WHERE ${each}`, names);
    return new Map(rows.map((row) => [nameOf({ ...row, key: row.requestKey }), row]));
  }

  private earlierOf(row: IdempotencyKey, sealed: Buffer, { fingerprint }: IdempotencyScope): Earlier {
    const answer = this.sealing.openJson<Answer>(labelIn(idempotencyAnswer, row.id), sealed);
    return { id: row.id, answer, same: this.isSame(row, fingerprint) };
  }

  private isSame({ fingerprint, fingerprintKey }: IdempotencyKey, asked: string): boolean {
    const under = this.sealing.indexes(PURPOSE, asked).find(({ keyId }) => keyId === fingerprintKey);
    if (!under) throw new Error(`index key ${fingerprintKey} left the file before the answers under it were forgotten`);
    return timingSafeEqual(under.digest, fingerprint);
  }

  /** MySQL waits 50 s for a lock by itself; nobody holds a phone that long. The embedded database knows no row locks. */
  private async waitingAtMost<Result>(waitMs: number, insert: () => Promise<Result>): Promise<Result> {
    const { manager } = this.transactions;
    if (manager.dataSource.options.type !== 'mysql') return insert();
    await manager.query('SET SESSION innodb_lock_wait_timeout = ?', [Math.max(1, Math.floor(waitMs / 1000))]);
    try {
      return await insert();
    } catch (error) {
      if (isLockTimeout(error)) throw new KeyHeld();
      throw error;
    } finally {
      await manager.query('SET SESSION innodb_lock_wait_timeout = DEFAULT');
    }
  }
}

interface NewRow {
  readonly id: string;
  readonly name: string;
  readonly values: readonly unknown[];
}

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

function nameOf({ subject, route, key }: Pick<IdempotencyScope, 'subject' | 'route' | 'key'>): string {
  return JSON.stringify([subject, route, key]);
}
