import type { Logger } from '@nestjs/common';
import { traceOf } from '../http/problem.filter';

/**
 * Does `work` for one after another. One that fails keeps nobody after it waiting: it is logged, and comes round again at
 * the job's next look.
 * @returns how many went well.
 */
export async function eachApart<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
  logger: Pick<Logger, 'error'>,
): Promise<number> {
  let done = 0;
  for (const item of items) {
    try {
      await work(item);
      done += 1;
    } catch (error) {
      logger.error(traceOf(error));
    }
  }
  return done;
}
