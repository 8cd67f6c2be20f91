import { createClient } from '@redis/client';
import { startRedis, type TestRedis } from '../../../test/redis';
import { startServer, type TestServer } from '../../../test/server';
import { until } from '../../../test/until';
import { Clock } from '../clock';
import { Transactions } from '../database/transactions';
import { AddressLimits } from './address-limits';
import { AddressTries } from './address-tries.entity';
import { InsuredTries } from './insured-tries';
import type { RedisTries } from './redis-tries';

const LIMIT = 5;
const NETWORK = '192.0.2.7';
let redis: TestRedis;
let servers: TestServer[];

beforeAll(async () => {
  redis = await startRedis();
  const env = { REDIS_URL: redis.url, SIGN_INS_PER_ADDRESS: String(LIMIT), CLOCK_AT: '2026-11-25T02:03:00Z' };
  const first = await startServer(env);
  // the embedded database is one process's: it refuses the second
  servers = first.database.dialect === 'embedded' ? [first] : [first, await startServer(env, first.database)];
  for (const { app } of servers) {
    const redis: RedisTries = Reflect.get(app.get(InsuredTries, { strict: false }), 'redis');
    // a process held up while it starts, or asks, is not a Redis that is away
    Object.assign(redis, { answerWithinMs: 60_000 });
    await until(() => expect(redis.isReady).toBe(true));
  }
  nextPeriod();
});
afterAll(async () => {
  const [first, ...others] = servers;
  for (const other of others) await other.stop();
  await first?.end();
  await redis.stop();
});

/** So many tries at each server at once, counted under a name of the test's own. */
const free = async (what: string, times: number, at: readonly TestServer[] = servers) => {
  const limits = at.map(({ app }) => app.get(AddressLimits, { strict: false }));
  const tries = limits.flatMap((each) => Array.from({ length: times }, () => each.take(what, NETWORK, LIMIT)));
  return (await Promise.all(tries)).filter((seconds) => seconds === undefined).length;
};
const first = (): TestServer => {
  const [server] = servers;
  if (!server) throw new Error('no server was started');
  return server;
};
/** Nest gives one process one logger, whichever server writes. */
const logs = () => servers.map((server) => server.logs()).join('');
const keptInDatabase = () => first().app.get(Transactions).manager.find(AddressTries);
const nextPeriod = () => {
  for (const { app } of servers) {
    const clock = app.get(Clock);
    Object.assign(clock, { stoppedAtMs: clock.now().getTime() + 600_000 });
  }
};

describe('with a Redis', () => {
  it('servers count together in it, and nothing is written to the database', async () => {
    expect(await free('together', LIMIT)).toBe(LIMIT);
    expect(await keptInDatabase()).toEqual([]);
  });

  it('forged headers are still one network, at whichever server', async () => {
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, time) => {
        const server = servers[time % servers.length] ?? first();
        const headers = { 'x-forwarded-for': `198.51.100.${time}` };
        return server.post('/api/v1/sessions/wechat', JSON.stringify({ code: 'x' }), headers);
      }),
    );
    expect(replies.filter(({ status }) => status !== 429)).toHaveLength(LIMIT);
  });

  it('its keys say nothing about whom, and go by themselves', async () => {
    await free('whom', 1);
    const client = createClient({ url: redis.url });
    await client.connect();
    const keys = await client.keys('*');
    const times = await Promise.all(keys.map((key) => client.pTTL(key)));
    client.destroy();
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !/^jinmen:tries:[0-9a-f]{64}$/.test(key))).toEqual([]);
    expect(times.filter((ms) => ms < 1 || ms > 660_000)).toEqual([]);
  });
});

describe('a Redis that is killed', () => {
  it('fails nobody, and opens no limit: the database goes on where it ended, and still does when it is back', async () => {
    nextPeriod();
    expect(await free('killed', 2, [first()])).toBe(2);
    const asking = free('meanwhile', 40, [first()]);
    await redis.kill();
    expect(await asking).toBe(LIMIT);
    // it carries what it counted in Redis: 2 and 5
    await until(async () => {
      const kept = (await keptInDatabase()).map(({ tries }) => tries);
      expect(kept.sort()).toEqual([2, LIMIT]);
    });
    expect(logs()).toContain('rate limits without redis');
    expect(await free('killed', LIMIT)).toBe(LIMIT - 2);
    expect(await free('another', LIMIT)).toBe(LIMIT);

    await redis.startAgain();
    expect(await free('killed', LIMIT)).toBe(0);
    expect(await free('another', LIMIT)).toBe(0);
    expect(logs()).not.toContain(redis.url);
  });

  it('is used again in the next ten minutes', async () => {
    await until(async () => {
      nextPeriod();
      const kept = (await keptInDatabase()).length;
      expect(await free('again', LIMIT)).toBe(LIMIT);
      expect((await keptInDatabase()).length).toBe(kept);
    });
  });

  it('lets at most twice the limit in at that very moment: once by it, once by a server that had not heard', async () => {
    nextPeriod();
    const asking = free('both', 40);
    await redis.kill();
    const meanwhile = await asking;
    expect(meanwhile).toBeGreaterThanOrEqual(LIMIT);
    // Redis may have answered them all before it died: then whoever comes next is the one that had not heard
    const letIn = meanwhile + (await free('both', LIMIT));
    expect(letIn).toBeLessThanOrEqual(servers.length * LIMIT);
    expect(await free('both', LIMIT)).toBe(0);
    await redis.startAgain();
  });
});
