import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, start } from '../../../test/child';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { TeaCup } from '../../../test/tea-house';
import { startTeaHouseServer } from '../../../test/tea-house-server';
import { until } from '../../../test/until';
import { Transactions } from '../database/transactions';

const ROUNDS = 3;
const ORDERS = 60;

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
  for (let round = 0; round < ROUNDS; round += 1) {
    const { url, kill } = await startChild();
    const asked = Array.from({ length: ORDERS }, (_, index) => `round-${round}-order-${index}`);
    keys.push(...asked);
    const sent = asked.map(async (key) => {
      await pause(randomInt(200));
      const answer = await order(url, key);
      if (answer === undefined) cutOff += 1;
      else acknowledged.set(key, answer);
    });
    const before = acknowledged.size;
    await until(() => expect(acknowledged.size).toBeGreaterThan(before + 2), 20_000);
    await pause(randomInt(80));
    await kill();
    await Promise.all(sent);
  }
  expect(acknowledged.size).toBeGreaterThan(0);
  expect(cutOff).toBeGreaterThan(0);

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
