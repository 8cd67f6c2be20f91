import { AsyncResource } from 'node:async_hooks';
import type { Transactions } from '../src/platform/database/transactions';

/** So many round trips of the one are enough for the other to come to the first lock, or to be through. */
const LOOKS = 200;

/**
 * What becomes of an act that somebody begins while a transaction has done `held` and not ended. It ends when they have had
 * time to come as far as they can: an act that waits for what is held is right however far that was; one that does not is
 * through, or has read what was there before. On the embedded database they wait before they begin.
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
    for (let looks = 0; looks < LOOKS && !isThrough; looks += 1) await transactions.manager.query('SELECT 1');
  });
  const [came] = await acting;
  if (!came) throw new Error('nobody acted');
  return came;
}
