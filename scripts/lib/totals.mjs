import { stripVTControlCharacters } from 'node:util';

/** Sums counts per suite into `{passed, failed, skipped}`. */
export function totalsOf(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of Object.values(counts)) for (const key of Object.keys(total)) total[key] += suite[key];
  return total;
}

/** The line that tools read; nothing may be printed after it. */
export function printTotals({ passed, failed, skipped }) {
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
}

/** Counts per suite as aligned text; `floors` adds the least number of passed tests each must keep. */
export function table(counts, floors) {
  const rows = Object.entries(counts).map(([name, { passed, failed, skipped, seconds }]) => [
    name,
    `${passed} passed`,
    `${failed} failed`,
    `${skipped} skipped`,
    floors ? `floor ${floors[name] ?? 0}` : `${seconds ?? 0} s`,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column].length), 0));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    )
    .join('\n');
}

const MOST_TOLD = 30;
const LINES_TOLD = 12;

/** What failed, suite by suite, short enough to be read at the end of a long run. */
export function failureLines(counts) {
  const all = Object.entries(counts).flatMap(([suite, { failures = [] }]) =>
    failures.map(({ name, message }) => [
      `✗ ${suite}: ${name}`,
      ...stripVTControlCharacters(message)
        .split('\n')
        .slice(0, LINES_TOLD)
        .map((line) => `    ${line}`),
    ]),
  );
  const more = all.length > MOST_TOLD ? [`… and ${all.length - MOST_TOLD} more`] : [];
  return [...all.slice(0, MOST_TOLD).flat(), ...more].join('\n');
}

/** One sentence for each suite that is absent or proves less than it once did. */
export function belowFloor(counts, floors) {
  return Object.entries(floors)
    .filter(([name, floor]) => (counts[name]?.passed ?? 0) < floor)
    .map(
      ([name, floor]) =>
        `${name} passed ${counts[name]?.passed ?? 0} tests, fewer than its floor of ${floor} (.ci/floors.json).`,
    );
}
