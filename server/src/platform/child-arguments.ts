/** What is said about the server's own memory (`scripts/lib/server-memory.mjs`). */
const MEMORY = /^--(?:(?:max|min|initial)-(?:old|semi)-space-size|heap-growing-percent)=/;

/**
 * How a process or a thread of ours is started: as the server was, but for what it was told about its memory. A thread
 * refuses to start with that, and a process has an amount of its own.
 */
export function childArguments(own: readonly string[] = process.execArgv): string[] {
  return own.filter((argument) => !MEMORY.test(argument.replaceAll('_', '-')));
}
