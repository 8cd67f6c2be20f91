import { readFileSync } from 'node:fs';

/** Linux counts CPU time in ticks of a hundredth of a second. */
const MICROSECONDS_PER_TICK = 10_000;

/** What a process has used so far, all its threads. */
export function cpuMicroseconds(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MICROSECONDS_PER_TICK;
}

/** The process a keeper keeps. */
export function keptChild(keeperPid) {
  return Number(readFileSync(`/proc/${keeperPid}/task/${keeperPid}/children`, 'utf8').trim().split(' ')[0]);
}
