import { randomUUID, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../clock';
import { isDuplicate, isLockTimeout } from '../database/retryable';
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

/** The row is there already; whoever wrote it has finished. */
export class KeyTaken extends Error {}

/** Another process is at it, and did not finish in the time given. */
export class KeyHeld extends Error {}

const PURPOSE = 'idempotency';

/** All SQL about idempotency keys. */
@Injectable()
export class IdempotencyStore {
  constructor(
    private readonly transactions: Transactions,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * First write of the effect's transaction: from here on a duplicate, also one at another process, waits at this row.
   * @throws KeyTaken, KeyHeld
   */
  async claim(scope: IdempotencyScope, waitMs: number): Promise<string> {
    const { subject, route, key } = scope;
    const { keyId, digest } = this.sealing.index(PURPOSE, scope.fingerprint);
    const id = randomUUID();
    const entity = { id, subject, route, requestKey: key, fingerprint: digest, fingerprintKey: keyId, answer: null };
    try {
      await this.waitingAtMost(waitMs, () =>
        this.transactions.manager.insert(IdempotencyKey, { ...entity, createdAt: this.clock.now() }),
      );
    } catch (error) {
      if (isDuplicate(error)) throw new KeyTaken();
      if (isLockTimeout(error)) throw new KeyHeld();
      throw error;
    }
    return id;
  }

  /** Last write of the effect's transaction. */
  async keep(id: string, answer: Answer): Promise<void> {
    const sealed = this.sealing.sealJson(labelIn(idempotencyAnswer, id), answer);
    await this.transactions.manager.update(IdempotencyKey, { id }, { answer: sealed });
  }

  /** What came of it before, and whether the same was asked then; none when nothing did. */
  async find(scope: IdempotencyScope): Promise<{ readonly answer: Answer; readonly same: boolean } | undefined> {
    const { subject, route, key } = scope;
    const row = await this.transactions.manager.findOneBy(IdempotencyKey, { subject, route, requestKey: key });
    if (!row?.answer) return undefined;
    return {
      answer: this.sealing.openJson<Answer>(labelIn(idempotencyAnswer, row.id), row.answer),
      same: this.isSame(row, scope.fingerprint),
    };
  }

  async forgetBefore(instant: Date): Promise<void> {
    await this.transactions.manager.delete(IdempotencyKey, { createdAt: LessThan(instant) });
  }

  private isSame({ fingerprint, fingerprintKey }: IdempotencyKey, asked: string): boolean {
    const under = this.sealing.indexes(PURPOSE, asked).find(({ keyId }) => keyId === fingerprintKey);
    if (!under) throw new Error(`index key ${fingerprintKey} left the file before the answers under it were forgotten`);
    return timingSafeEqual(under.digest, fingerprint);
  }

  /** MySQL waits 50 s for a lock by itself; nobody holds a phone that long. The embedded database knows no row locks. */
  private async waitingAtMost(waitMs: number, insert: () => Promise<unknown>): Promise<void> {
    const { manager } = this.transactions;
    if (manager.dataSource.options.type !== 'mysql') {
      await insert();
      return;
    }
    await manager.query('SET SESSION innodb_lock_wait_timeout = ?', [Math.max(1, Math.floor(waitMs / 1000))]);
    try {
      await insert();
    } finally {
      await manager.query('SET SESSION innodb_lock_wait_timeout = DEFAULT');
    }
  }
}
