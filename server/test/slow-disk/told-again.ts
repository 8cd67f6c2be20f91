import { setTimeout as pause } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { monotonicMs, type SlowDisk } from './slow-disk';

/** Two commits that one flush took along are acknowledged in either order; and a look takes its time too. */
const LEEWAY_MS = 100;

/** When what happened, in milliseconds after the first was asked. */
export interface ToldAgain {
  /** The repeated key was sent to the other process. */
  readonly askedAgain: number;
  /** Anybody could read the first one's row. */
  readonly seen: number;
  /** What the first one wrote had been flushed. */
  readonly safe: number;
  /** The first one was told. */
  readonly first: number;
  /** The repeated key was told. */
  readonly again: number;
}

export interface AskedTwice {
  readonly disk: SlowDisk;
  readonly databaseUrl: string;
  readonly binaryLog: boolean;
  readonly key: string;
  /** Resolve when they are told. */
  first(): Promise<unknown>;
  again(): Promise<unknown>;
}

/**
 * Asks, and asks the same at another process while the first commit is under way to a slow disk.
 *
 * What the first wrote is safe once a flush of the log that began after it was written has ended. That is not the moment
 * the first is told: the thread that flushed for it may have to flush for others before it answers, so of two that are
 * safe the second can be told first. With a binary log nothing is seen before that log was flushed.
 */
export async function askTwice({ disk, databaseUrl, binaryLog, key, first, again }: AskedTwice): Promise<ToldAgain> {
  const eye = await createConnection(databaseUrl);
  disk.slow();
  const began = monotonicMs();
  const told = async (work: Promise<unknown>) => work.then(monotonicMs);
  const seen = see(key, (sql, values) => eye.query(sql, values));
  const firstTold = told(first());
  await pause(300);
  const askedAgain = monotonicMs();
  const times = await Promise.all([seen, firstTold, told(again())]);
  disk.fast();
  await eye.end();
  const [seenMs, firstMs, againMs] = times;
  const log = disk.flushes().filter(({ file }) => /ib_logfile/.test(file));
  const flushed = log.filter(({ beganMs }) => beganMs > seenMs - LEEWAY_MS).map(({ endedMs }) => endedMs);
  const safe = binaryLog ? seenMs : Math.min(...flushed);
  const [askedAt, seenAt, safeAt, firstAt, againAt] = [askedAgain, seenMs, safe, firstMs, againMs].map((ms) =>
    Math.round(ms - began),
  ) as [number, number, number, number, number]; // as many as there are moments
  return { askedAgain: askedAt, seen: seenAt, safe: safeAt, first: firstAt, again: againAt };
}

/** Whether the repeated key was told only what is safe. */
export const wasSafe = ({ safe, again }: ToldAgain): boolean => again > safe - LEEWAY_MS;

async function see(key: string, query: (sql: string, values: string[]) => Promise<unknown>): Promise<number> {
  for (;;) {
    const [rows] = (await query('SELECT id FROM idempotency_key WHERE request_key = ?', [key])) as [unknown[]];
    if (rows.length > 0) return monotonicMs();
    await pause(10);
  }
}
