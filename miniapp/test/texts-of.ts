/** Values the code reads, not the resident. */
const NOT_READ = ['theme', 'name', 'door'];
/** Copy functions take figures or texts; together these reach every branch. */
const FIGURES: readonly (readonly unknown[])[] = [
  ['1', '2', '3'],
  [0, 0, 0],
  [2, 3, 4],
  [9, 9, 9],
];
/** Some take a list of texts instead, and stumble over a figure. */
const LISTS: readonly (readonly unknown[])[] = [
  [['1', '2'], 2],
  ['1', ['2', '3'], '4'],
  [['1', '2'], 5],
  [['1', '2', '3', '4'], 4],
];

/** Every text under a value, what its functions answer included. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return answersOf(value as (...given: unknown[]) => unknown).flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (NOT_READ.includes(key) ? [] : textsOf(part)));
}

function answersOf(write: (...given: unknown[]) => unknown): readonly unknown[] {
  const figures = tried(write, FIGURES);
  return figures.length > 0 ? figures : tried(write, LISTS);
}

function tried(write: (...given: unknown[]) => unknown, list: readonly (readonly unknown[])[]): readonly unknown[] {
  return list.flatMap((given) => {
    try {
      return [write(...given)];
    } catch {
      return [];
    }
  });
}
