import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { gateOf } from './embedded-query-runner';
import { isDuplicate, isOrphaned, isRetryable } from './retryable';

const MAX_RETRIES = 5;

interface Afterwards {
  readonly done: (() => void)[];
  readonly undone: (() => Promise<void>)[];
}

/** The one way to write. A transaction found by whatever runs inside it, so that nobody can forget to pass it on. */
@Injectable()
export class Transactions {
  private readonly afterwards = new AsyncLocalStorage<Afterwards>();

  constructor(
    private readonly host: TransactionHost<TransactionalAdapterTypeOrm>,
    private readonly dataSource: DataSource,
  ) {}

  /** The open transaction's entity manager, or a plain one when none is open. Never keep it. */
  get manager(): EntityManager {
    return this.host.tx;
  }

  get isOpen(): boolean {
    return this.host.isTransactionActive();
  }

  /**
   * Runs `work` in a transaction: all of it or nothing. Inside another `run` it joins that one.
   * A deadlock, lock timeout or snapshot conflict repeats the whole work in a new transaction, at most five times; a row
   * that somebody else inserted, or took the parent of, since it was looked for, once. So `work` may run more than once and must not speak to the
   * outside world. What is read without a lock is what was committed by then, not at the first look (ADR 0047).
   */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isOpen) return work();
    let wasThere = false;
    for (let retries = 0; ; retries += 1) {
      const afterwards: Afterwards = { done: [], undone: [] };
      try {
        return await this.once(work, afterwards);
      } catch (error) {
        const isOthers = isDuplicate(error) || isOrphaned(error);
        const again = isRetryable(error) || (isOthers && !wasThere);
        wasThere ||= isOthers;
        if (retries === MAX_RETRIES || !again) {
          for (const work of afterwards.undone) await work();
          throw error;
        }
        await pause(Math.random() * 20 * 2 ** retries);
      }
    }
  }

  /**
   * For reads that belong together: each sees what was committed when the first of them began, and nothing is locked.
   * For looking alone: who changes something reads it as it is now, in `run`.
   * @throws Error inside an open transaction, in which every statement sees what is newer.
   */
  async atOneMoment<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.isOpen) throw new Error('Transactions.atOneMoment opens a transaction; it cannot join one');
    return this.once(work, { done: [], undone: [] }, 'REPEATABLE READ');
  }

  /**
   * Calls `tell` once the open transaction has committed, and never when it did not. For waking somebody up, not for
   * work: what must happen is a row. `tell` may not throw.
   * @throws Error when no transaction is open.
   */
  afterCommit(tell: () => void): void {
    const afterwards = this.afterwards.getStore();
    if (!this.isOpen || !afterwards) throw new Error('Transactions.afterCommit needs an open transaction');
    afterwards.done.push(tell);
  }

  /**
   * Does `work`, in transactions of its own, once the open one has failed for good, before its error goes on: for what
   * must be on record because it was refused.
   * @throws Error when no transaction is open.
   */
  afterRollback(work: () => Promise<void>): void {
    const afterwards = this.afterwards.getStore();
    if (!this.isOpen || !afterwards) throw new Error('Transactions.afterRollback needs an open transaction');
    afterwards.undone.push(work);
  }

  private async once<Result>(
    work: () => Promise<Result>,
    afterwards: Afterwards,
    isolationLevel?: 'REPEATABLE READ',
  ): Promise<Result> {
    const gate = gateOf(this.dataSource);
    const marked = () => (gate ? gate.markInside(work) : work());
    const result = await this.afterwards.run(afterwards, () =>
      // behind its gate a transaction of the embedded database is alone, and knows no such level
      isolationLevel && !gate
        ? this.host.withTransaction({ isolationLevel }, marked)
        : this.host.withTransaction(marked),
    );
    for (const tell of afterwards.done) tell();
    return result;
  }
}
