/**
 * A number while some of what it follows from is open. For each way to answer what was not asked it is an interval
 * (what is unclear or UNKNOWN stays open); its lower end then lies in `loMin … loMax`, its upper end in `hiMin … hiMax`.
 * Over everything still open the number lies in `loMin … hiMax`. An end no source gives is infinite.
 */
export class Range {
  loMin = 0.5;
  loMax = 0.5;
  hiMin = 0.5;
  hiMax = 0.5;

  set(loMin: number, loMax: number, hiMin: number, hiMax: number): void {
    this.loMin = loMin;
    this.loMax = loMax;
    this.hiMin = hiMin;
    this.hiMax = hiMax;
  }

  copy(from: Range): void {
    this.set(from.loMin, from.loMax, from.hiMin, from.hiMax);
  }

  get exact(): boolean {
    return this.loMin === this.hiMax;
  }
}

export function fixedRange(min: number, max: number): Range {
  const range = new Range();
  range.set(min, min, max, max);
  return range;
}

/** Zero times an open end is zero: the end stands for any finite number. */
function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}

/** Both at least 0. */
export function multiply(into: Range, of: Range, by: Range): void {
  into.set(
    product(of.loMin, by.loMin),
    product(of.loMax, by.loMax),
    product(of.hiMin, by.hiMin),
    product(of.hiMax, by.hiMax),
  );
}

/**
 * A `by` under 1 counts as 1. Comparing the quotient of two whole numbers with a whole limit is exact: a quotient that differs
 * from the limit does so by at least 1/by, far more than a double loses below 2^53.
 */
export function divide(into: Range, of: Range, by: Range): void {
  // Stryker disable EqualityOperator: nothing is nothing, however many share it
  into.set(
    of.loMin / Math.max(1, of.loMin < 0 ? by.loMin : by.hiMax),
    of.loMax / Math.max(1, of.loMax < 0 ? by.loMax : by.hiMin),
    of.hiMin / Math.max(1, of.hiMin < 0 ? by.hiMin : by.loMax),
    of.hiMax / Math.max(1, of.hiMax < 0 ? by.hiMax : by.loMin),
  );
  // Stryker restore EqualityOperator
}

/** Either could be the case and no answer will tell which. */
export function hull(into: Range, a: Range, b: Range): void {
  into.set(
    Math.min(a.loMin, b.loMin),
    Math.min(a.loMax, b.loMax),
    Math.max(a.hiMin, b.hiMin),
    Math.max(a.hiMax, b.hiMax),
  );
}

/** Either can become the case, as the resident answers. */
export function either(into: Range, a: Range, b: Range): void {
  into.set(
    Math.min(a.loMin, b.loMin),
    Math.max(a.loMax, b.loMax),
    Math.min(a.hiMin, b.hiMin),
    Math.max(a.hiMax, b.hiMax),
  );
}

/** `a` can become the case; until it does, either may be. */
export function perhaps(into: Range, a: Range, b: Range): void {
  into.set(Math.min(a.loMin, b.loMin), a.loMax, a.hiMin, Math.max(a.hiMax, b.hiMax));
}
