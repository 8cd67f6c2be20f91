import type { FactDefinition } from './fact';
import { factProblems } from './validate-facts';

const definitions: Readonly<Record<string, FactDefinition>> = {
  'guest.regular': { type: 'boolean', label: '常客' },
  'guest.cups': { type: 'count', label: '杯数', min: 1, max: 20 },
  'guest.spend': { type: 'money', label: '花费', max: 100_000_000 },
  'guest.brings': { type: 'choice', label: '自带', options: [{ value: 'own-cup', label: '杯子' }] },
  'guest.visited': { type: 'date', label: '来的那天', earliest: '2020-01-01' },
  'house.mood': { type: 'staff', label: '茶馆的心情' },
};

const TODAY = '2026-11-25';

/** The codes found, by fact. */
function codes(input: unknown): readonly (readonly [string, string])[] {
  return factProblems(definitions, input, TODAY).map(({ fact, code }) => [fact, code] as const);
}

function codeOf(fact: string, value: unknown): string | undefined {
  return factProblems(definitions, { [fact]: value }, TODAY)[0]?.code;
}

describe('declared facts', () => {
  it('are right when every value suits its fact, and when there are none', () => {
    expect(codes({ 'guest.regular': false, 'guest.cups': 1, 'guest.spend': 0, 'guest.brings': 'own-cup' })).toEqual([]);
    expect(codes({})).toEqual([]);
  });

  it.each(['guest.regular', 'guest.cups', 'guest.spend', 'guest.brings'])('take 不清楚 for %s', (fact) => {
    expect(codeOf(fact, null)).toBeUndefined();
  });

  it.each(['guest.hat', '', 'toString', 'constructor'])('refuse %s, which no vocabulary has', (fact) => {
    expect(codeOf(fact, true)).toBe('fact.unknown');
  });

  it('refuse __proto__ sent as a name', () => {
    expect(codes(JSON.parse('{"__proto__": true}'))).toEqual([['__proto__', 'fact.unknown']]);
  });

  it.each([
    ['guest.regular', 'true'],
    ['guest.regular', 1],
    ['guest.regular', undefined],
    ['guest.cups', '2'],
    ['guest.cups', true],
    ['guest.cups', Number.NaN],
    ['guest.cups', Number.POSITIVE_INFINITY],
    ['guest.cups', 1.5],
    ['guest.cups', [2]],
    ['guest.cups', { valueOf: 2 }],
    ['guest.spend', '100'],
    ['guest.spend', Number.NaN],
    ['guest.brings', 1],
    ['guest.brings', ['own-cup']],
  ])('refuse %s = %p as the wrong type', (fact, value) => {
    expect(codeOf(fact, value)).toBe('fact.wrong-type');
  });

  it('refuse a fraction of a fen', () => {
    expect(codeOf('guest.spend', 100.5)).toBe('fact.wrong-type');
  });

  it.each([
    ['guest.cups', 0],
    ['guest.cups', 21],
    ['guest.cups', -1],
    ['guest.spend', -1],
    ['guest.spend', 100_000_001],
    ['guest.spend', Number.MAX_VALUE],
  ])('refuse %s = %p as negative or absurd', (fact, value) => {
    expect(codeOf(fact, value)).toBe('fact.out-of-range');
  });

  it('take both ends of a range', () => {
    expect(codes({ 'guest.cups': 20, 'guest.spend': 100_000_000 })).toEqual([]);
  });

  it('take a day up to today, and back to the earliest one', () => {
    expect(codeOf('guest.visited', TODAY)).toBeUndefined();
    expect(codeOf('guest.visited', '2020-01-01')).toBeUndefined();
  });

  it.each([
    ['2026-11-26', 'fact.in-future'],
    ['2019-12-31', 'fact.out-of-range'],
    ['2026-02-29', 'fact.out-of-range'],
    ['25.11.2026', 'fact.out-of-range'],
    [20261125, 'fact.wrong-type'],
  ])('refuse the day %p as %s', (day, code) => {
    expect(codeOf('guest.visited', day)).toBe(code);
  });

  it('refuse a choice nobody offered', () => {
    expect(codeOf('guest.brings', 'own-kettle')).toBe('fact.not-an-option');
    expect(codeOf('guest.brings', 'toString')).toBe('fact.not-an-option');
  });

  it.each([true, null])('refuse %p for what only staff can know', (value) => {
    expect(codeOf('house.mood', value)).toBe('fact.staff-only');
  });

  it.each([null, undefined, [], 'facts', 7, true])('refuse %p, which is no set of answers', (input) => {
    expect(codes(input)).toEqual([['', 'fact.not-an-object']]);
  });

  it('name every wrong field, not only the first', () => {
    expect(codes({ 'guest.cups': 0, 'guest.regular': 'yes', 'guest.hat': 1 })).toEqual([
      ['guest.cups', 'fact.out-of-range'],
      ['guest.regular', 'fact.wrong-type'],
      ['guest.hat', 'fact.unknown'],
    ]);
  });

  it('say what is wrong in Chinese, with the range in words a resident uses', () => {
    const said = factProblems(definitions, { 'guest.cups': 0, 'guest.spend': -1, 'house.mood': true }, TODAY);
    expect(said.map(({ message }) => message)).toEqual([
      '请填 1 到 20 之间的数。',
      '请填 0 到 100\u00a0万元之间的数。',
      '茶馆的心情由街道核定，不用填。',
    ]);
  });
});
