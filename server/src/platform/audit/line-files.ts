import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';

/** More than the longest line. */
const TAIL_BYTES = 64 * 1024;

/** Every line of the file, oldest first; none when there is no file. */
export function linesOf(path: string): string[] {
  return statSync(path, { throwIfNoEntry: false }) ? linesIn(readFileSync(path, 'utf8')) : [];
}

/** The newest lines of the file, oldest first, however long it is; the first of them may be half a line. */
export function linesAtEndOf(path: string): string[] {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return [];
  const buffer = Buffer.alloc(Math.min(size, TAIL_BYTES));
  const file = openSync(path, 'r');
  try {
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
  } finally {
    closeSync(file);
  }
  return linesIn(buffer.toString('utf8'));
}

function linesIn(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
