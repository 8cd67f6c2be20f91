import { randomUUID } from 'node:crypto';
import { plainWordProblems } from '@jinmen/shared/plain-words/plain-words';
import { emptyDatabase, type TestDatabase } from '../test/database';
import { READING_ROOM } from '../test/fakes/reading-room';
import { type FaultProxy, faultProxy } from '../test/fault-proxy';
import { errorPacket } from '../test/faults/mysql-packets';
import { type ReadingHouse, startReadingHouse } from '../test/reading-house';
import { until } from '../test/until';
import { Database } from './platform/database/database.module';

/** A short one beside every other test; `npm run faults` breaks more, for longer, under a crowd. */

let empty: TestDatabase;
let line: FaultProxy | undefined;
let house: ReadingHouse;
let windowId: string;

beforeAll(async () => {
  empty = await emptyDatabase();
  const { databaseUrl } = empty.config;
  const { hostname, port } = new URL(databaseUrl ?? 'none://none');
  if (databaseUrl) line = await faultProxy({ to: { host: hostname, port: Number(port) } });
  const config = { ...empty.config, ...(databaseUrl && line ? { databaseUrl: line.through(databaseUrl) } : {}) };
  house = await startReadingHouse({ STOP_NOTICE_MS: '5000' }, { ...empty, config });
  windowId = await house.open({ capacity: 1000 });
});
afterAll(async () => {
  await line?.close();
  await empty.remove();
});

/** One wish of somebody new, to be asked as often as one likes. */
async function wish() {
  const reader = await house.reader();
  const key = randomUUID();
  const body = { service: READING_ROOM, kind: 'desk', windowId };
  const ask = () => reader.call('POST', '', body, key);
  return {
    ask,
    bookings: () => house.count('SELECT COUNT(*) AS count FROM booking_party WHERE account_id = ?', [reader.accountId]),
  };
}

const isCommit = (bytes: Buffer) => bytes.includes('COMMIT');
const writes = (bytes: Buffer) => /INSERT INTO .booking|UPDATE .slot_window/.test(bytes.toString('latin1'));

describe('a line to the database', () => {
  it('that breaks behind a commit leaves one booking, which the same key is told of', async () => {
    if (!line) return; // the embedded database is a file of the process itself
    const { ask, bookings } = await wish();
    const before = line.met;
    await line.set('cutReply', { of: isCommit, times: 1 });
    const first = await ask();
    expect([201, 503]).toContain(first.status);
    expect(line.met).toBe(before + 1);
    const again = await ask();
    expect(again.status).toBe(201);
    if (first.status === 201) expect(again.body).toEqual(first.body);
    expect(await bookings()).toBe(1);
  });

  it.each([1213, 1205, 1020])(
    'that tells of a conflict (%d) is nobody’s business: the whole is done again, once',
    async (code) => {
      if (!line) return;
      const { ask, bookings } = await wish();
      const before = line.met;
      await line.set('instead', { of: writes, times: 1, reply: errorPacket(code) });
      expect((await ask()).status).toBe(201);
      expect(line.met).toBe(before + 1);
      expect(await bookings()).toBe(1);
    },
  );

  it('that swallows everything keeps nobody waiting: 503 with words, alive, not ready; and whole when it is back', async () => {
    if (!line) return;
    const { ask, bookings } = await wish();
    await line.set('blackHole');
    const [gone, ready, live] = await Promise.all([ask(), house.server.get('/readyz'), house.server.get('/healthz')]);
    expect([gone.status, gone.body.code, ready.status, live.status]).toEqual([503, 'server.unavailable', 503, 200]);
    expect(gone.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(plainWordProblems(String(gone.body.detail))).toEqual([]);
    // from now on nobody even begins to wait: the line is not asked
    const { met } = line;
    expect((await ask()).status).toBe(503);
    expect(line.met).toBe(met);
    await line.set('none');
    await until(async () => expect((await house.server.get('/readyz')).status).toBe(200));
    await until(async () => expect((await ask()).status).toBe(201));
    expect(await bookings()).toBe(1);
  });
});

describe('a connection to the database', () => {
  const longHolds = () => house.server.app.get(Database).connections?.longHolds;

  /** So many who each have a connection, and give it back when they are told. */
  async function holders(count: number): Promise<{ giveBack: () => Promise<void>; all: Promise<unknown> }> {
    let letGo = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let have = 0;
    const hold = () =>
      house.transactions.run(async () => {
        await house.count('SELECT 1 AS count');
        have += 1;
        await over;
      });
    const all = Promise.all(Array.from({ length: count }, hold));
    await until(() => expect(have).toBe(count));
    return {
      all,
      giveBack: async () => {
        letGo();
        await all;
      },
    };
  }

  it('that somebody keeps for more than a second is counted when it is given back, and no other', async () => {
    if (!line) return;
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const before = longHolds() ?? Number.NaN;
    const [some, one] = [await holders(2), await holders(1)];
    clock.mockReturnValue(1000);
    await some.giveBack();
    expect(longHolds()).toBe(before);
    clock.mockReturnValue(1001);
    await one.giveBack();
    expect(longHolds()).toBe(before + 1);
    // as many as there are, and others who wait for one of them: their wait is no keeping
    const first = await holders(20);
    const later = holders(20);
    clock.mockReturnValue(1502);
    await first.giveBack();
    const second = await later;
    clock.mockReturnValue(2003);
    await second.giveBack();
    clock.mockRestore();
    expect(longHolds()).toBe(before + 1);
  });

  it('in which a transaction could not be undone is nobody else’s', async () => {
    if (!line) return;
    const { met } = line;
    await line.set('instead', { of: (bytes) => bytes.includes('ROLLBACK'), times: 1, reply: errorPacket(1047) });
    const failing = house.transactions.run(async () => {
      await house.count('SELECT 1 AS count');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(line.met).toBe(met + 1);
    await line.set('none');
    const others = Array.from({ length: 40 }, () => house.transactions.run(() => house.count('SELECT 1 AS count')));
    expect(await Promise.all(others)).toEqual(others.map(() => 1));
  });
});

describe('a server that is told to stop', () => {
  it('says so at /readyz, serves on meanwhile, and ends each connection with its reply', async () => {
    const { url } = house.server;
    const stopping = house.server.stop();
    const [ready, served] = await Promise.all([fetch(`${url}/readyz`), fetch(`${url}/api/v1/standards`)]);
    expect([ready.status, served.status]).toEqual([503, 200]);
    expect([ready, served].map(({ headers }) => headers.get('connection'))).toEqual(['close', 'close']);
    await stopping;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
