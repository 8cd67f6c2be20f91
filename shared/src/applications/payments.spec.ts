import fc from 'fast-check';
import type { CivilDate } from '../kernel/civil-date';
import { plainWordProblems } from '../plain-words/plain-words';
import { fenIn, type MoneySaid, type MoneyWord, moneyStory, rateIn } from './payments';
import { moneyClockWords, monthsBetween } from './recheck';

const LIVING = 'minimum-living-allowance';
const TODAY = '2027-03-15';
const month = (of: number) => `2027-${String(of).padStart(2, '0')}-01` as CivilDate;

let count = 0;
/** Words in the order they happened, a minute apart. */
function told(...said: readonly MoneySaid[]): MoneyWord[] {
  return said.map((word, index) => ({
    id: `e${++count}`,
    at: `2027-01-01T00:${String(index).padStart(2, '0')}:00.000Z`,
    ...word,
  }));
}
const plan = { kind: 'planned', fen: 104_500, per: 'month', from: month(1) } as const;
const paid = (of: number, more: Partial<Extract<MoneySaid, { kind: 'paid' }>> = {}) =>
  ({ kind: 'paid', paymentNo: `P${of}`, month: month(of), fen: 104_500, on: month(of), ...more }) as const;
const stop = (of: number) => ({ kind: 'stopped', from: month(of), why: '家里收入高了', ground: '第三十二条' }) as const;
const view = (words: readonly MoneyWord[]) => moneyStory(LIVING, words, TODAY).view;

const anyWord: fc.Arbitrary<MoneySaid> = fc.oneof(
  fc.record({
    kind: fc.constant('planned' as const),
    fen: fc.integer({ min: 1, max: 99_999_999_999 }),
    per: fc.constantFrom('month' as const, 'once' as const),
    from: fc.integer({ min: 1, max: 6 }).map(month),
  }),
  fc.record({
    kind: fc.constant('paid' as const),
    paymentNo: fc.integer({ min: 1, max: 5 }).map((no) => `P${no}`),
    month: fc.integer({ min: 1, max: 4 }).map(month),
    fen: fc.constantFrom(1, 50_000, 99_999_999_999),
    on: fc.integer({ min: 1, max: 4 }).map(month),
  }),
  fc.record({
    kind: fc.constant('changed' as const),
    fen: fc.integer({ min: 1, max: 99_999_999_999 }),
    from: fc.integer({ min: 1, max: 6 }).map(month),
    why: fc.constant('家里多了一口人'),
  }),
  fc.integer({ min: 1, max: 6 }).map(stop),
);
const anyStory = fc.array(anyWord, { maxLength: 14 }).map((said) => told(...said));

describe('the money of a programme, whatever a bureau says of it and however', () => {
  it('is the same in every order, and however often each word comes', () => {
    const mixed = anyStory.chain((words) =>
      fc.tuple(fc.constant(words), fc.shuffledSubarray([...words, ...words], { minLength: words.length * 2 })),
    );
    fc.assert(
      fc.property(mixed, ([words, shuffled]) => {
        expect(moneyStory(LIVING, shuffled, TODAY)).toEqual(moneyStory(LIVING, words, TODAY));
      }),
      { numRuns: 300 },
    );
  });

  it('stays whole fen, and its sum is the sum of what is shown', () => {
    fc.assert(
      fc.property(anyStory, (words) => {
        const seen = view(words);
        const sums = (seen?.paid ?? []).map(({ fen }) => fen);
        expect(seen?.sumFen ?? 0).toBe(sums.reduce((sum, fen) => sum + fen, 0));
        expect([...sums, seen?.sumFen ?? 0].every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });

  it('has no payment twice: every month once, and every event shown, repeated or left to a person', () => {
    fc.assert(
      fc.property(anyStory, (words) => {
        const { view: seen, doubtful } = moneyStory(LIVING, words, TODAY);
        const months = (seen?.paid ?? []).map((each) => each.month);
        expect(new Set(months).size).toBe(months.length);
        const numbers = new Set(words.flatMap((word) => (word.kind === 'paid' ? [word.paymentNo] : [])));
        expect(months.length).toBeLessThanOrEqual(numbers.size);
        expect(words.filter(({ id }) => doubtful.includes(id)).every(({ kind }) => kind === 'paid')).toBe(true);
      }),
    );
  });

  it('shows nothing that was paid after the stop it belongs behind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (from, of) => {
        const words = told(plan, stop(from), paid(of));
        const { view: seen, doubtful } = moneyStory(LIVING, words, TODAY);
        expect(seen?.paid.length).toBe(of < from ? 1 : 0);
        expect(doubtful).toEqual(of < from ? [] : [words[2]?.id]);
      }),
    );
  });
});

