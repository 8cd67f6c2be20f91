import { createEngine } from './engine';
import { tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';

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
