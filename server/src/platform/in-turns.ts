import { setImmediate as othersTurn } from 'node:timers/promises';

/**
 * What `work` makes of each, in their order, with whatever else waits let in between: nobody’s request waits longer than one
 * of them takes, however many there are. Not inside a transaction, which would be held as long.
 */
export async function inTurns<Item, Made>(
  items: readonly Item[],
  work: (item: Item) => Made | Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(await work(item));
    await othersTurn();
  }
  return made;
}
