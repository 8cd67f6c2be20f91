import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { databaseAt, type TestDatabase } from '../../../test/database';
import { type DurableMariadb, startDurableMariadb } from '../../../test/durable-mariadb';
import { type PlatformProcess, startPlatform } from '../../../test/platform-house';
import { makeSlowDisk } from '../../../test/slow-disk/slow-disk';
import { askTwice, wasSafe } from '../../../test/slow-disk/told-again';
import { TeaCup } from '../../../test/tea-house';
import { Problem } from '../http/problem';
import { Idempotency } from './idempotency';
import type { Answer } from './idempotency-store';

const FLUSH_MS = 3000;
/** Without a binary log rows are seen before they are safe; `npm run crash` looks at whole servers, with and without. */
const BINARY_LOG = false;

const embedded = process.env.TEST_DIALECT === 'embedded'; // one process: whoever asks again waits for the first there
const disk = embedded ? undefined : makeSlowDisk(FLUSH_MS);
if (!disk && !embedded) process.stderr.write('a slow disk needs Linux and a C compiler (cc); its test is left out\n');

let mariadb: DurableMariadb | undefined;
let database: TestDatabase | undefined;
let one: PlatformProcess | undefined;
let other: PlatformProcess | undefined;

beforeAll(async () => {
  if (!disk) return;
  mariadb = await startDurableMariadb({ binaryLog: BINARY_LOG, preload: disk.preload, env: disk.env });
  database = await databaseAt(mariadb.url);
  one = await startPlatform(database);
  other = await startPlatform(database);
});

afterAll(async () => {
  disk?.fast();
  await Promise.all([one?.stop(), other?.stop()]);
  await database?.remove();
  await mariadb?.stop();
  disk?.remove();
});

/** Until it is answered with more than "come back". */
async function pour(where: PlatformProcess | undefined, key: string): Promise<Answer> {
  if (!where) throw new Error('it was not started');
  const scope = { subject: 'resident:1', route: 'POST /tea', key, fingerprint: 'green tea' };
  for (;;) {
    try {
      return await where.module.get(Idempotency).once(scope, async () => {
        const cup = randomUUID();
        await where.transactions.manager.insert(TeaCup, { id: cup, label: null, sips: 0 });
        return { status: 201, body: cup };
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'idempotency.in-flight') throw error;
      await pause(20);
    }
  }
}

it('an answer that is not on the disk yet is told to nobody, at no process', async () => {
  if (!disk) return;
  const databaseUrl = database?.config.databaseUrl ?? '';
  const answers: Answer[] = [];
  const keep = async (answer: Promise<Answer>) => answers.push(await answer);
  const key = randomUUID();
  const asked = { disk, databaseUrl, binaryLog: BINARY_LOG, key };
  const times = await askTwice({ ...asked, first: () => keep(pour(one, key)), again: () => keep(pour(other, key)) });
  expect(answers[0]?.body).toBe(answers[1]?.body);
  // the row was there to be read, and would have been read, before its log was flushed
  expect(times.seen).toBeLessThan(times.safe);
  expect(times.askedAgain).toBeLessThan(times.safe);
  expect({ ...times, safelyTold: wasSafe(times) }).toEqual({ ...times, safelyTold: true });
});
