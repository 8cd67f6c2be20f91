import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Children inherit it, however deep, so that what a test forgot can be found and ended. Linux only; else a no-op. */
export const RUN_MARK = 'JINMEN_TEST_RUN';

/** Ends every process that carries the mark of this run; returns their command lines. */
export function endLeftovers(run) {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && carries(name, `${RUN_MARK}=${run}`))
    .map((pid) => {
      const line = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        return undefined;
      }
      return line;
    })
    .filter((line) => line);
}

function carries(pid, mark) {
  return read(`/proc/${pid}/environ`).split('\0').includes(mark);
}

/** A process may end, or belong to someone else, between the listing and the reading. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
