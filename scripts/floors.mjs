import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/root.mjs';
import { runCommand, Stop } from './lib/stop.mjs';
import { belowFloor, printTotals, table, totalsOf } from './lib/totals.mjs';

const FLOORS = inRoot('.ci/floors.json');
const COUNTS = inRoot('.cache/test-counts.json');

/**
 * Compares the last `npm test` with the committed floors; `--raise` writes what passed as the new floors. Ends with
 * code 1 when a suite fell below its floor or a test failed.
 */
await runCommand(async (args) => {
  if (!existsSync(COUNTS))
    throw new Stop('There are no counts yet: run npm test first.\n0 passed, 1 failed, 0 skipped');
  const counts = JSON.parse(readFileSync(COUNTS, 'utf8'));
  const totals = totalsOf(counts);
  if (args.includes('--raise')) return raise(counts, totals);
  const floors = JSON.parse(readFileSync(FLOORS, 'utf8'));
  console.log(`\n${table(counts, floors)}`);
  const below = belowFloor(counts, floors);
  for (const line of below) console.error(line);
  printTotals({ ...totals, failed: totals.failed + below.length });
  if (totals.failed + below.length > 0) process.exitCode = 1;
});

function raise(counts, totals) {
  if (totals.failed > 0) throw new Stop('Floors are raised from a run without failures only.');
  const floors = Object.fromEntries(Object.entries(counts).map(([name, { passed }]) => [name, passed]));
  writeFileSync(FLOORS, `${JSON.stringify(floors, null, 2)}\n`);
}
