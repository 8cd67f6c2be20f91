const TIMEOUT_MS = 30_000;
const PAUSE_MS = 30;

/** Asks again and again until the answer is true. Rejects with what was waited for, and with the last error. */
export async function until(
  what: string,
  ask: () => Promise<boolean> | boolean,
  timeoutMs = TIMEOUT_MS,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  let last = '';
  while (performance.now() < end) {
    try {
      if (await ask()) return;
      last = '';
    } catch (error) {
      last = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`waited in vain for ${what}${last}`);
}
