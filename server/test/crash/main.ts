import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { databaseAt, embeddedDatabase } from '../database';
import { startDurableMariadb } from '../durable-mariadb';
import { wasSafe } from '../slow-disk/told-again';
import { type CrashReport, crash, newSeed, type Stage } from './crash';
import { MUST_BE_NONE } from './promises';
import { replaysOnASlowDisk } from './slow-disk-run';

/** `npm run crash`: one table for both databases; a red end when a number that should be 0 is not. */

const { values: asked } = parseArgs({
  options: {
    servers: { type: 'string', default: '20' },
    database: { type: 'string', default: '5' },
    phones: { type: 'string', default: '96' },
    seed: { type: 'string', default: String(newSeed()) },
  },
});
const KILLS = { servers: Number(asked.servers), database: Number(asked.database) };
/** Two in three book, the others hand in. */
const PHONES = { booking: Math.ceil((Number(asked.phones) * 2) / 3), handingIn: Math.floor(Number(asked.phones) / 3) };
const seed = Number(asked.seed);
const began = performance.now();
const say = (line: string) => process.stderr.write(`  ${Math.round((performance.now() - began) / 1000)} s: ${line}\n`);

async function onMariadb(): Promise<CrashReport> {
  const mariadb = await startDurableMariadb({ binaryLog: true });
  const empty = await databaseAt(mariadb.url);
  try {
    const act = async ({ dice }: Stage): Promise<undefined> => {
      await mariadb.kill();
      await pause(dice.upTo(300));
      await mariadb.startAgain();
    };
    const harms = [{ what: 'database', times: KILLS.database, act }];
    return await crash({ servers: 3, serverKills: KILLS.servers, harms, phones: PHONES, seed, say, database: empty });
  } finally {
    await empty.remove();
    await mariadb.stop();
  }
}

async function onEmbedded(): Promise<CrashReport> {
  const empty = embeddedDatabase();
  try {
    const wish = { servers: 1, serverKills: KILLS.servers, harms: [], phones: PHONES, seed, say };
    return await crash({ ...wish, database: empty });
  } finally {
    await empty.remove();
  }
}

interface Column {
  readonly report: CrashReport;
  readonly asked: { readonly servers: number; readonly database: number };
}

const COUNTS: Readonly<Record<string, (column: Column) => string | number>> = {
  'kill -9 of servers': ({ report, asked }) => `${report.serverKills} of ${asked.servers}`,
  'kill -9 of the database': ({ report, asked }) => `${report.harmed.length} of ${asked.database}`,
  'keys acknowledged': ({ report }) => report.heard.yes.size,
  'bookings held': ({ report }) => report.told.held.size,
  'bookings confirmed': ({ report }) => report.told.confirmed.size,
  'bookings cancelled': ({ report }) => report.told.cancelled.size,
  'applications handed in': ({ report }) => report.told.submitted.size,
  'requests without any reply': ({ report }) => report.heard.unanswered,
  'requests put off (409, 429, 503)': ({ report }) => report.heard.putOff,
  'answers given again': ({ report }) => report.replays,
};

function table(columns: readonly Column[]): string {
  const rows = [
    ['', 'MariaDB, 3 servers', 'embedded, 1 server'],
    ...Object.entries(COUNTS).map(([name, of]) => [name, ...columns.map((column) => String(of(column)))]),
    ...Object.entries(MUST_BE_NONE).map(([name, of]) => [
      name,
      ...columns.map(({ report }) => String(of(report).length)),
    ]),
  ];
  return rows
    .map(([name = '', ...cells]) => name.padEnd(48) + cells.map((cell) => cell.padStart(20)).join(''))
    .join('\n');
}

/** No repeated key is told what is not on the disk. Times in milliseconds after the first was asked. */
async function onASlowDisk(): Promise<void> {
  for (const binaryLog of [false, true]) {
    const replays = await replaysOnASlowDisk(binaryLog);
    if (!replays) {
      process.stdout.write('left out: a slow disk needs Linux and a C compiler (cc)\n');
      return;
    }
    for (const replay of replays) {
      const { what, askedAgain, seen, safe, first, again } = replay;
      const log = `${what}, binary log ${binaryLog ? 'on' : 'off'}`.padEnd(28);
      const moments = `asked again ${askedAgain}, row seen ${seen}, on the disk ${safe}, first told ${first}, again told ${again}`;
      process.stdout.write(`${log} ${moments}: ${wasSafe(replay) ? 'safe' : 'TOLD BEFORE IT WAS SAFE'}\n`);
      if (!wasSafe(replay)) process.exitCode = 1;
    }
  }
}

async function main(): Promise<void> {
  const again = Object.entries(asked).map(([name, value]) => `--${name} ${value}`);
  process.stdout.write(`the same kills and choices again: npm run crash -- ${again.join(' ')}\n`);
  await onASlowDisk();
  const columns: readonly Column[] = [
    { report: await onMariadb(), asked: KILLS },
    { report: await onEmbedded(), asked: { servers: KILLS.servers, database: 0 } },
  ];
  process.stdout.write(`${table(columns)}\n`);
  for (const { report, asked } of columns) {
    for (const [name, of] of Object.entries(MUST_BE_NONE)) {
      for (const line of of(report).slice(0, 10)) process.stdout.write(`${name}: ${line}\n`);
      if (of(report).length > 0) process.exitCode = 1;
    }
    if (report.serverKills < asked.servers || report.harmed.length < asked.database) {
      process.stdout.write('void: fewer kills than asked for\n');
      process.exitCode = 1;
    }
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
