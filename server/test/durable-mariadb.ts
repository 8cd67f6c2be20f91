import { type KeptStore, startKeptStore } from './kept-store';

/**
 * A MariaDB of our own that loses nothing it acknowledged, to be killed, or to be given a slow disk; it starts again on what
 * it left. Its `url` is for `TEST_DATABASE_URL`.
 */
export type DurableMariadb = KeptStore;

export interface DurableSettings {
  /** With `sync_binlog=1`, or without any. */
  readonly binaryLog: boolean;
  /** Data that are there already, e.g. restored ones; they stay when it stops. */
  readonly data?: string;
  /** A shared object that is loaded into it. */
  readonly preload?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Ends with this process, however that ends. */
export function startDurableMariadb({ env, ...settings }: DurableSettings): Promise<DurableMariadb> {
  return startKeptStore('MariaDB', 'mariadb-process.mjs', [JSON.stringify(settings)], env);
}
