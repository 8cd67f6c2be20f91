import { AsyncResource } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import type { Transactions } from '../src/platform/database/transactions';

/**
 * What becomes of an act that somebody begins while a transaction has done `held` and not ended: it ends once they wait for
 * it, or are through without waiting. On the embedded database they wait before they begin.
 */
export async function besideHeld<Result>(
  transactions: Transactions,
  held: () => Promise<unknown>,
  act: () => Promise<Result>,
): Promise<PromiseSettledResult<Result>> {
  const outside = new AsyncResource('somebody else');
  let isThrough = false;
  let acting = Promise.allSettled<Promise<Result>[]>([]);
  await transactions.run(async () => {
    await held();
    acting = outside.runInAsyncScope(() => Promise.allSettled([act()]));
    void acting.then(() => (isThrough = true));
    const { manager } = transactions;
    if (manager.dataSource.options.type !== 'mysql') return;
    while (!isThrough && !(await somebodyWaits(manager)));
  });
  const [came] = await acting;
  if (!came) throw new Error('nobody acted');
  return came;
}

async function somebodyWaits(manager: EntityManager): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM information_schema.innodb_trx t JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
     WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()`,
  );
  return rows.length > 0;
}
