import type { StandardRow } from '../standards/standard';
import type { Condition } from './condition';
import { createEngine } from './engine';
import type { Expression } from './expression';
import { TEA_SOURCE, tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';

const regular = tea('C1', 'guest.regular', { op: 'oneOf', values: [true] });
const few = tea('C1', 'outer', { op: 'atMost', limit: 2 });
const cups: Expression = { kind: 'fact', fact: 'guest.cups' };
const flag = (value: 0 | 1): StandardRow => ({
  key: 'counts',
  value,
  unit: 'flag',
  from: '2020-01-01',
  source: TEA_SOURCE,
});

function verdictOf(rule: Condition, pays?: Expression, rows: readonly StandardRow[] = []) {
  const amount = pays && ({ text: 'cups', per: 'once', is: pays } as const);
  const programme = {
    ...teaProgramme(rule),
    versions: [{ from: '2020-01-01', rule, ...(amount && { amount }) } as const],
  };
  const facts = { 'guest.regular': true, 'guest.cups': 3 };
  const engine = createEngine(teaVocabulary, [programme], 'test');
  return engine.verdicts(facts, { asOf: '2024-05-01', standards: [...teaStandards, ...rows] })[0];
}

describe('a rule in words nobody knows', () => {
  it('judges nobody: it stops, and says which word it was', () => {
    expect(() => verdictOf(tea('C1', 'guest.hat', { op: 'atMost', limit: 3 }))).toThrow(
      'no fact and no derived number is called guest.hat',
    );
    expect(() => verdictOf(tea('C1', 'guest.spendPerCup', { op: 'oneOf', values: [3] }))).toThrow(
      'C1: guest.spendPerCup is not a fact, so it cannot be one of a list',
    );
    expect(() => verdictOf(tea('C1', 'guest.brings', { op: 'oneOf', values: ['a kettle'] }))).toThrow(
      'guest.brings cannot be a kettle',
    );
  });

  it('pays nobody either', () => {
    for (const fact of ['guest.hat', 'guest.sings', 'house.mood', 'guest.brings'])
      expect(() => verdictOf(regular, { kind: 'fact', fact })).toThrow(`${fact} is not a number`);
  });
});

describe('what counts only by a rule of its own', () => {
  const counted: Expression = { kind: 'sum', of: [{ kind: 'countedIf', flag: 'counts', of: cups }, cups] };

  it('counts whole while that rule is in force, and not at all once it says so', () => {
    expect(verdictOf(regular, counted, [flag(1)])?.amount).toMatchObject({ min: 6, max: 6 });
    expect(verdictOf(regular, counted, [flag(0)])?.amount).toMatchObject({ min: 3, max: 3 });
  });

  it('may count for anything while nobody says, and the office is told what it rests on', () => {
    expect(verdictOf(regular, counted)).toMatchObject({ amount: { min: 3, max: 6 }, review: ['guest.cups'] });
  });
});

describe('a size no source gives', () => {
  it('lies between the two that are known', () => {
    const size: Expression = { kind: 'unknown', from: { kind: 'amount', of: 1 }, to: cups, source: TEA_SOURCE };
    expect(verdictOf(regular, size)).toMatchObject({ amount: { min: 1, max: 3 }, review: ['guest.cups'] });
  });

  it('is put down to the answers that led to it, where it rests on none', () => {
    const size: Expression = { kind: 'unknown', to: { kind: 'amount', of: 5 }, source: TEA_SOURCE };
    const many = tea('T1', 'guest.cups', { op: 'above', limit: 2 });
    const led: Expression = { kind: 'cases', of: [{ when: many, is: size }], otherwise: { kind: 'amount', of: 1 } };
    expect(verdictOf(regular, led)).toMatchObject({ amount: { min: 0, max: 5 }, review: ['guest.cups'] });
    expect(verdictOf(regular, size)).toMatchObject({ amount: { min: 0, max: 5 }, review: [] });
  });
});

describe('a number that rests on another', () => {
  it('asks for what keeps the other open, and leaves to the office what is 不清楚 in it', () => {
    const derived = {
      ...teaVocabulary.derived,
      inner: { label: 'inner', unit: 'count', is: cups } as const,
      outer: { label: 'outer', unit: 'count', is: { kind: 'fact', fact: 'inner' } } as const,
    };
    const programme = { ...teaProgramme(regular), versions: [{ from: '2020-01-01', rule: few } as const] };
    const engine = createEngine({ ...teaVocabulary, derived }, [programme], 'test');
    const judged = (cupsTold: number | null | undefined) =>
      engine.verdicts({ 'guest.cups': cupsTold }, { asOf: '2024-05-01', standards: [] })[0];
    expect(judged(undefined)).toMatchObject({ verdict: 'need-facts', missing: ['guest.cups'], review: [] });
    expect(judged(null)).toMatchObject({ verdict: 'needs-review', missing: [], review: ['guest.cups'] });
    expect(judged(2)).toMatchObject({ verdict: 'likely', missing: [], review: [] });
  });
});
