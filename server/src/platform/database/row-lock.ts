import type { EntityManager, FindOneOptions } from 'typeorm';

/**
 * For a `find` inside a transaction: whoever else wants the rows to change them waits, and what is read is the latest,
 * whatever the transaction has read before. The embedded database has one writer at a time and knows no row locks.
 */
export function forUpdate({ dataSource }: EntityManager): Pick<FindOneOptions, 'lock'> {
  return dataSource.options.type === 'mysql' ? { lock: { mode: 'pessimistic_write' } } : {};
}
