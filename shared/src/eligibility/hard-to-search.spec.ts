import type { FactDefinition, FactValues } from '../facts/fact';
import { all, any } from './condition';
import { createEngine } from './engine';
import type { Expression } from './expression';
import { tea, teaProgramme, teaVocabulary } from './fixtures/tea-house-grant';

/** Twice one answer and twice another are never an odd number, but only trying them all shows it. */
function verdictFor(max: number) {
  const money: FactDefinition = { type: 'money', label: 'money', max };
  const facts = { ...teaVocabulary.facts, 'guest.spend': money, 'guest.tips': money };
  const of = ['guest.spend', 'guest.spend', 'guest.tips', 'guest.tips'].map(
    (fact): Expression => ({ kind: 'fact', fact }),
  );
  const limit = 2 * max + 1;
  const derived = { twice: { label: 'twice', unit: 'fen', is: { kind: 'sum', of } } as const };
  const odd = all(tea('C1', 'twice', { op: 'atLeast', limit }), tea('C2', 'twice', { op: 'atMost', limit }));
  const rule = any(tea('C3', 'house.mood', { op: 'oneOf', values: [true] }), odd);
  const programme = { ...teaProgramme(rule), versions: [{ from: '2020-01-01', rule } as const] };
  const engine = createEngine({ ...teaVocabulary, facts, derived }, [programme], 'test');
  return engine.verdicts({}, { asOf: '2024-05-01', standards: [] })[0]?.verdict;
}

describe('a rule no answer can decide', () => {
  it('is for the office, once that was seen by trying', () => {
    expect(verdictFor(3)).toBe('needs-review');
    expect(verdictFor(20)).toBe('needs-review');
  });

  it('is asked about all the same where trying would take too long: too much is asked, never too little', () => {
    expect(verdictFor(10_000_000)).toBe('need-facts');
  });

  it('is for the office where one answer moves both of two numbers, and only staff know which of them counts', () => {
    const cups: Expression = { kind: 'fact', fact: 'guest.cups' };
    const rest: Expression = { kind: 'minus', from: { kind: 'amount', of: 5 }, take: cups };
    const when = tea('T1', 'house.mood', { op: 'oneOf', values: [true] });
    const is: Expression = { kind: 'cases', of: [{ when, is: cups }], otherwise: rest };
    const vocabulary = { ...teaVocabulary, derived: { either: { label: 'either', unit: 'count', is } as const } };
    const programme = teaProgramme(tea('C1', 'either', { op: 'atMost', limit: 2 }));
    const verdictOf = (facts: FactValues) =>
      createEngine(vocabulary, [programme], 'test').verdicts(facts, { asOf: '2024-05-01', standards: [] })[0]?.verdict;
    for (const each of [1, 2, 3, 4]) expect(verdictOf({ 'guest.cups': each })).toBe('needs-review');
    expect(verdictOf({})).toBe('needs-review');
  });
});
