/**
 * A number while some of what it follows from is still open: everything from `min` to `max` (no upper end: Infinity).
 * `missing` and `unclear` name the facts that keep it open; `sizeUnknown` says that no source gives some size in it.
 */
export interface Measure {
  readonly min: number;
  readonly max: number;
  readonly missing: readonly string[];
  readonly unclear: readonly string[];
  readonly sizeUnknown: boolean;
}

const NONE: readonly string[] = [];

export function exactly(value: number): Measure {
  return { min: value, max: value, missing: NONE, unclear: NONE, sizeUnknown: false };
}

export function between(min: number, max: number, why: Partial<Measure>): Measure {
  return {
    min,
    max,
    missing: why.missing ?? NONE,
    unclear: why.unclear ?? NONE,
    sizeUnknown: why.sizeUnknown ?? false,
  };
}

/** The given ends, kept open by whatever keeps any of `parts` open. */
export function combined(min: number, max: number, parts: readonly Measure[]): Measure {
  if (min === max) return exactly(min);
  return {
    min,
    max,
    missing: union(parts.map((part) => part.missing)),
    unclear: union(parts.map((part) => part.unclear)),
    sizeUnknown: parts.some((part) => part.sizeUnknown),
  };
}

/** Zero times an open end is zero, not NaN. */
export function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

/** Joins lists of names without repeats; the usual case, all but one empty, costs nothing. */
export function union(lists: readonly (readonly string[])[]): readonly string[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length <= 1) return filled[0] ?? NONE;
  return [...new Set(filled.flat())];
}
