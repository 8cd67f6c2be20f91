import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { receiveKey, sendKey } from './local-bureau';
import { startOutbox } from './outbox-house';
import { orderAll } from './outbox-orders';

/** A process with an outbox, to be killed. `BUREAU_URL`, `DATA_DIR`, `DATABASE_URL`; arguments are orders of tea. */
async function main(): Promise<void> {
  const { BUREAU_URL: url = '', DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl } = process.env;
  const config = { dataDir, ...(databaseUrl ? { databaseUrl } : {}) };
  const tea = await startOutbox({ config }, { first: { url, send: sendKey, receive: [receiveKey] } });
  await orderAll(tea, process.argv.slice(2));
  process.stdout.write('ready\n');
  for (;;) {
    process.stdout.write(`settled ${(await tea.settled()).length}\n`);
    await pause(50);
  }
}

void main();
