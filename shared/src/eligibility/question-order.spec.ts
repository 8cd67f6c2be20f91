import type { FactDefinition, FactValues, Question } from '../facts/fact';
import { all, any, type Condition, not } from './condition';
import { createEngine } from './engine';
import { tea, teaProgramme, teaVocabulary } from './fixtures/tea-house-grant';
import type { AmountRule, Programme } from './programme';

const DAY = { asOf: '2026-05-01', standards: [] } as const;
const facts: Readonly<Record<string, FactDefinition>> = {
  regular: { type: 'boolean', label: 'a regular' },
  sings: { type: 'boolean', label: 'sings' },
  hums: { type: 'boolean', label: 'hums' },
  whistles: { type: 'boolean', label: 'whistles' },
  mood: { type: 'staff', label: 'the mood of the house' },
  cups: { type: 'count', label: 'cups', min: 0, max: 9 },
  pots: { type: 'count', label: 'pots', min: 0, max: 9 },
  sips: { type: 'count', label: 'sips, one at least', min: 1, max: 9 },
  spoons: { type: 'count', label: 'spoons, three at most', min: 0, max: 3 },
  leaves: { type: 'count', label: 'leaves, ten at least', min: 10, max: 20 },
  age: { type: 'count', label: 'age', min: 0, max: 120, unit: 'years' },
  hostAge: { type: 'count', label: 'age of the host', min: 0, max: 120, unit: 'years' },
  spend: { type: 'money', label: 'spends', max: 10_000_000 },
  tips: { type: 'money', label: 'tips', max: 10_000_000 },
  visit: { type: 'date', label: 'last visit', earliest: '2020-01-01' },
  birthday: { type: 'date', label: 'birthday', earliest: '2020-01-01' },
  sits: choiceOf('bar', 'window', 'garden', 'roof', 'door'),
  brings: choiceOf('nothing', 'own-cup', 'own-leaves'),
};

function choiceOf(...values: readonly string[]): FactDefinition {
  return { type: 'choice', label: 'one of them', options: values.map((value) => ({ value, label: value })) };
}

const yes = (fact: string) => tea(fact, fact, { op: 'oneOf', values: [true] });
const atLeast = (fact: string, limit: number) => tea(fact, fact, { op: 'atLeast', limit });
const within = (fact: string, days: number) => tea(fact, fact, { op: 'atLeast', limit: { within: { days } } });
/** Any usual amount passes. */
const always = tea('spend', 'spend', { op: 'atMost', limit: 9_000_000 });

function fits(rule: Condition, door = 'general', amount?: AmountRule): Programme {
  return { ...teaProgramme(rule), door, versions: [{ from: '2020-01-01', rule, ...(amount && { amount }) }] };
}

function pays(fact: string): AmountRule {
  return { text: 'a cup', per: 'once', is: { kind: 'fact', fact } };
}

/** Questions in this order, a list where several facts stand together, each as easy as the others. */
function firstAsked(
  order: readonly (string | readonly string[])[],
  programmes: readonly Programme[],
  known: FactValues = {},
) {
  const questions = order.map((one): Question => {
    const about = typeof one === 'string' ? [one] : one;
    return {
      id: about.join(),
      title: '?',
      facts: about,
      door: about.includes('hums') ? 'stage' : 'general',
      burden: 2,
    };
  });
  const engine = createEngine({ ...teaVocabulary, facts, derived: {}, questions }, programmes, 'test');
  const { nextQuestion, notAsked } = engine.assess(known, DAY);
  return { next: nextQuestion?.id, notAsked: notAsked.map(({ id }) => id) };
}

describe('of questions equally easy, asked first', () => {
  it('is what settles whether one programme fits, before how much another pays', () => {
    const programmes = [fits(yes('sings'), 'general', pays('cups')), fits(yes('regular'))];
    expect(firstAsked(['cups', 'regular'], programmes, { sings: true }).next).toBe('regular');
    expect(firstAsked(['cups', 'regular'], programmes, { sings: true, regular: true }).next).toBe('cups');
  });

  it('is what can settle a programme, before a clause of one the street has to look at anyway', () => {
    const street = all(any(yes('mood'), yes('regular')), not(yes('mood')));
    expect(firstAsked(['regular', 'sings'], [fits(street), fits(yes('sings'))]).next).toBe('sings');
    expect(firstAsked(['regular'], [fits(street)]).next).toBe('regular');
  });

  it('is what more programmes wait for', () => {
    const programmes = [fits(yes('regular')), fits(yes('sings')), fits(yes('sings'))];
    expect(firstAsked(['regular', 'sings'], programmes).next).toBe('sings');
  });

  it('is what settles its programme at once, before what may leave three more to ask', () => {
    const long = all(yes('sings'), any(yes('regular'), atLeast('cups', 2), atLeast('pots', 2)));
    const order = ['sings', 'whistles', 'regular', 'cups', 'pots'];
    expect(firstAsked(order, [fits(yes('whistles')), fits(long)]).next).toBe('whistles');
  });

  it('is not what only programmes behind closed doors would add to', () => {
    const closed = [fits(yes('sings'), 'kitchen'), fits(yes('sings'), 'kitchen')];
    expect(firstAsked(['regular', 'sings'], [fits(yes('regular')), fits(yes('sings')), ...closed]).next).toBe(
      'regular',
    );
  });
});

