import { type KeptStore, startKeptStore } from './kept-store';

/** A real Redis of our own, to be killed; it starts again with nothing in it. Its `url` is for `REDIS_URL`. */
export type TestRedis = KeptStore;

/** Ends with this process, however that ends. */
export function startRedis(): Promise<TestRedis> {
  return startKeptStore('Redis', 'redis-process.mjs');
}
