import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createPool, type Pool } from 'mysql2/promise';
import { AppModule } from '../src/app.module';
import { BookingLane } from '../src/modules/bookings/lane/booking-lane.service';
import { Lanes } from '../src/modules/bookings/lane/lanes';
import { SlotDesk, SlotInventory } from '../src/modules/slot-inventory/slot-inventory.port';
import { Clock, instantOf } from '../src/platform/clock';
import { readConfig } from '../src/platform/config/read-config';
import { openDatabase } from '../src/platform/database/open-database';
import { Transactions } from '../src/platform/database/transactions';
import { createHttpApp } from '../src/platform/http/create-http-app';
import { AppLogger } from '../src/platform/logging/app-logger';
import { schema } from '../src/schema';
import { confirm } from './confirmed';
import { numbered } from './relief-house';
import { openNothing } from './server';

/**
 * Units of one window, by 32 callers who each wait for their own: a plain transaction of four statements, the lane of the
 * inventory (a unit and its line), and the lane of bookings with everything a booking writes. In turn, in one process,
 * which is client and server of all three. Prints `[{plain, units, bookings}, …]`, each `{ms, serverUs, databaseUs}` a
 * unit, as JSON. Run by `npm run bench -- hot_slot`.
 */

const ROUNDS = Number(process.env.HOT_SLOT_ROUNDS ?? 5);
const EACH = Number(process.env.HOT_SLOT_EACH ?? 1600);
const CALLERS = 32;
const SERVICE = 'marriage-registration';
const SITE = 'jinmen-lake';
const DAY_MS = 24 * 3_600_000;
const MICROSECONDS_PER_TICK = 10_000;

interface Side {
  /** How many rows a round leaves; a statement that failed quietly leaves fewer. */
  readonly rows: string;
  take(windowId: string, at: number): Promise<unknown>;
}

interface Cost {
  readonly ms: number;
  readonly serverUs: number;
  readonly databaseUs: number;
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jm-hot-'));
  const config = readConfig({
    ...process.env,
    NODE_ENV: 'test',
    DATA_DIR: dataDir,
    OPENINGS: 'off',
    LOG_LEVEL: 'error',
  });
  const opened = await openDatabase(config, schema);
  const app = await createHttpApp(AppModule.forRoot(config, opened), config, new AppLogger('error'));
  openNothing({ app });
  const pool = createPool({ uri: config.databaseUrl ?? '', connectionLimit: CALLERS });
  const accounts = await residents(app);
  const sides = { plain: plainly(pool), units: inInventory(app), bookings: asBookings(app, accounts) };
  const rounds: Record<string, Cost>[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const costs: Record<string, Cost> = {};
    const names = Object.entries(sides);
    for (const [name, side] of round % 2 === 0 ? names : names.reverse()) {
      costs[name] = await measured(app, pool, side, round * 10 + Object.keys(costs).length);
    }
    if (round > 0) rounds.push(costs); // the first warms up
  }
  process.stdout.write(`${JSON.stringify(rounds)}\n`);
  await pool.end();
  await app.close();
  await opened.close();
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
}

async function measured(app: NestFastifyApplication, pool: Pool, side: Side, minute: number): Promise<Cost> {
  const windowId = await aWindow(app, minute);
  let next = 0;
  const caller = async () => {
    for (let at = next++; at < EACH; at = next++) await side.take(windowId, at);
  };
  const before = { at: performance.now(), server: process.cpuUsage(), database: databaseCpu() };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  const ms = performance.now() - before.at;
  const { user, system } = process.cpuUsage(before.server);
  const databaseUs = databaseCpu() - before.database;
  const [rows] = await pool.query(`SELECT taken, (${side.rows}) AS written FROM slot_window WHERE id = ?`, [windowId]);
  const [found] = rows as { taken: number; written: number }[];
  if (found?.taken !== EACH || Number(found.written) !== EACH)
    throw new Error(`not what was asked: ${JSON.stringify(rows)}`);
  await emptied(pool);
  return { ms: ms / EACH, serverUs: (user + system) / EACH, databaseUs: databaseUs / EACH };
}

