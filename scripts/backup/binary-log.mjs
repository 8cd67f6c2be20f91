import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { Stop } from '../lib/stop.mjs';

/** Longer than the event by which a binary log ends and names the next. */
const TAIL_BYTES = 512;

/** The copies of binary logs of this name, in their order; without a name all there are. */
export function logsIn(folder, base) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /.\.\d{6,}$/.test(file) && (base === undefined || baseOf(file) === base))
    .sort((one, other) => numberOf(one) - numberOf(other));
}

/** Those that no backup needs which was made at `first`. */
export function logsBefore(folder, first) {
  const older = logsIn(folder, baseOf(first)).filter((file) => numberOf(file) < numberOf(first));
  return older.map((file) => path.join(folder, file));
}

/**
 * Everything from the log a backup was made at, without a gap. The log that ends by naming another one is followed by it.
 * Throws a Stop that names what is missing; only logs cut off before they were full leave nothing behind to tell it by:
 * the audit's anchors do.
 */
export function logsSince(folder, first) {
  const base = baseOf(first);
  const there = logsIn(folder, base).filter((file) => numberOf(file) >= numberOf(first));
  let expected = first;
  for (const file of there) {
    if (file !== expected) throw missing(folder, expected);
    expected = nextOf(file);
  }
  if (there.length === 0) throw missing(folder, first);
  if (endsWith(path.join(folder, there.at(-1)), expected)) throw missing(folder, expected);
  return there.map((file) => path.join(folder, file));
}

export const baseOf = (file) => file.slice(0, file.lastIndexOf('.'));

export const numberOf = (file) => Number(file.slice(file.lastIndexOf('.') + 1));

function nextOf(file) {
  const digits = file.slice(file.lastIndexOf('.') + 1);
  return `${baseOf(file)}.${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}

function missing(folder, file) {
  return new Stop(
    `The binary log ${file} is missing in ${folder}. Find it, or restore what there is without it and say until when: --until.`,
  );
}

function endsWith(file, name) {
  const { size } = statSync(file);
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  const opened = openSync(file, 'r');
  try {
    readSync(opened, tail, 0, tail.length, size - tail.length);
  } finally {
    closeSync(opened);
  }
  return tail.includes(name);
}
