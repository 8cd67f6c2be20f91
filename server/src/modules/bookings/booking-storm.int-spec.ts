import { randomInt } from 'node:crypto';
import {
  type BookingProcess,
  type CrowdSaid,
  crowdOf,
  playPeople,
  rush,
  startBookingProcess,
} from '../../../test/booking-crowd';
import { brokenRules } from '../../../test/booking-invariants';
import { emptyDatabase, type TestDatabase } from '../../../test/database';
import { READING_ROOM } from '../../../test/fakes/reading-room';
import { openWindow, playReadingRoom } from '../../../test/reading-house';
import { send } from '../../../test/resident';
import { startServer, type TestServer } from '../../../test/server';
import { until } from '../../../test/until';
import { startWire } from '../../../test/wire';
import { Transactions } from '../../platform/database/transactions';

/** Short in the suite; `npm run crowd` asks for more. */
const ATTEMPTS = Number(process.env.CROWD_ATTEMPTS ?? 300);
const PROCESSES = Number(process.env.CROWD_PROCESSES ?? 2);
const AT_ONCE = 60;
const PEOPLE = Math.ceil(ATTEMPTS / 4);
const WINDOWS = 10;
const CAPACITY = Math.ceil(PEOPLE / 30);

let database: TestDatabase;
const processes: BookingProcess[] = [];

beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map((each) => each.kill()));
  await database.remove();
});

async function windowsOpened(capacity: number): Promise<readonly string[]> {
  const server = await startServer({}, database);
  const ids: string[] = [];
  for (let at = 0; at < WINDOWS; at += 1) {
    // far enough that no clock of a real day closes it, at times of their own
    ids.push(await openWindow(server, { startsIn: 24 * 200 + at, capacity }));
  }
  await server.stop();
  return ids;
}

/** Opened again by a process that was not there: what it finds is what there is. */
async function looked<Found>(look: (server: TestServer) => Promise<Found>): Promise<Found> {
  const server = await startServer({}, database);
  playReadingRoom(server);
  playPeople(server);
  try {
    return await look(server);
  } finally {
    await server.stop();
  }
}

async function agreesWith(server: TestServer, said: readonly CrowdSaid[]): Promise<void> {
  expect(await brokenRules(server)).toEqual([]);
  const { manager } = server.app.get(Transactions);
  const rows: { id: string; state: string }[] = await manager.query('SELECT id, state FROM booking');
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const acknowledged = said.flatMap((each) => [...each.acknowledged.values()]);
  expect(acknowledged.filter(({ id }) => !states.has(id))).toEqual([]);
  for (const id of said.flatMap((each) => [...each.cancelled])) expect(states.get(id)).toBe('cancelled');
  const kept = acknowledged.filter(({ id }) => states.get(id) === 'held');
  expect(new Set(kept.map(({ accountId }) => accountId)).size).toBe(kept.length);
}

function report(what: string, began: number, said: readonly CrowdSaid[]): void {
  if (!process.env.CROWD_ATTEMPTS) return;
  const answers = new Map<string, number>();
  for (const [answer, times] of said.flatMap((each) => [...each.answers])) {
    answers.set(answer, (answers.get(answer) ?? 0) + times);
  }
  const seconds = (performance.now() - began) / 1000;
  const lines = [...answers].map(([answer, times]) => `  ${answer}: ${times}`);
  process.stdout.write(`${what} in ${seconds.toFixed(1)} s\n${lines.join('\n')}\n`);
}

const failed = (said: readonly CrowdSaid[]) =>
  said.flatMap(({ answers }) => [...answers.keys()]).filter((answer) => answer.startsWith('5'));

it('a crowd at several servers gets no unit twice, and whoever was told yes has it', async () => {
  const windowIds = await windowsOpened(CAPACITY);
  const count = database.dialect === 'embedded' ? 1 : PROCESSES;
  processes.push(...(await Promise.all(Array.from({ length: count }, () => startBookingProcess(database)))));
  const began = performance.now();
  const said = await rush({
    attempts: ATTEMPTS,
    atOnce: AT_ONCE,
    people: crowdOf(PEOPLE),
    windowIds,
    url: () => processes[randomInt(count)]?.url ?? '',
  });
  report(`${ATTEMPTS} wishes at ${count} processes (${database.dialect})`, began, [said]);
  await Promise.all(processes.splice(0).map((each) => each.kill()));
  expect(failed([said])).toEqual([]);
  await looked(async (server) => {
    await agreesWith(server, [said]);
    const { manager } = server.app.get(Transactions);
    const rows: { taken: number | string; cancelled: number | string }[] = await manager.query(
      `SELECT taken, (SELECT COUNT(*) FROM booking WHERE window_id = slot_window.id AND state = 'cancelled') AS cancelled
       FROM slot_window`,
    );
    // ten wishes for every unit: none stays free that somebody was refused, but what came back after the last wish
    expect(rows).toHaveLength(WINDOWS);
    for (const { taken, cancelled } of rows) {
      expect(Number(taken) + Number(cancelled)).toBeGreaterThanOrEqual(CAPACITY);
      expect(Number(taken)).toBeLessThanOrEqual(CAPACITY);
    }
  });
}, 3_600_000);

it('while the database is gone everybody is told so, and afterwards the same key finds out what came of it', async () => {
  if (database.config.databaseUrl === undefined) return; // the embedded one is a file of the process itself
  const [windowId = ''] = await windowsOpened(1);
  const between = await startWire(database.config.databaseUrl);
  const { dataDir } = database.config;
  const server = await startBookingProcess({ config: { databaseUrl: between.url, dataDir } });
  processes.push(server);
  const [accountId = '', key = ''] = crowdOf(2);
  const wish = () => {
    const body = { service: READING_ROOM, kind: 'desk', windowId };
    return send(server, 'POST', '/api/v1/bookings', body, {
      authorization: `Bearer ${accountId}`,
      'idempotency-key': key,
    });
  };
  between.cut();
  const gone = await Promise.all([wish(), wish()]);
  expect(gone.map(({ status, body }) => [status, body.code])).toEqual([
    [503, 'server.unavailable'],
    [503, 'server.unavailable'],
  ]);
  between.mend();
  await until(async () => expect((await wish()).status).toBe(201));
  const [one, other] = [await wish(), await wish()];
  expect(one.body).toEqual(other.body);
  await looked(async (again) => expect(await brokenRules(again)).toEqual([]));
}, 60_000);
