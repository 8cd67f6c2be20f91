import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RelayPace } from '../src/platform/outbox/relay-pace';
import { json, startLocalBureau } from './local-bureau';
import { startOutbox } from './outbox-house';
import { until } from './until';

const MESSAGES = 500;
const A_SECOND = 50;
const WARM_UP = 20;

/**
 * Milliseconds from the moment a word to a bureau is appended, transaction included, to the moment the bureau has it:
 * the embedded database, the relay's real pace, fifty messages a second for as many cases. Prints them as JSON.
 */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jinmen-bench-'));
  const bureau = await startLocalBureau();
  const tea = await startOutbox({ config: { dataDir } }, { first: bureau.address }, new RelayPace());
  const began = new Map<string, number>();
  const delaysMs: number[] = [];
  bureau.behave((response, delivery) => {
    const { name } = JSON.parse(delivery.text) as { name: string };
    delaysMs.push(performance.now() - (began.get(name) ?? Number.NaN));
    json(200, {})(response, delivery);
  });
  const orders: Promise<string>[] = [];
  for (let index = 0; index < WARM_UP + MESSAGES; index += 1) {
    const name = String(index);
    began.set(name, performance.now());
    orders.push(tea.order(name));
    await pause(1000 / A_SECOND);
  }
  await Promise.all(orders);
  await until(async () => {
    if ((await tea.settled()).length < WARM_UP + MESSAGES) throw new Error('some messages are still waiting');
  }, 30_000);
  await tea.stop();
  await bureau.close();
  rmSync(dataDir, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify(delaysMs.slice(WARM_UP))}\n`);
}

void main();
