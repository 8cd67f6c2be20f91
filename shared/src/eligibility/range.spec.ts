import fc from 'fast-check';
import { divide, fixedRange, multiply, Range } from './range';

/** A number not asked is any one of its values, as the resident answers; one that is 不清楚 stays open between its ends. */
interface Open {
  readonly from: number;
  readonly to: number;
  readonly asked: boolean;
}

type Ends = readonly [number, number];

function openBetween(least: number): fc.Arbitrary<Open> {
  return fc
    .record({ from: fc.integer({ min: least, max: 6 }), more: fc.nat(4), asked: fc.boolean() })
    .map(({ from, more, asked }) => ({ from, to: from + more, asked }));
}

function rangeOf({ from, to, asked }: Open): Range {
  if (asked) return fixedRange(from, to);
  const range = new Range();
  range.set(from, to, from, to);
  return range;
}

/** What the number can be after each way to answer. */
function waysOf({ from, to, asked }: Open): readonly Ends[] {
  if (asked) return [[from, to]];
  return Array.from({ length: to - from + 1 }, (_, at): Ends => [from + at, from + at]);
}

/** The ends that trying every way to answer finds. */
function tried(of: Open, by: Open, join: (of: number, by: number) => number): readonly number[] {
  const ends = waysOf(of).flatMap((one) =>
    waysOf(by).map((other) => {
      const values = one.flatMap((a) => other.map((b) => join(a, b)));
      return [Math.min(...values), Math.max(...values)] as const;
    }),
  );
  const [lower, upper] = [ends.map(([low]) => low), ends.map(([, high]) => high)];
  return [Math.min(...lower), Math.max(...lower), Math.min(...upper), Math.max(...upper)];
}

const endsOf = ({ loMin, loMax, hiMin, hiMax }: Range) => [loMin, loMax, hiMin, hiMax];

describe('a number made of two that are open', () => {
  it('is shared among as many as trying finds, also where it lies below nothing', () => {
    fc.assert(
      fc.property(openBetween(-8), openBetween(0), (of, by) => {
        const range = new Range();
        divide(range, rangeOf(of), rangeOf(by));
        const found = tried(of, by, (whole, among) => whole / Math.max(1, among));
        endsOf(range).forEach((end, at) => {
          expect(end).toBeCloseTo(found[at] ?? Number.NaN, 12);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is so many times as trying finds', () => {
    fc.assert(
      fc.property(openBetween(0), openBetween(0), (of, by) => {
        const range = new Range();
        multiply(range, rangeOf(of), rangeOf(by));
        expect(endsOf(range)).toEqual(tried(of, by, (one, times) => one * times));
      }),
    );
  });

  it('is nothing where nothing is multiplied, though the other has no upper end', () => {
    const range = new Range();
    const anything = fixedRange(0, Number.POSITIVE_INFINITY);
    multiply(range, fixedRange(0, 0), anything);
    expect(endsOf(range)).toEqual([0, 0, 0, 0]);
    multiply(range, anything, fixedRange(0, 0));
    expect(endsOf(range)).toEqual([0, 0, 0, 0]);
  });
});
