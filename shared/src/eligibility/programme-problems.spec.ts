import type { StandardRow } from '../standards/standard';
import { all, any, type Condition, not } from './condition';
import { TEA_SOURCE, tea, teaHouseGrant, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import type { Programme, RuleVersion } from './programme';
import { programmeProblems } from './programme-problems';
import type { Vocabulary } from './vocabulary';

const PLACE = 'programmes/tea-house-grant';
const regular = tea('C1', 'guest.regular', { op: 'oneOf', values: [true] });

function problems(programme: Programme, emptyByDesign: readonly string[] = [], vocabulary = teaVocabulary) {
  return programmeProblems(programme, vocabulary, teaStandards, emptyByDesign);
}

function ofRule(...parts: readonly Condition[]): readonly string[] {
  return problems(teaProgramme(all(...parts)));
}

function ofVersions(...days: readonly Pick<RuleVersion, 'from' | 'to'>[]): readonly string[] {
  return problems({ ...teaHouseGrant, versions: days.map((day) => ({ ...day, rule: regular })) });
}

describe('what is wrong with a programme', () => {
  it('finds nothing in the tea house grant', () => {
    expect(problems(teaHouseGrant)).toEqual([]);
  });

  it('names a clause without a source document or row', () => {
    const source = { ...TEA_SOURCE, document: ' ', row: '' };
    expect(ofRule({ ...regular, source })).toEqual([
      `${PLACE} C1: names no source document`,
      `${PLACE} C1: names no row of docs/policy-facts.md`,
    ]);
  });

  it('names a clause number used twice, the amount’s clauses too', () => {
    const again = tea('A1', 'guest.regular', { op: 'oneOf', values: [true] });
    expect(ofRule(again)).toEqual([`${PLACE} A1: two clauses have this number`]);
  });

  it('names a clause that says nothing to the resident', () => {
    expect(ofRule({ ...regular, text: '  ' })).toEqual([`${PLACE} C1: has no text for the resident`]);
  });

  it('names an empty word of the programme itself', () => {
    expect(problems({ ...teaHouseGrant, summary: '' })).toEqual([`${PLACE}: summary is empty`]);
    expect(problems({ ...teaHouseGrant, guide: { ...teaHouseGrant.guide, phone: '' } })).toEqual([
      `${PLACE}: phone is empty`,
    ]);
  });

  it.each(['guest.hat', '__proto__', 'toString'])('names the unknown fact %s', (fact) => {
    expect(ofRule(tea('C3', fact, { op: 'oneOf', values: [true] }))).toEqual([
      `${PLACE} C3: no fact and no derived number is called ${fact}`,
    ]);
  });

  it('names a programme without any rule version', () => {
    expect(problems({ ...teaHouseGrant, versions: [] })).toEqual([`${PLACE}: has no rule version`]);
  });
});

describe('a test that does not suit its fact', () => {
  it.each([
    ['a yes/no fact compared with a number', 'guest.regular', { op: 'below', limit: 1 }, 'boolean, which cannot be'],
    ['a choice compared with a number', 'guest.brings', { op: 'atLeast', limit: 1 }, 'choice, which cannot be'],
    ['a choice nobody offers', 'guest.brings', { op: 'oneOf', values: ['own-kettle'] }, 'never "own-kettle"'],
    ['a word for a yes/no fact', 'guest.regular', { op: 'oneOf', values: ['true'] }, 'never "true"'],
    ['a count out of its range', 'guest.cups', { op: 'oneOf', values: [5] }, 'never 5'],
    ['half a fen', 'guest.spend', { op: 'oneOf', values: [0.5] }, 'never 0.5'],
    ['a derived number from a list', 'guest.spendPerCup', { op: 'oneOf', values: [1] }, 'needs a comparison'],
    ['a number held to a period', 'guest.cups', { op: 'atLeast', limit: { within: { days: 3 } } }, 'is no date'],
    ['no accepted value', 'guest.sings', { op: 'oneOf', values: [] }, 'accepts no value'],
  ] as const)('names %s', (_, fact, test, words) => {
    const found = ofRule(tea('C3', fact, test));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${PLACE} C3: `);
    expect(found[0]).toContain(words);
  });
});

describe('names inside expressions', () => {
  function withDerived(is: Vocabulary['derived'][string]['is']): Vocabulary {
    return {
      ...teaVocabulary,
      derived: { ...teaVocabulary.derived, 'guest.odd': { label: 'odd', unit: 'count', is } },
    };
  }
  const odd = teaProgramme(tea('C3', 'guest.odd', { op: 'atMost', limit: 2 }));

  it('names a fact a derived number rests on that does not exist', () => {
    expect(problems(odd, [], withDerived({ kind: 'fact', fact: 'guest.hat' }))).toEqual([
      `${PLACE} C3: guest.odd: no fact and no derived number is called guest.hat`,
    ]);
  });

  it('lets a derived number rest on another, and names one that rests on itself', () => {
    expect(problems(odd, [], withDerived({ kind: 'fact', fact: 'guest.spendPerCup' }))).toEqual([]);
    expect(problems(odd, [], withDerived({ kind: 'fact', fact: 'guest.odd' }))).toEqual([
      `${PLACE} C3: guest.odd: guest.odd rests on itself`,
    ]);
  });

  it('names a fact that is no number', () => {
    expect(problems(odd, [], withDerived({ kind: 'sum', of: [{ kind: 'fact', fact: 'guest.sings' }] }))).toEqual([
      `${PLACE} C3: guest.odd: guest.sings is not a number`,
    ]);
  });

  it('names a condition inside a case that rests on nothing', () => {
    const when = tea('T9', 'guest.mood', { op: 'oneOf', values: [true] });
    const none = { kind: 'amount', of: 0 } as const;
    expect(problems(odd, [], withDerived({ kind: 'cases', of: [{ when, is: none }], otherwise: none }))).toEqual([
      `${PLACE} C3: guest.odd: no fact and no derived number is called guest.mood`,
    ]);
  });

  it('names the amount when it is the amount that is wrong', () => {
    const programme = teaProgramme(regular);
    const amount = { text: 'refills', per: 'once', is: { kind: 'amount', of: { standard: 'rain-line' } } } as const;
    expect(problems({ ...programme, versions: [{ from: '2020-01-01', rule: regular, amount }] })).toEqual([
      `${PLACE} amount: no row of this release ever gives rain-line`,
    ]);
  });
});

describe('standards a clause rests on', () => {
  const unknown = teaProgramme(tea('C3', 'guest.spend', { op: 'below', limit: { standard: 'rain-line' } }));
  const equality = teaProgramme(tea('C3', 'guest.spend', { op: 'below', limit: 3, equality: 'at-three' }));

  it('names one that no row ever gives', () => {
    expect(problems(unknown)).toEqual([`${PLACE} C3: no row of this release ever gives rain-line`]);
    expect(problems(equality)).toEqual([`${PLACE} C3: no row of this release ever gives at-three`]);
  });

  it('lets one pass that is empty by design', () => {
    expect(problems(unknown, ['rain-line'])).toEqual([]);
    expect(problems(equality, ['at-three'])).toEqual([]);
  });

  it('names one of the wrong unit', () => {
    const factor = { standard: 'cup-line', times: { standard: 'refill' } };
    expect(ofRule(tea('C3', 'guest.spend', { op: 'below', limit: factor }))).toEqual([
      `${PLACE} C3: refill is fen-once, not a factor`,
    ]);
    expect(ofRule(tea('C3', 'guest.spend', { op: 'below', limit: 3, equality: 'refill' }))).toEqual([
      `${PLACE} C3: refill is fen-once, not a flag`,
    ]);
  });
});

describe('rules nobody can meet', () => {
  it.each([
    ['a count of at most -1', tea('C3', 'guest.cups', { op: 'atMost', limit: -1 })],
    ['a count above its largest value', tea('C3', 'guest.cups', { op: 'above', limit: 4 })],
    ['money below nothing', tea('C3', 'guest.spend', { op: 'below', limit: 0 })],
    ['a derived number below nothing', tea('C3', 'guest.spendPerCup', { op: 'below', limit: 0 })],
  ])('names %s', (_, leaf) => {
    expect(ofRule(leaf)).toContain(`${PLACE} C3: no answer can ever meet this clause`);
  });

  it('names such a clause even where another way round it is open', () => {
    const never = tea('C3', 'guest.cups', { op: 'atMost', limit: -1 });
    expect(ofRule(any(regular, never))).toEqual([`${PLACE} C3: no answer can ever meet this clause`]);
  });

  const yes = tea('C2', 'guest.sings', { op: 'oneOf', values: [true] });
  const no = tea('C3', 'guest.sings', { op: 'oneOf', values: [false] });
  const RULE = `${PLACE} rule from 2020-01-01: no household can ever meet it`;

  it.each<[string, readonly Condition[]]>([
    ['yes and no to one question', [yes, no]],
    ['yes and not yes', [yes, not({ ...yes, id: 'C3' })]],
    ['yes, and one of two that both need no', [yes, any(no, all({ ...no, id: 'C4' }, regular))]],
    [
      'one choice and another',
      [
        tea('C2', 'guest.brings', { op: 'oneOf', values: ['nothing'] }),
        tea('C3', 'guest.brings', { op: 'oneOf', values: ['own-cup', 'own-leaves'] }),
      ],
    ],
    [
      'a whole number between two neighbours',
      [tea('C2', 'guest.cups', { op: 'above', limit: 2 }), tea('C3', 'guest.cups', { op: 'below', limit: 3 })],
    ],
    [
      'an income above and below one line',
      [
        tea('C2', 'guest.spendPerCup', { op: 'above', limit: { standard: 'cup-line' } }),
        tea('C3', 'guest.spendPerCup', { op: 'atMost', limit: { standard: 'cup-line' } }),
      ],
    ],
  ])('names a rule that wants %s', (_, parts) => {
    expect(ofRule(...parts)).toContain(RULE);
  });

  it('names a branch the rest of the rule rules out', () => {
    expect(ofRule(regular, yes, any(no, tea('C4', 'guest.cups', { op: 'atMost', limit: 2 })))).toEqual([
      `${PLACE} C3: cannot be met by any household that meets the rest`,
    ]);
  });

  it('names an amount nobody who meets the rule could get', () => {
    const sings = tea('C2', 'guest.sings', { op: 'oneOf', values: [false] });
    expect(ofRule(sings)).toEqual([
      `${PLACE} amount from 2020-01-01: no household that meets the rule can ever get it`,
    ]);
  });

  it('takes a derived number between two lines for possible, and equality left open too', () => {
    const low = tea('C2', 'guest.spendPerCup', { op: 'above', limit: { standard: 'cup-line' } });
    const high = tea('C3', 'guest.spendPerCup', { op: 'below', limit: 3 });
    expect(ofRule(low, high)).toEqual([]);
    const atLine = { op: 'atLeast', limit: 3 } as const;
    const open = teaProgramme(
      all({ ...high, test: { op: 'below', limit: 3, equality: 'at-three' } }, tea('C2', 'guest.spendPerCup', atLine)),
    );
    expect(problems(open, ['at-three'])).toEqual([]);
  });

  it('takes what only staff can know as settled either way, and a threshold nobody gives as anything', () => {
    const moody = tea('C3', 'house.mood', { op: 'oneOf', values: [true] });
    const calm = tea('C4', 'house.mood', { op: 'oneOf', values: [false] });
    const rainy = tea('C5', 'guest.spend', { op: 'above', limit: { standard: 'rain-line' } });
    expect(problems(teaProgramme(all(any(moody, calm), rainy)), ['rain-line'])).toEqual([]);
  });

  it('is content when a rule can be met on some day of its version', () => {
    const cheap: StandardRow = { key: 'cheap', value: 0, unit: 'fen-once', from: '2020-01-01', source: TEA_SOURCE };
    const rows = [...teaStandards, cheap, { ...cheap, value: 4, from: '2024-01-01' as const }];
    const rule = tea('C3', 'guest.spend', { op: 'below', limit: { standard: 'cheap' } });
    const programme = teaProgramme(rule);
    expect(programmeProblems(programme, teaVocabulary, rows)).toEqual([]);
    const ended = { ...programme, versions: [{ from: '2020-01-01', to: '2023-12-31', rule } as const] };
    expect(programmeProblems(ended, teaVocabulary, rows)).toContain(`${PLACE} C3: no answer can ever meet this clause`);
  });
});

describe('versions over time', () => {
  it('names a version that ends before it begins', () => {
    expect(ofVersions({ from: '2021-01-01', to: '2020-12-31' })).toContain(
      `${PLACE} version from 2021-01-01: ends on 2020-12-31, before it begins`,
    );
  });

  it('names a day that does not exist', () => {
    expect(ofVersions({ from: '2021-02-30' })).toContain(`${PLACE} version from 2021-02-30: is not a day`);
  });

  it('names two versions that share a day', () => {
    const line = `${PLACE} version from 2020-01-01: overlaps the version from 2021-01-01`;
    expect(ofVersions({ from: '2020-01-01', to: '2021-01-01' }, { from: '2021-01-01' })).toEqual([line]);
    expect(ofVersions({ from: '2020-01-01' }, { from: '2021-01-01' })).toEqual([line]);
  });

  it('names versions out of order', () => {
    expect(ofVersions({ from: '2021-01-01' }, { from: '2020-01-01', to: '2020-12-31' })).toEqual([
      `${PLACE} version from 2021-01-01: the version listed after it begins on 2020-01-01, not later`,
    ]);
  });

  it('lets days stay without any version', () => {
    expect(ofVersions({ from: '2020-01-01', to: '2020-06-30' }, { from: '2021-01-01' })).toEqual([]);
  });
});
