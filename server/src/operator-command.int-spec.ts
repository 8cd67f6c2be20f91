import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { emptyDatabase, type TestDatabase } from '../test/database';
import { startServer } from '../test/server';
import { hereOrAtTheServer } from './operator-command';
import { readConfig } from './platform/config/read-config';
import { Transactions } from './platform/database/transactions';
import { JobLeases } from './platform/jobs/job-leases';
import { Jobs } from './platform/jobs/jobs';
import { OutboxHandlers } from './platform/outbox/outbox-handlers';
import { OutboxMessageRow } from './platform/outbox/outbox-message.entity';

let database: TestDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
  // the schema, and what a release brings along
  const server = await startServer({}, database);
  await server.stop();
});
afterAll(() => database.remove());

/** While an operator's command is at work on the database no server has just now. */
async function inACommand(work: (app: INestApplicationContext) => Promise<void>): Promise<void> {
  const { databaseUrl, dataDir } = database.config;
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    OPENINGS: 'off',
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  });
  await hereOrAtTheServer(config, { command: 'none' }, async (app) => {
    await work(app);
    return { ok: true, lines: [] };
  });
}

/** A word to a bureau that was due long ago. */
async function waitingMessage(app: INestApplicationContext): Promise<string> {
  const topic = app.get(OutboxHandlers, { strict: false }).topics[0] ?? '';
  const { manager } = app.get(Transactions, { strict: false });
  const id = randomUUID();
  const past = new Date(Date.now() - 3_600_000);
  await manager.insert(OutboxMessageRow, {
    ...{
      id,
      topic,
      bureau: 'social-assistance',
      order: id,
      position: 1,
      payload: Buffer.from('sealed'),
      state: 'waiting',
    },
    ...{ tries: 0, answeredFailures: 0, dueAt: past, leasedUntil: null, lease: null, why: null },
    ...{ appendedAt: past, endedAt: null },
  });
  return id;
}

/** Far longer than a job that comes round each ten milliseconds, or a relay that is woken, needs to begin. */
const A_WHILE_MS = 500;

describe('a command of an operator', () => {
  it('sends no word to a bureau while it is at work, however long that one has waited', async () => {
    let id = '';
    await inACommand(async (app) => {
      id = await waitingMessage(app);
    });
    await inACommand(async (app) => {
      await pause(A_WHILE_MS);
      const { manager } = app.get(Transactions, { strict: false });
      const row = await manager.findOneByOrFail(OutboxMessageRow, { id });
      expect(row).toMatchObject({ state: 'waiting', tries: 0, lease: null, leasedUntil: null });
    });
  });

  it('does none of the work that comes round: nothing is removed, given away or told meanwhile', async () => {
    await inACommand(async (app) => {
      let came = 0;
      const held = jest.spyOn(app.get(JobLeases, { strict: false }), 'hold');
      const jobs = app.get(Jobs, { strict: false });
      jobs.every('of-this-spec', 10, async () => {
        came += 1;
      });
      await pause(A_WHILE_MS);
      expect([came, held.mock.calls.length]).toEqual([0, 0]);
      await jobs.wake('of-this-spec');
      await pause(A_WHILE_MS);
      expect(came).toBe(1);
    });
  });
});
