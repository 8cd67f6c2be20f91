import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, start } from '../../../test/child';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { TeaCup } from '../../../test/tea-house';
import { startTeaHouseServer } from '../../../test/tea-house-server';
import { until } from '../../../test/until';
import { Transactions } from '../database/transactions';

const ROUNDS = 3;
const PHONES = 10;

let database: TestDatabase;
let child: Child | undefined;

beforeEach(async () => {
  database = await emptyDatabase();
});

afterEach(async () => {
  child?.process.kill('SIGKILL');
  await child?.ends();
  await database.remove();
});

async function startChild(): Promise<{ url: string; kill: () => Promise<unknown> }> {
  const { databaseUrl, dataDir } = database.config;
  const started = start('test/tea-house-process.ts', [], {
    DATA_DIR: dataDir,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  child = started;
  await started.says('ready at ');
  const url = /ready at (\S+)/.exec(started.said())?.[1] ?? '';
  return {
    url,
    kill: () => {
      started.process.kill('SIGKILL');
      return started.ends();
    },
  };
}

/** The answer; none when the server died before it was all there. */
async function order(url: string, key: string): Promise<string | undefined> {
  try {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer guest-1', 'idempotency-key': key };
    const body = JSON.stringify({ tea: 'green', sips: 1 });
    const answer = await fetch(`${url}/tables/guest-1/orders`, { method: 'POST', headers, body });
    return answer.status === 202 ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

it('a server killed at any moment loses no order it acknowledged, and makes none twice', async () => {
  const acknowledged = new Map<string, string>();
  const keys: string[] = [];
  let cutOff = 0;
  /** Orders one after another until no answer comes: at whatever moment the server dies, somebody is at it. */
  const orders = async (url: string, phone: string) => {
    for (let nth = 0; ; nth += 1) {
      const key = `${phone}-order-${nth}`;
      keys.push(key);
      const answer = await order(url, key);
      if (answer === undefined) break;
      acknowledged.set(key, answer);
      await pause(randomInt(20));
    }
    cutOff += 1;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const { url, kill } = await startChild();
    const before = acknowledged.size;
    const phones = Array.from({ length: PHONES }, (_, phone) => orders(url, `round-${round}-phone-${phone}`));
    await until(() => expect(acknowledged.size).toBeGreaterThan(before + 2));
    await pause(randomInt(80));
    expect(cutOff).toBe(round * PHONES);
    await kill();
    await Promise.all(phones);
  }
  expect(cutOff).toBe(ROUNDS * PHONES);

  const server = await startTeaHouseServer(database);
  for (const key of keys) {
    const answer = await order(server.url, key);
    expect(answer).toBeDefined();
    if (acknowledged.has(key)) expect(answer).toBe(acknowledged.get(key));
  }
  const cups = await server.app.get(Transactions).manager.count(TeaCup);
  await server.stop();
  expect(cups).toBe(keys.length);
}, 120_000);