/** As anybody would write it: the row decides, and its count is the answer. */
function plainly(pool: Pool): Side {
  const take = async (windowId: string) => {
    const connection = await pool.getConnection();
    try {
      await connection.query('BEGIN');
      const [updated] = await connection.query(
        'UPDATE slot_window SET taken = taken + 1, version = version + 1 WHERE id = ? AND taken < capacity',
        [windowId],
      );
      if ((updated as { affectedRows: number }).affectedRows !== 1) throw new Error('full');
      const hold = 'INSERT INTO slot_hold (id, holder, lapses_at, by_staff) VALUES (?, ?, NOW(3), 0)';
      await connection.query(hold, [randomUUID(), randomUUID()]);
      await connection.query('COMMIT');
    } finally {
      connection.release();
    }
  };
  return { take, rows: 'SELECT COUNT(*) FROM slot_hold' };
}

function inInventory(app: NestFastifyApplication): Side {
  const [transactions, inventory] = [app.get(Transactions), app.get(SlotInventory, { strict: false })];
  const lanes = new Lanes<() => void>(CALLERS, async (windowId, jobs) => {
    const requests = jobs.map(() => ({ holder: randomUUID(), lines: [{ windowId, units: 1 }], until: new Date(0) }));
    const { outcomes } = await transactions.run(() => inventory.holdAll(requests));
    for (const [at, told] of jobs.entries()) if (outcomes[at]?.kind === 'held') told();
  });
  const take = (windowId: string) => new Promise<void>((resolve) => void lanes.join(windowId, resolve));
  return { take, rows: 'SELECT COUNT(*) FROM slot_hold_line' };
}

function asBookings(app: NestFastifyApplication, accounts: readonly string[]): Side {
  const lane = app.get(BookingLane, { strict: false });
  const take = (windowId: string, at: number) => {
    const accountId = accounts[at] ?? '';
    const key = randomUUID();
    const scope = { subject: `resident:${accountId}`, route: 'POST /api/v1/bookings', key, fingerprint: windowId };
    const wanted = { service: SERVICE, kind: 'marriage', windowId, details: { bothMainland: true } };
    return lane.hold({ scope, firstAttempt: true }, accountId, wanted);
  };
  return { take, rows: 'SELECT COUNT(*) FROM booking_step WHERE version = 1' };
}

async function residents(app: NestFastifyApplication): Promise<readonly string[]> {
  const transactions = app.get(Transactions);
  const accounts = Array.from({ length: EACH }, () => randomUUID());
  await transactions.run(async () => {
    for (const [at, accountId] of accounts.entries()) {
      const birth = `19${70 + Math.floor(at / 900)}0615`;
      await confirm({ app }, accountId, '示例新人', numbered(birth, String(100 + (at % 900))));
    }
  });
  return accounts;
}

async function aWindow(app: NestFastifyApplication, minute: number): Promise<string> {
  const now = app.get(Clock).now().getTime();
  const startsAt = instantOf(Math.floor(now / DAY_MS + 30) * DAY_MS + minute * 60_000);
  const window = {
    pool: { service: SERVICE, site: SITE, kind: 'registration' },
    ...{ day: dayInShanghai(startsAt.getTime()), startsAt, endsAt: instantOf(startsAt.getTime() + 60_000) },
    ...{ capacity: EACH, heldBack: 0, opensAt: instantOf(now - DAY_MS), closesAt: startsAt, marks: {} },
  };
  const desk = app.get(SlotDesk, { strict: false });
  const [effect] = await app.get(Transactions).run(() => desk.apply([{ act: 'open', window }]));
  if (effect?.outcome !== 'made' || effect.windowId === undefined) throw new Error('no window was opened');
  return effect.windowId;
}

/** Every round begins with as much as the first. */
async function emptied(pool: Pool): Promise<void> {
  const tables = ['booking_step', 'booking_quota', 'booking_party', 'booking', 'slot_hold_line', 'slot_hold'];
  for (const table of [...tables, 'idempotency_key']) await pool.query(`DELETE FROM ${table}`);
}

function databaseCpu(): number {
  const fields = readFileSync(`/proc/${process.env.DATABASE_PID}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_PER_TICK;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
