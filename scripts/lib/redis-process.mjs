import { keepForOthers, obey } from './for-others.mjs';
import { throwAwayRedis } from './redis.mjs';

/** A throw-away Redis: says `{url}` and obeys. */
await keepForOthers(async () => {
  const redis = await throwAwayRedis();
  obey(redis);
  return { url: redis.url };
});