describe('the money of a programme', () => {
  it('is planned until something comes, then paid, month after month, newest first', () => {
    expect(view(told(plan))).toMatchObject({ state: 'planned', paid: [], sumFen: 0 });
    const seen = view(told(plan, paid(1), paid(2)));
    expect(seen).toMatchObject({ state: 'paying', sumFen: 209_000 });
    expect(seen?.paid.map((each) => each.month)).toEqual([month(2), month(1)]);
  });

  it('is paid although the plan came late', () => {
    const [payment, late] = [told(paid(1)), told(plan)];
    expect(view(payment)).toMatchObject({ state: 'paying', sumFen: 104_500 });
    expect(view([...payment, ...late])).toMatchObject({ plan: { fen: 104_500 }, state: 'paying' });
  });

  it('keeps a payment for an earlier month that is told after the stop, and one for a month made up for', () => {
    expect(view(told(plan, paid(1), stop(3), paid(2)))).toMatchObject({ state: 'stopped', sumFen: 209_000 });
    const extra = paid(1, { paymentNo: 'P9', fen: 1_000, extra: '补发一月少发的' });
    expect(view(told(plan, paid(1), extra))).toMatchObject({ sumFen: 105_500 });
  });

  it('told with two sums under one number is shown as it was first, and left to a person', () => {
    const words = told(plan, paid(1), paid(1, { fen: 999_900 }));
    expect(moneyStory(LIVING, words, TODAY)).toMatchObject({
      view: { sumFen: 104_500 },
      doubtful: [words[2]?.id],
    });
  });

  it('stops only from the month that was named, and begins anew with a new plan', () => {
    expect(view(told(plan, paid(1), stop(6)))).toMatchObject({ state: 'paying', stopped: { from: month(6) } });
    const again = view(told(plan, stop(2), { ...plan, from: month(3) }));
    expect(again?.stopped).toBeUndefined();
    expect(again?.state).toBe('planned');
  });

  it('is over when it was paid once, or the last month of a plan is past', () => {
    expect(view(told({ ...plan, per: 'once' }, paid(1)))?.state).toBe('ended');
    expect(view(told({ ...plan, until: month(2), tapering: true }, paid(1), paid(2)))?.state).toBe('ended');
    expect(view(told({ ...plan, until: month(3), tapering: true }, paid(1)))?.state).toBe('paying');
  });

  it('is another sum from the month a change names', () => {
    const seen = view(told(plan, { kind: 'changed', fen: 90_000, from: month(2), why: '家里收入多了一些' }));
    expect(seen && [fenIn(seen, month(1)), fenIn(seen, month(2)), fenIn(seen, month(3))]).toEqual([
      104_500, 90_000, 90_000,
    ]);
    expect(seen && [rateIn(seen, month(1))?.from, rateIn(seen, month(3))?.from]).toEqual([month(1), month(2)]);
  });

  it('is looked at again by the law’s clock where the law speaks of the programme, else on the named day alone', () => {
    const again = told({ kind: 'recheck', on: '2027-12-01', every: 'half-year' });
    expect(view(again)?.recheck).toMatchObject({
      on: '2027-12-01',
      overdue: false,
      often: { source: { article: '第三十一条' } },
    });
    expect(moneyStory('orphan-living-allowance', again, TODAY).view?.recheck).toEqual({
      on: '2027-12-01',
      overdue: false,
    });
    for (const words of Object.values(moneyClockWords)) expect(plainWordProblems(words)).toEqual([]);
  });

  it('of which nothing was said is nothing', () => {
    expect(moneyStory(LIVING, [], TODAY)).toEqual({ doubtful: [] });
  });
});

it('counts the months of a plan with its first and its last', () => {
  expect(monthsBetween(month(1), month(6))).toBe(6);
  expect(monthsBetween('2026-11-01', '2027-04-01')).toBe(6);
});
