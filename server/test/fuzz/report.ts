/** What became of the requests to one route. */
export class Counts {
  requests = 0;
  good = 0;
  refused = 0;
  tooMany = 0;
  broken = 0;
  reached = 0;

  add(status: number, reached: boolean): void {
    this.requests += 1;
    if (status < 400) this.good += 1;
    else if (status === 429) this.tooMany += 1;
    else if (status < 500) this.refused += 1;
    else this.broken += 1;
    if (reached) this.reached += 1;
  }

  plus(other: Counts): void {
    for (const name of COLUMNS) this[name] += other[name];
  }
}

export const COLUMNS = ['requests', 'good', 'refused', 'tooMany', 'broken', 'reached'] as const;
const TITLES = ['requests', '2xx, 3xx', '4xx', '429', '5xx', 'reached'];

/** A promise that was not kept, with the smallest request that shows it, and how to ask it again. */
export interface Fault {
  readonly route: string;
  readonly promise: string;
  readonly seen: string;
  readonly recipe: string;
  readonly again: string;
}

export function total(counts: ReadonlyMap<string, Counts>): Counts {
  const sum = new Counts();
  for (const each of counts.values()) sum.plus(each);
  return sum;
}

/** In a short run one alone would be more than its share. */
const SOME = 5;

/** What a run must show as well, or its silence is worth nothing. */
export function shares(counts: ReadonlyMap<string, Counts>): readonly string[] {
  const { requests, tooMany, broken, reached } = total(counts);
  const never = [...counts].filter(([, { good }]) => good === 0).map(([route]) => `${route} never went well`);
  const unseen = [...counts].filter(([, { reached: seen }]) => seen === 0).map(([route]) => `nothing reached ${route}`);
  return [
    ...never,
    ...unseen,
    ...(broken > SOME && broken * 1000 > requests
      ? [`${broken} of ${requests} were told to wait (503), more than 1 in 1,000`]
      : []),
    ...(tooMany * 100 >= requests ? [`${tooMany} of ${requests} were too many (429), not less than 1 in 100`] : []),
    ...(reached * 2 < requests ? [`${reached} of ${requests} reached a handler, less than half`] : []),
  ];
}

export function table(counts: ReadonlyMap<string, Counts>): string {
  const rows = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([route, each]) =>
      line(
        route,
        COLUMNS.map((name) => each[name]),
      ),
    );
  const sum = total(counts);
  return [
    line('', TITLES),
    ...rows,
    line(
      'all',
      COLUMNS.map((name) => sum[name]),
    ),
  ].join('\n');
}

const line = (name: string, cells: readonly (string | number)[]) =>
  name.padEnd(62) + cells.map((cell) => String(cell).padStart(9)).join('');

export function toldOf({ route, promise, seen, recipe, again }: Fault): string {
  return `\n✗ ${route}: ${promise}\n    ${seen}\n    ${recipe.slice(0, 800)}\n    npm run fuzz -- ${again}`;
}
