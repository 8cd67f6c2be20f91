import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';

/** The instant it is, in ms; `CLOCK_AT` stops it, as it stops the server's. */
export function nowMs(): number {
  const stopped = process.env.CLOCK_AT;
  return stopped ? Date.parse(stopped) : Date.now();
}

export function today(): CivilDate {
  return dayInShanghai(nowMs());
}

/** `2026-11-25T10:30:15+08:00`. */
export function shanghaiTime(atMs: number = nowMs()): string {
  const local = new Date(atMs + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 19)}+08:00`;
}
