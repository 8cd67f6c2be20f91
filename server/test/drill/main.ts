import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { newSeed } from '../crash/crash';
import { databaseAt, embeddedDatabase } from '../database';
import { startDurableMariadb } from '../durable-mariadb';
import { type DrillReport, drill } from './drill';
import { rotate } from './rotating';

/** `npm run drill`: a table for both databases, and a red end when something is not as it should be. */

const RPO_MS = 5 * 60_000;
const RTO_MS_PER_GB = 15 * 60_000;

const { values: asked } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    people: { type: 'string', default: '12' },
    only: { type: 'string' },
    keys: { type: 'boolean' },
    seed: { type: 'string', default: String(newSeed()) },
  },
});
const say = (line: string) => void process.stderr.write(`  ${line}\n`);

function lines(name: string, report: DrillReport): string[] {
  const { acknowledged, times, databaseBytes, recoveryMs, lostMs, opened, wrong, faults } = report;
  const perGb = recoveryMs / (databaseBytes / 1e9);
  return [
    name,
    `  lost and put back                    ${times} ${times === 1 ? 'time' : 'times'}`,
    `  acknowledged before the end          ${acknowledged}`,
    `  database                             ${(databaseBytes / 1e6).toFixed(0)} MB`,
    `  back and answering after             ${(recoveryMs / 1000).toFixed(1)} s (${(perGb / 1000).toFixed(0)} s per GB)`,
    `  acknowledged and not come back       ${typeof lostMs === 'string' ? lostMs : `the last ${(lostMs / 1000).toFixed(2)} s`}`,
    `  sealed values opened                 ${opened}`,
    `  wrong                                ${wrong.length}`,
    ...wrong.slice(0, 20).map((line) => `    ${line}`),
    ...faults.map(({ fault, found }) => `  planted: ${fault.padEnd(60)} ${found ? 'found' : 'NOT FOUND'}`),
  ];
}

/** The smallest databases take as long to start as larger ones: a rate says something from a tenth of a GB on. */
function isGood({ wrong, faults, lostMs, recoveryMs, databaseBytes }: DrillReport): boolean {
  const slow = recoveryMs / Math.max(databaseBytes / 1e9, 0.1) > RTO_MS_PER_GB;
  const late = typeof lostMs === 'number' && lostMs > RPO_MS;
  return wrong.length === 0 && faults.every(({ found }) => found) && !slow && !late;
}

async function keysChanged(dialect: 'mysql' | 'embedded', wish: { rows: number; people: number; seed: number }) {
  const mariadb = dialect === 'mysql' ? await startDurableMariadb({ binaryLog: true }) : undefined;
  try {
    const database = mariadb ? await databaseAt(mariadb.url) : embeddedDatabase();
    const { acknowledged, movedMs, moved, wrong } = await rotate({ ...wish, database, say });
    process.stdout.write(
      `  every key changed beside ${acknowledged} acknowledged: ${moved}, in ${(movedMs / 1000).toFixed(1)} s\n`,
    );
    process.stdout.write(`  wrong                                ${wrong.length}\n`);
    for (const line of wrong.slice(0, 20)) process.stdout.write(`    ${line}\n`);
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    await mariadb?.stop();
  }
}

async function main(): Promise<void> {
  const { rows, people, seed } = asked;
  process.stdout.write(`again: npm run drill -- --rows ${rows} --people ${people} --seed ${seed}\n`);
  for (const dialect of ['mysql', 'embedded'] as const) {
    if (asked.only !== undefined && asked.only !== dialect) continue;
    const wish = { rows: Number(rows), people: Number(people), seed: Number(seed) };
    if (asked.keys) {
      await keysChanged(dialect, wish);
      continue;
    }
    const report = await drill({ dialect, ...wish, say });
    process.stdout.write(`${lines(dialect === 'mysql' ? 'MariaDB' : 'The embedded database', report).join('\n')}\n`);
    if (!isGood(report)) process.exitCode = 1;
    await keysChanged(dialect, wish);
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
