import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Children inherit it, however deep, so that what a test forgot can be found and ended. */
export const RUN_MARK = 'JINMEN_TEST_RUN';

/** Processes are found by their environment, which only Linux shows. */
export const canFindProcesses = existsSync('/proc/self/environ');

/** Ends every process that carries the mark of this run; returns their command lines. */
export function endLeftovers(run) {
  return processesWith(RUN_MARK, run)
    .filter(({ pid }) => end(pid))
    .map(({ line }) => line);
}

/** `[{pid, line}]` of every other living process whose environment has `name=value`. */
export function processesWith(name, value) {
  if (!canFindProcesses) return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((pid) => read(`/proc/${pid}/environ`).split('\0').includes(`${name}=${value}`))
    .map((pid) => ({ pid: Number(pid), line: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() }))
    .filter(({ line }) => line !== '');
}

function end(pid) {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

/** A process may end, or belong to someone else, between the listing and the reading. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
