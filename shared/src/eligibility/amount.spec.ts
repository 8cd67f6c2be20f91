import type { FactValues } from '../facts/fact';
import { createEngine } from './engine';
import type { Expression } from './expression';
import { TEA_SOURCE, tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';

const OPTIONS = { asOf: '2024-05-01', standards: teaStandards } as const;

/** Whoever sings gets 500 fen; nobody else gets anything beside being served. */
const rule = tea('C1', 'guest.regular', { op: 'oneOf', values: [true] });
const when = tea('C2', 'guest.sings', { op: 'oneOf', values: [true] });
const amount = { text: 'a month', per: 'household-month', is: { kind: 'amount', of: 500 }, when } as const;
const engine = createEngine(
  teaVocabulary,
  [{ ...teaProgramme(rule), versions: [{ from: '2020-01-01', rule, amount }] }],
  'test',
);
const amountFor = (facts: Readonly<Record<string, boolean>>) =>
  engine.assess({ 'guest.regular': true, ...facts }, OPTIONS).verdicts[0]?.amount;

describe('an amount that hangs on a further condition', () => {
  it('is promised from nothing up while nobody knows whether the condition holds', () => {
    expect(amountFor({})).toMatchObject({ min: 0, max: 500 });
  });

  it('is told whole once it holds, and not at all once it does not', () => {
    expect(amountFor({ 'guest.sings': true })).toMatchObject({ min: 500, max: 500 });
    expect(amountFor({ 'guest.sings': false })).toBeUndefined();
  });
});

describe('an amount told while some of it is open', () => {
  const cups: Expression = { kind: 'fact', fact: 'guest.cups' };
  const of = (value: number): Expression => ({ kind: 'amount', of: value });
  const shared = (whole: number, by: Expression): Expression => ({ kind: 'per', of: of(whole), by });
  const sings = { kind: 'cases', of: [{ when, is: shared(7, of(4)) }], otherwise: shared(7, of(3)) } as const;

  function paid(is: Expression, facts: FactValues = {}) {
    const pays = { text: 'a month', per: 'once', is } as const;
    const programme = { ...teaProgramme(rule), versions: [{ from: '2020-01-01', rule, amount: pays } as const] };
    const known = { 'guest.regular': true, ...facts };
    const [verdict] = createEngine(teaVocabulary, [programme], 'test').verdicts(known, OPTIONS);
    const { min, max } = verdict?.amount ?? {};
    return { told: verdict?.amount && [min, max], missing: verdict?.missing, review: verdict?.review };
  }

  it('is a whole number of fen: rounded once it is known, and outwards until then', () => {
    expect(paid(shared(7, cups), { 'guest.cups': 4 }).told).toEqual([2, 2]);
    expect(paid(shared(9, cups), { 'guest.cups': 4 }).told).toEqual([2, 2]);
    expect(paid(sings).told).toEqual([1, 3]);
  });

  it('asks for what would narrow it, and leaves to the office what only 不清楚 keeps open', () => {
    expect(paid(cups)).toEqual({ told: [1, 4], missing: ['guest.cups'], review: [] });
    expect(paid(cups, { 'guest.cups': null })).toEqual({ told: [1, 4], missing: [], review: ['guest.cups'] });
    expect(paid(sings)).toMatchObject({ missing: ['guest.sings'], review: [] });
    expect(paid(cups, { 'guest.regular': false })).toEqual({ told: undefined, missing: [], review: [] });
  });

  it('is never less than nothing', () => {
    expect(paid({ kind: 'minus', from: of(2), take: cups }).told).toEqual([0, 1]);
  });

  it('has no most where no source gives one, and is not told at all where nothing is known', () => {
    const atLeast = (from: Expression): Expression => ({ kind: 'unknown', from, source: TEA_SOURCE });
    expect(paid(atLeast(of(5))).told).toEqual([5, undefined]);
    expect(paid(atLeast(of(0))).told).toBeUndefined();
    expect(paid({ kind: 'amount', of: { standard: 'rain-line' } }).told).toBeUndefined();
  });
});
