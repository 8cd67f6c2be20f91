/**
 * How likely two samples as different as these come from one source (two-sample Kolmogorov-Smirnov, by its limit; good from
 * some thirty values each).
 */
export function sameSource(left: readonly number[], right: readonly number[]): number {
  const [a, b] = [[...left].sort((x, y) => x - y), [...right].sort((x, y) => x - y)];
  let [i, j, most] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < a.length && (a[i] ?? 0) <= at) i += 1;
    while (j < b.length && (b[j] ?? 0) <= at) j += 1;
    most = Math.max(most, Math.abs(i / a.length - j / b.length));
  }
  const n = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return tailOf((n + 0.12 + 0.11 / n) * most);
}

/** Kolmogorov's distribution beyond `lambda`. */
function tailOf(lambda: number): number {
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k += 1) sum += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, sum));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
