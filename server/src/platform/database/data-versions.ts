import { Injectable } from '@nestjs/common';
import { DataVersionRow } from './data-version.entity';
import { isDuplicate } from './retryable';
import { Transactions } from './transactions';

/** Counters that tell every process when reference data changed. */
@Injectable()
export class DataVersions {
  constructor(private readonly transactions: Transactions) {}

  /** The counter; 0 before the first change. */
  async current(name: string): Promise<number> {
    // asked with almost every request, so without the detour over an entity
    const query = 'SELECT version FROM data_version WHERE name = ?';
    const rows: { version: number }[] = await this.transactions.manager.query(query, [name]);
    return rows[0]?.version ?? 0;
  }

  /**
   * Makes every other writer of this data wait until the open transaction ends. First statement of that transaction.
   * @throws Error when no transaction is open.
   */
  async lock(name: string): Promise<void> {
    if (!this.transactions.isOpen) throw new Error('DataVersions.lock needs an open transaction');
    const { manager } = this.transactions;
    // the embedded database has one writer at a time already and knows no row locks
    if (manager.dataSource.options.type !== 'mysql') return;
    const query = 'SELECT version FROM data_version WHERE name = ? FOR UPDATE';
    const rows: unknown[] = await manager.query(query, [name]);
    if (rows.length === 0) throw new Error(`no counter named ${name}; see DataVersions.ensure`);
  }

  /** Makes the counter exist. Outside a transaction, so that two starting processes cannot deadlock over it. */
  async ensure(name: string): Promise<void> {
    try {
      if ((await this.transactions.manager.countBy(DataVersionRow, { name })) > 0) return;
      await this.transactions.manager.insert(DataVersionRow, { name, version: 0 });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  /** Announces a change; takes effect with the open transaction. Returns the new number. */
  async bump(name: string): Promise<number> {
    await this.transactions.manager.increment(DataVersionRow, { name }, 'version', 1);
    return this.current(name);
  }
}