describe('a question is weighed by what people usually answer: asked first is what more often refuses', () => {
  it.each<[string, Condition, Condition]>([
    ['money', atLeast('tips', 50_000), atLeast('spend', 200_000)],
    ['money, once more', atLeast('tips', 1), atLeast('spend', 200_000)],
    ['a count of people', atLeast('pots', 1), atLeast('cups', 2)],
    ['a count of years', atLeast('hostAge', 70), atLeast('age', 80)],
    ['days ago', within('birthday', 200), within('visit', 60)],
    [
      'one of several',
      tea('brings', 'brings', { op: 'oneOf', values: ['nothing', 'own-cup'] }),
      tea('sits', 'sits', { op: 'oneOf', values: ['garden'] }),
    ],
    ['a number whose usual ones are partly too small', atLeast('pots', 1), atLeast('sips', 2)],
    ['a number whose largest is a usual one', always, tea('spoons', 'spoons', { op: 'atMost', limit: 2 })],
    ['a number without a usual one, by its ends', atLeast('pots', 1), atLeast('leaves', 20)],
    ['yes or no, against a count', atLeast('pots', 1), yes('regular')],
    ['years against a yes or no', yes('regular'), atLeast('age', 80)],
  ])('%s', (_, seldom, often) => {
    const [first, second] = [seldom, often].map((each) => (each.kind === 'leaf' ? each.fact : ''));
    expect(firstAsked([first ?? '', second ?? ''], [fits(all(seldom, often))]).next).toBe(second);
    expect(firstAsked([second ?? '', first ?? ''], [fits(all(seldom, often))]).next).toBe(second);
  });

  it('a list to tick: by none of it and each of it alone', () => {
    const words = ['sings', 'whistles'];
    const one = any(...words.map(yes));
    expect(firstAsked([words, 'regular'], [fits(all(one, yes('regular')))]).next).toBe('regular');
    expect(firstAsked(['spend', words], [fits(all(one, always))]).next).toBe('sings,whistles');
    const notBoth = not(all(yes('sings'), yes('whistles')));
    const notAtTheDoor = tea('sits', 'sits', { op: 'oneOf', values: ['bar', 'window', 'garden', 'roof'] });
    expect(firstAsked([words, 'sits'], [fits(all(notBoth, notAtTheDoor))]).next).toBe('sits');
    const three = ['sings', 'whistles', 'regular'];
    expect(firstAsked([three, 'sits'], [fits(all(notBoth, not(yes('regular')), notAtTheDoor))]).next).toBe(
      three.join(),
    );
  });

  it('a list half answered: by what of it was not asked', () => {
    const rule = all(any(yes('sings'), yes('whistles')), always);
    expect(firstAsked(['spend', ['sings', 'whistles']], [fits(rule)], { sings: false }).next).toBe('sings,whistles');
  });
});

describe('a question is not asked', () => {
  it('for a programme that cannot fit any more, though one behind a closed door still waits for it', () => {
    const closed = fits(yes('regular'), 'kitchen');
    const refused = fits(all(yes('sings'), yes('regular')));
    expect(firstAsked(['regular', 'sings'], [closed, refused], { sings: false })).toEqual({
      next: undefined,
      notAsked: ['regular'],
    });
  });

  it('for the amount of a programme that pays nothing', () => {
    const amount = { ...pays('cups'), when: yes('sings') };
    expect(firstAsked(['cups'], [fits(yes('regular'), 'general', amount)], { regular: true, sings: false }).next).toBe(
      undefined,
    );
    expect(firstAsked(['cups'], [fits(yes('regular'), 'general', amount)], { regular: true, sings: true }).next).toBe(
      'cups',
    );
  });

  it('before the one that says whether it matters; but where that one may hurt and waits, it is', () => {
    const gated = (gate: string) => fits(yes('regular'), 'general', { ...pays('cups'), when: yes(gate) });
    expect(firstAsked(['cups', 'sings'], [gated('sings')], { regular: true }).next).toBe('sings');
    expect(firstAsked(['cups', 'hums'], [gated('hums')], { regular: true })).toEqual({
      next: 'cups',
      notAsked: ['hums'],
    });
  });
});
