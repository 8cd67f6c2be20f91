import type { StandardRow } from '../standards/standard';
import { all, type Condition, type Limit } from './condition';
import type { Expression } from './expression';
import { TEA_SOURCE, tea, teaHouseGrant, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import { programmeProblems } from './programme-problems';
import type { Vocabulary } from './vocabulary';

const PLACE = 'programmes/tea-house-grant';
const NOBODY = 'no fact and no derived number is called nobody';
const nobody: Expression = { kind: 'fact', fact: 'nobody' };
const one: Expression = { kind: 'amount', of: 1 };
const regular = tea('C1', 'guest.regular', { op: 'oneOf', values: [true] });
const rows: readonly StandardRow[] = [
  ...teaStandards,
  { key: 'a-year', value: 12, unit: 'months', from: '2020-01-01', source: TEA_SOURCE },
  { key: 'counts', value: 1, unit: 'flag', from: '2020-01-01', source: TEA_SOURCE },
];
const vocabulary: Vocabulary = {
  ...teaVocabulary,
  facts: { ...teaVocabulary.facts, 'guest.lastVisit': { type: 'date', label: 'visit', earliest: '2020-01-01' } },
};

function ofClause(condition: Condition): readonly string[] {
  return programmeProblems(teaProgramme(condition), vocabulary, rows);
}

function ofAmount(is: Expression): readonly string[] {
  const amount = { text: 'refills', per: 'once', is } as const;
  const programme = { ...teaHouseGrant, versions: [{ from: '2020-01-01', rule: regular, amount } as const] };
  return programmeProblems(programme, vocabulary, rows);
}

describe('a word nobody knows, wherever it stands in an amount', () => {
  const when = tea('T', 'guest.sings', { op: 'oneOf', values: [true] });
  it.each<[string, Expression]>([
    ['a fact', nobody],
    ['a sum', { kind: 'sum', of: [one, nobody] }],
    ['what something is taken from', { kind: 'minus', from: nobody, take: one }],
    ['what is taken', { kind: 'minus', from: one, take: nobody }],
    ['what is multiplied', { kind: 'times', of: nobody, by: one }],
    ['how many times', { kind: 'times', of: one, by: nobody }],
    ['what is shared', { kind: 'per', of: nobody, by: one }],
    ['how many share', { kind: 'per', of: one, by: nobody }],
    ['what is kept above nothing', { kind: 'notBelowZero', of: nobody }],
    ['a case', { kind: 'cases', of: [{ when, is: nobody }], otherwise: one }],
    ['no case', { kind: 'cases', of: [{ when, is: one }], otherwise: nobody }],
    ['what may count', { kind: 'countedIf', flag: 'counts', of: nobody }],
    ['the least of an open size', { kind: 'unknown', from: nobody, to: one, source: TEA_SOURCE }],
    ['the most of an open size', { kind: 'unknown', from: one, to: nobody, source: TEA_SOURCE }],
  ])('is named: %s', (_, is) => {
    expect(ofAmount(is)).toEqual([`${PLACE} amount: ${NOBODY}`]);
  });

  it('is named once, however often it stands there', () => {
    expect(ofAmount({ kind: 'sum', of: [nobody, nobody] })).toEqual([`${PLACE} amount: ${NOBODY}`]);
  });

  it('may be called like something every object has', () => {
    for (const fact of ['toString', '__proto__'])
      expect(ofAmount({ kind: 'fact', fact })).toEqual([
        `${PLACE} amount: no fact and no derived number is called ${fact}`,
      ]);
  });

  it('is none: a figure, a sum, a share, an open size, a case, what may count', () => {
    const cups: Expression = { kind: 'fact', fact: 'guest.cups' };
    const size: Expression = { kind: 'unknown', source: TEA_SOURCE };
    const counted: Expression = { kind: 'countedIf', flag: 'counts', of: cups };
    const cases: Expression = { kind: 'cases', of: [{ when, is: one }], otherwise: size };
    expect(ofAmount({ kind: 'sum', of: [counted, cases, { kind: 'per', of: one, by: cups }] })).toEqual([]);
  });

  it('is a number only if it counts people, years or money', () => {
    expect(ofAmount({ kind: 'fact', fact: 'guest.spend' })).toEqual([]);
    for (const fact of ['guest.regular', 'guest.brings', 'house.mood', 'guest.lastVisit'])
      expect(ofAmount({ kind: 'fact', fact })).toEqual([`${PLACE} amount: ${fact} is not a number`]);
  });
});

describe('a figure that does not fit where it stands', () => {
  const limited = (limit: Limit) => ofClause(tea('C3', 'guest.spend', { op: 'atMost', limit }));
  const counts = (flag: string) => ofAmount({ kind: 'countedIf', flag, of: one });

  it('is a number that is none', () => {
    expect(limited(Number.NaN)).toEqual([`${PLACE} C3: NaN is not a number`]);
    expect(limited(Number.POSITIVE_INFINITY)).toEqual([`${PLACE} C3: Infinity is not a number`]);
  });

  it('is a flag where a sum is compared; a share alone may be', () => {
    expect(limited({ standard: 'counts' })).toEqual([`${PLACE} C3: counts is flag, not a sum`]);
    expect(limited({ standard: 'half-more' })).toEqual([]);
    expect(limited({ standard: 'a-year' })).toEqual([]);
  });

  it.each([
    'fen-per-person-month',
    'fen-per-household-month',
    'fen-per-person-year',
    'fen-per-meal',
    'fen-once',
    'months',
    'years',
  ] as const)('is none where a figure in %s is compared, alone or several times', (unit) => {
    const figure: StandardRow = { key: 'figure', value: 2, unit, from: '2020-01-01', source: TEA_SOURCE };
    const alone = tea('C3', 'guest.spend', { op: 'atMost', limit: { standard: 'figure' } });
    const twice = tea('C4', 'guest.spend', { op: 'atMost', limit: { standard: 'figure', times: 2 } });
    expect(programmeProblems(teaProgramme(all(alone, twice)), vocabulary, [...rows, figure])).toEqual([]);
  });

  it('is a share where a sum is multiplied, and a sum where it is the factor; months may be', () => {
    expect(limited({ standard: 'half-more', times: 2 })).toEqual([`${PLACE} C3: half-more is permille, not a sum`]);
    expect(limited({ standard: 'cup-line', times: { standard: 'cup-line' } })).toEqual([
      `${PLACE} C3: cup-line is fen-once, not a factor`,
    ]);
    expect(limited({ standard: 'cup-line', times: { standard: 'half-more' } })).toEqual([]);
    expect(limited({ standard: 'cup-line', times: { standard: 'a-year' } })).toEqual([]);
    expect(limited({ standard: 'cup-line', times: 2 })).toEqual([]);
  });

  it('names both when neither the sum nor the factor was ever given', () => {
    expect(limited({ standard: 'rain-line', times: { standard: 'wind-line' } })).toEqual([
      `${PLACE} C3: no row of this release ever gives rain-line`,
      `${PLACE} C3: no row of this release ever gives wind-line`,
    ]);
  });

  it('is a sum where a yes or a no decides what counts', () => {
    expect(counts('refill')).toEqual([`${PLACE} amount: refill is fen-once, not a flag`]);
    expect(counts('no-flag')).toEqual([`${PLACE} amount: no row of this release ever gives no-flag`]);
  });

  it('is named inside a case of a number too', () => {
    const when = tea('T', 'guest.spend', { op: 'below', limit: { standard: 'rain-line' }, equality: 'no-flag' });
    expect(ofAmount({ kind: 'cases', of: [{ when, is: one }], otherwise: one })).toEqual([
      `${PLACE} amount: no row of this release ever gives rain-line`,
      `${PLACE} amount: no row of this release ever gives no-flag`,
    ]);
  });
});

describe('a period', () => {
  const visited = (within: { readonly months?: number; readonly days?: number }) =>
    ofClause(tea('C3', 'guest.lastVisit', { op: 'atLeast', limit: { within } }));
  const WHOLE = `${PLACE} C3: a period counts whole months or days, at least one`;

  it('of whole months or days may be held to a date', () => {
    expect([visited({ months: 6 }), visited({ days: 1 }), visited({ months: 1, days: 1 })]).toEqual([[], [], []]);
  });

  it.each([{}, { months: 0 }, { days: 0.5 }, { months: 1.5, days: 1 }, { months: 2, days: -1 }, { days: -3 }])(
    '%j is named',
    (within) => {
      expect(visited(within)).toEqual([WHOLE]);
    },
  );

  it('is what a date needs, and a date alone', () => {
    const late = tea('C3', 'guest.lastVisit', { op: 'atLeast', limit: 3 });
    expect(ofClause(late)).toEqual([`${PLACE} C3: guest.lastVisit is a date and needs a period`]);
    const days = tea('C3', 'guest.lastVisit', { op: 'oneOf', values: ['2024-05-01'] });
    expect(ofClause(days)).toEqual([`${PLACE} C3: guest.lastVisit is date and never "2024-05-01"`]);
    const shared = tea('C3', 'guest.spendPerCup', { op: 'atMost', limit: { within: { days: 1 } } });
    expect(ofClause(shared)).toEqual([`${PLACE} C3: guest.spendPerCup is no date, so no period runs from it`]);
  });
});

describe('a value from a list', () => {
  const accepts = (fact: string, ...values: readonly (number | boolean | string)[]) =>
    ofClause(all(tea('C3', fact, { op: 'oneOf', values })));

  it('may be any answer the question has, its least and its most among them', () => {
    expect(accepts('guest.cups', 1, 4)).toEqual([]);
    expect(accepts('guest.spend', 0, 8)).toEqual([]);
    expect(accepts('guest.brings', 'nothing', 'own-leaves')).toEqual([]);
    expect(accepts('house.mood', true)).toEqual([]);
  });

  it.each<[string, number | boolean | string]>([
    ['guest.cups', 0],
    ['guest.cups', 1.5],
    ['guest.cups', '2'],
    ['guest.spend', -1],
    ['guest.spend', 9],
    ['guest.spend', '3'],
    ['house.mood', 'good'],
  ])('%s is named for %j', (fact, value) => {
    const type = vocabulary.facts[fact]?.type;
    expect(accepts(fact, value)).toEqual([`${PLACE} C3: ${fact} is ${type} and never ${JSON.stringify(value)}`]);
  });
});
