const DEFAULT_TIMEOUT_MS = 30_000;
const PAUSE_MS = 40;

/**
 * Asks again and again until the answer is neither undefined, null nor false, and returns it.
 * Rejects after the time with the last error, or with `what` was waited for. Tests poll; they never sleep.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + timeoutMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<T, false>>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  const reason = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`waited ${timeoutMs} ms in vain for ${what}${reason}`);
}
