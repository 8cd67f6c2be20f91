import type { OutboxProcess } from './outbox-house';

/** Orders `a1 a2 b1 …` in one transaction: the letter is the order, all of them or none are there. */
export function orderAll(tea: OutboxProcess, names: readonly string[]): Promise<void> {
  return tea.transactions.run(async () => {
    for (const name of names) await tea.order(name, { order: name.slice(0, 1) });
  });
}
