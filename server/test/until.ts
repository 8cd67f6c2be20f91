import { setTimeout as pause } from 'node:timers/promises';

/** Tries until the expectation holds; after `withinMs` its last failure is the test's. */
export async function until(expectation: () => void | Promise<void>, withinMs = 5000): Promise<void> {
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
