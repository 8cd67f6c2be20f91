import type { CrashReport, Harmed } from '../crash';

/** How long nobody was given anything after something had been done, in ms. */
export function gapsOf({
  harmed,
  heard,
}: Pick<CrashReport, 'harmed' | 'heard'>): readonly (Harmed & { gap: number })[] {
  return harmed.map((harm, nth) => {
    const end = harmed[nth + 1]?.from ?? Number.POSITIVE_INFINITY;
    return { ...harm, gap: longest(heard.yesAt, harm.from, end) };
  });
}

/** The longest pause that ends after `from` and begins before `end`. */
export function longest(moments: readonly number[], from: number, end: number): number {
  let most = 0;
  for (const [at, moment] of moments.entries()) {
    const before = Math.max(moments[at - 1] ?? moment, from);
    if (moment > from && before < end) most = Math.max(most, moment - before);
  }
  return most;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
