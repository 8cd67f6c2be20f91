import fc from 'fast-check';
import type { Expression } from './expression';
import { TEA_SOURCE, tea, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import { standardsOfDay } from './limit';
import { rangeOf } from './range-of';
import type { Vocabulary } from './vocabulary';

const of = (value: number): Expression => ({ kind: 'amount', of: value });
const fact = (name: string): Expression => ({ kind: 'fact', fact: name });
const cups = fact('guest.cups');
const spend = fact('guest.spend');
const nobodySaid: Expression = { kind: 'amount', of: { standard: 'rain-line' } };
const minus = (from: Expression, take: Expression): Expression => ({ kind: 'minus', from, take });
const counted = (flag: string): Expression => ({ kind: 'countedIf', flag, of: cups });
const regular = tea('T', 'guest.regular', { op: 'oneOf', values: [true] });
const sings = tea('T', 'guest.sings', { op: 'oneOf', values: [true] });

const vocabulary: Vocabulary = {
  ...teaVocabulary,
  derived: { twice: { label: 'twice', unit: 'count', is: { kind: 'times', of: cups, by: of(2) } } },
};
const flag = { unit: 'flag', from: '2020-01-01', source: TEA_SOURCE } as const;
const rows = [...teaStandards, { key: 'counts', value: 1, ...flag }, { key: 'counts-not', value: 0, ...flag }];
const day = standardsOfDay(rows, '2024-05-01');
const range = (expression: Expression) => {
  const { min, max } = rangeOf(expression, vocabulary, day);
  return [min, max];
};

describe('the range of a number, whoever the household is', () => {
  it.each<[string, Expression, number, number]>([
    ['a number is itself', of(7), 7, 7],
    ['a figure in force is itself', { kind: 'amount', of: { standard: 'refill' } }, 3, 3],
    ['a figure nobody gave may be anything', nobodySaid, 0, Infinity],
    ['a count lies between its ends', cups, 1, 4],
    ['money lies between nothing and its most', spend, 0, 8],
    ['another derived number has its own range', fact('twice'), 2, 8],
    ['a sum adds both ends', { kind: 'sum', of: [cups, spend, of(10)] }, 11, 22],
    ['a difference takes the most off the least', minus(cups, spend), -7, 4],
    ['what is kept from falling below nothing starts there', { kind: 'notBelowZero', of: minus(cups, spend) }, 0, 4],
    ['what lies below nothing altogether is nothing', { kind: 'notBelowZero', of: minus(of(1), of(5)) }, 0, 0],
    ['a product multiplies both ends', { kind: 'times', of: cups, by: fact('twice') }, 2, 32],
    ['nothing times anything is nothing', { kind: 'times', of: of(0), by: nobodySaid }, 0, 0],
    ['anything times nothing is nothing', { kind: 'times', of: nobodySaid, by: of(0) }, 0, 0],
    ['a share is least where most share', { kind: 'per', of: of(8), by: cups }, 2, 8],
    ['nobody counts as one to share', { kind: 'per', of: of(8), by: spend }, 1, 8],
    ['a share among two at least is half at most', { kind: 'per', of: of(8), by: fact('twice') }, 1, 4],
    [
      'what is owed weighs most where fewest share',
      { kind: 'per', of: minus(cups, of(9)), by: fact('twice') },
      -4,
      -5 / 8,
    ],
    [
      'one of several cases, whichever it is',
      {
        kind: 'cases',
        of: [
          { when: regular, is: of(5) },
          { when: sings, is: of(-1) },
        ],
        otherwise: cups,
      },
      -1,
      5,
    ],
    ['the last case too', { kind: 'cases', of: [{ when: regular, is: of(2) }], otherwise: cups }, 1, 4],
    ['what counts by a rule in force may count whole', counted('counts'), 0, 4],
    ['what does not count is nothing', counted('counts-not'), 0, 0],
    ['what nobody said counts may count whole', counted('rain-flag'), 0, 4],
    ['a size no source gives', { kind: 'unknown', source: TEA_SOURCE }, 0, Infinity],
    ['a size of at least so much', { kind: 'unknown', from: cups, source: TEA_SOURCE }, 1, Infinity],
    ['a size of at most so much', { kind: 'unknown', to: spend, source: TEA_SOURCE }, 0, 8],
  ])('%s', (_, expression, min, max) => {
    expect(range(expression)).toEqual([min, max]);
  });

  it('holds the share of any two numbers, those below nothing too', () => {
    const ends = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(5));
    fc.assert(
      fc.property(ends, fc.tuple(fc.nat(5), fc.nat(5)), ([low, more], [least, others]) => {
        const between = (from: number, to: number): Expression => ({
          kind: 'unknown',
          from: of(from),
          to: of(to),
          source: TEA_SOURCE,
        });
        const shared = { kind: 'per', of: between(low, low + more), by: between(least, least + others) } as const;
        const [min = 0, max = 0] = range(shared);
        for (let whole = low; whole <= low + more; whole++)
          for (let by = least; by <= least + others; by++) {
            expect(whole / Math.max(1, by)).toBeGreaterThanOrEqual(min);
            expect(whole / Math.max(1, by)).toBeLessThanOrEqual(max);
          }
      }),
    );
  });
});
