import type { DataSource } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { EmbeddedGate } from './embedded-gate';

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

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      if (!this.isTransactionActive) this.gate.leave(this);
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
    if (this.isTransactionActive) await this.rollbackTransaction();
    await super.release();
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
