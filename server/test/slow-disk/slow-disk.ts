import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One flush of one file, on the clock of `monotonicMs`. */
export interface Flush {
  readonly beganMs: number;
  readonly endedMs: number;
  readonly file: string;
}

/** A disk that can be made slow, for a database that is started with it. */
export interface SlowDisk {
  readonly preload: string;
  readonly env: Readonly<Record<string, string>>;
  /** From now on each flush takes its time. */
  slow(): void;
  fast(): void;
  /** Those that were slow, as they ended. */
  flushes(): readonly Flush[];
  remove(): void;
}

/** The clock the slow disk's journal is written by. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Made of slow-fsync.c; none where there is no Linux or no C compiler. */
export function makeSlowDisk(flushMs: number): SlowDisk | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'jinmen-slow-'));
  const [preload, on, journal] = ['slow-fsync.so', 'on', 'journal'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]; // as many as there are names
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', preload, `${__dirname}/slow-fsync.c`, '-ldl']);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (status !== 0) {
    remove();
    return undefined;
  }
  return {
    preload,
    env: { SLOW_FSYNC_SWITCH: on, SLOW_FSYNC_MS: String(flushMs), SLOW_FSYNC_JOURNAL: journal },
    slow: () => writeFileSync(on, ''),
    fast: () => rmSync(on, { force: true }),
    flushes: () => (existsSync(journal) ? readFileSync(journal, 'utf8').trim().split('\n').map(flushOf) : []),
    remove,
  };
}

function flushOf(line: string): Flush {
  const [began, ended, file = ''] = line.split(' ');
  return { beganMs: Number(began) / 1e6, endedMs: Number(ended) / 1e6, file };
}
