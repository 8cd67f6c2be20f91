import { setImmediate as turn } from 'node:timers/promises';
import { Lanes } from './lanes';

interface Flush {
  readonly name: string;
  readonly jobs: readonly number[];
  readonly end: () => void;
}

/** Lanes whose flushes end when the test says so. */
function lanes(most = 1000) {
  const flushes: Flush[] = [];
  const all = new Lanes<number>(
    most,
    (name, jobs) => new Promise<void>((end) => flushes.push({ name, jobs: [...jobs], end })),
  );
  return { all, flushes };
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a lane', () => {
  it('is flushed first come, first served, with all who came in the same moment', async () => {
    const { all, flushes } = lanes();
    for (const job of upTo(3)) expect(all.join('w', job)).toBe(true);
    expect(all.ahead('w')).toBe(3);
    await turn();
    expect(flushes.map(({ name, jobs }) => [name, jobs])).toEqual([['w', [0, 1, 2]]]);
    expect(all.ahead('w')).toBe(0);
  });

  it('has one flush of it at a time: who comes meanwhile goes with the next', async () => {
    const { all, flushes } = lanes();
    all.join('w', 0);
    await turn();
    for (const job of [1, 2]) all.join('w', job);
    await turn();
    expect(flushes.map(({ jobs }) => jobs)).toEqual([[0]]);
    flushes[0]?.end();
    await turn();
    expect(flushes.map(({ jobs }) => jobs)).toEqual([[0], [1, 2]]);
    flushes[1]?.end();
    await turn();
    all.join('w', 3);
    await turn();
    expect(flushes.map(({ jobs }) => jobs)).toEqual([[0], [1, 2], [3]]);
  });

  it('is flushed 256 at a time, the rest behind them', async () => {
    const { all, flushes } = lanes();
    for (const job of upTo(300)) all.join('w', job);
    await turn();
    expect([flushes[0]?.jobs.length, all.ahead('w')]).toEqual([256, 44]);
    flushes[0]?.end();
    await turn();
    expect(flushes[1]?.jobs).toEqual(upTo(300).slice(256));
  });

  it('takes on no more than may wait, and those who were turned away are not in it', async () => {
    const { all, flushes } = lanes(2);
    expect([0, 1, 2].map((job) => all.join('w', job))).toEqual([true, true, false]);
    expect(all.join('another', 3)).toBe(true);
    await turn();
    expect(flushes.map(({ jobs }) => jobs)).toEqual([[0, 1], [3]]);
  });
});

describe('several lanes', () => {
  it('are flushed beside each other, eight at once, and the ninth when one of them is done', async () => {
    const { all, flushes } = lanes();
    for (const job of upTo(9)) all.join(`w${job}`, job);
    await turn();
    expect(flushes.map(({ name }) => name)).toEqual(upTo(8).map((job) => `w${job}`));
    flushes[3]?.end();
    await turn();
    expect(flushes.at(-1)?.name).toBe('w8');
  });

  it('take turns: one that always has more waits behind the others', async () => {
    const { all, flushes } = lanes();
    for (const job of upTo(9)) all.join(`w${job}`, job);
    await turn();
    all.join('w0', 9);
    flushes[0]?.end();
    await turn();
    expect(flushes.at(-1)?.name).toBe('w8');
    flushes[1]?.end();
    await turn();
    expect(flushes.at(-1)).toMatchObject({ name: 'w0', jobs: [9] });
  });
});

it('how long others will take is what the last ones took, each for itself', async () => {
  const clock = jest.spyOn(performance, 'now').mockReturnValue(1000);
  const { all, flushes } = lanes();
  expect([all.msFor(0), all.msFor(7)]).toEqual([0, 7]);
  for (const job of upTo(4)) all.join('w', job);
  await turn();
  clock.mockReturnValue(1080);
  flushes[0]?.end();
  await turn();
  clock.mockRestore();
  // 20 ms each, of which an eighth counts beside what was thought before
  expect(all.msFor(1)).toBeCloseTo(1 + 19 / 8);
  expect(all.msFor(10)).toBeCloseTo(10 * all.msFor(1));
});
