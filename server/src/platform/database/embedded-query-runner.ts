import type { DataSource } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { EmbeddedGate } from './embedded-gate';
import type { LibsqlDriver } from './libsql-driver';

const gates = new WeakMap<DataSource, EmbeddedGate>();

/** A query runner of its own for every caller, all taking turns on the one connection. */
class EmbeddedQueryRunner extends BetterSqlite3QueryRunner {
  constructor(
    driver: BetterSqlite3Driver,
    private readonly gate: EmbeddedGate,
  ) {
    super(driver);
  }

  override async startTransaction(...args: Parameters<BetterSqlite3QueryRunner['startTransaction']>): Promise<void> {
    await this.gate.enter(this);
    try {
      await super.startTransaction(...args);
    } catch (error) {
      if (this.transactionDepth === 0) {
        this.isTransactionActive = false;
        this.gate.leave(this);
      }
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    if (!this.isTransactionActive) this.gate.leave(this);
  }

  /**
   * SQLite ends a transaction by itself when the disk is full or a statement says OR ROLLBACK; there is then nothing
   * to roll back, and saying so would hide the error that did it. Whatever happens, the outermost one opens the gate.
   */
  override async rollbackTransaction(): Promise<void> {
    const depth = this.transactionDepth;
    try {
      await super.rollbackTransaction();
    } catch (error) {
      if (depth === 0 || this.connectionIsInTransaction()) throw error;
      this.transactionDepth = depth - 1;
    } finally {
      if (depth <= 1) this.forgetTransaction();
    }
  }

  override async query(
    ...args: Parameters<BetterSqlite3QueryRunner['query']>
  ): ReturnType<BetterSqlite3QueryRunner['query']> {
    if (this.isTransactionActive) return super.query(...args);
    const turn = {}; // a turn of its own: two parallel queries of one runner must not end each other's
    await this.gate.enter(turn);
    try {
      return await super.query(...args);
    } finally {
      this.gate.leave(turn);
    }
  }

  /** Whoever forgets an open transaction must not lock everyone else out. */
  override async release(): Promise<void> {
    try {
      this.transactionDepth = Math.min(this.transactionDepth, 1); // ROLLBACK ends the savepoints too
      if (this.isTransactionActive) await this.rollbackTransaction();
    } finally {
      this.forgetTransaction();
      await super.release();
    }
  }

  private forgetTransaction(): void {
    this.isTransactionActive = false;
    this.transactionDepth = 0;
    this.gate.leave(this);
  }

  private connectionIsInTransaction(): boolean {
    return (this.driver.databaseConnection as LibsqlDriver).inTransaction;
  }
}

/** Replaces TypeORM's one shared query runner on an embedded data source. Call before `initialize()`. */
export function serialiseEmbedded(dataSource: DataSource, gate = new EmbeddedGate()): void {
  const driver = dataSource.driver as BetterSqlite3Driver;
  driver.createQueryRunner = () => new EmbeddedQueryRunner(driver, gate);
  gates.set(dataSource, gate);
}

/** The gate of an embedded data source; none on MySQL. */
export function gateOf(dataSource: DataSource): EmbeddedGate | undefined {
  return gates.get(dataSource);
}
