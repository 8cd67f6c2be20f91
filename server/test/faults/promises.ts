/** One thing that was promised, and whether it was kept. */
export interface Kept {
  readonly promise: string;
  /** What was seen, in a few words. */
  readonly seen: string;
  readonly isKept: boolean;
}

/** What one part of the run is told. */
export interface FaultRun {
  readonly seed: number;
  /** How long something stays dead. */
  readonly seconds: number;
  /** How often something is killed or stopped. */
  readonly times: number;
  readonly rps: number;
  /** Only these are dead in turn; all of them unless said. */
  readonly upstreams?: readonly string[];
  /** The database is unwell in these ways only; in all of them unless said. */
  readonly ways?: readonly string[];
  /** A fault of our own making, which must be found. */
  readonly plant?: string;
  readonly say: (line: string) => void;
}

export type FaultPart = (run: FaultRun) => Promise<readonly Kept[]>;

export const kept = (promise: string, isKept: boolean, seen: string | number): Kept => ({
  promise,
  seen: String(seen),
  isKept,
});

/** Kept while there is nothing of it; the first few are shown. */
export function none(promise: string, broken: readonly string[]): Kept {
  const some = broken.slice(0, 3).join(' | ');
  return kept(promise, broken.length === 0, broken.length === 0 ? 'none' : `${broken.length}: ${some}`);
}

export function table(part: string, promises: readonly Kept[]): string {
  const lines = promises.map(({ promise, seen, isKept }) => `${isKept ? ' ' : '✗'} ${promise.padEnd(66)} ${seen}`);
  return [part, ...lines].join('\n');
}

/** Of the sorted times the one that so many parts of them are below. */
export function percentile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
}
