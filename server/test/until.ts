import { setTimeout as pause } from 'node:timers/promises';

/**
 * Tries until the expectation holds; after `withinMs` its last failure is the test's. Beside a browser and another
 * database suite a job of milliseconds may wait seconds for a core, and a wait that is not needed costs nothing.
 */
export async function until(expectation: () => void | Promise<void>, withinMs = 30_000): Promise<void> {
  const endMs = performance.now() + withinMs;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (performance.now() > endMs) throw error;
      await pause(20);
    }
  }
}
