import fc from 'fast-check';
import type { FactValues } from '../facts/fact';
import type { Assessment } from './assessment';
import { all, any, type Condition, not } from './condition';
import { createEngine, type Engine } from './engine';
import { domainOf } from './fixtures/brute-force';
import { TEA_SOURCE, tea, teaHouseGrant, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';

const OPTIONS = { asOf: '2024-05-01', standards: teaStandards, doors: ['general', 'stage'] } as const;
const dear = tea('C1', 'guest.spendPerCup', { op: 'above', limit: { standard: 'cup-line' } });
const sings = tea('C2', 'guest.sings', { op: 'oneOf', values: [true] });
const moody = tea('C3', 'house.mood', { op: 'oneOf', values: [true] });
const fewCups = tea('C4', 'guest.cups', { op: 'atMost', limit: 2 });
const rules: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  all(dear, any(sings, moody)),
  any(all(dear, sings), not(fewCups)),
  all(not(dear), tea('C5', 'guest.brings', { op: 'oneOf', values: ['own-cup'] })),
  any(moody, all(fewCups, tea('C5', 'guest.spend', { op: 'below', limit: { standard: 'rain-line' } }))),
);
const households: fc.Arbitrary<FactValues> = fc.record(
  Object.fromEntries(
    Object.entries(teaVocabulary.facts).map(([fact, definition]) => [
      fact,
      fc.option(fc.constantFrom(...domainOf(definition)), { freq: 4, nil: null }),
    ]),
  ),
  { requiredKeys: [] },
);

function engineOf(rule: Condition): Engine {
  return createEngine(teaVocabulary, [teaHouseGrant, teaProgramme(rule, 'other')], 'test');
}

describe('one household judged after another', () => {
  it('hears what it would have heard as the first', () => {
    fc.assert(
      fc.property(rules, fc.array(households, { minLength: 2, maxLength: 5 }), (rule, queue) => {
        const desk = engineOf(rule);
        for (const facts of queue)
          expect(desk.assess(facts, OPTIONS)).toEqual<Assessment>(engineOf(rule).assess(facts, OPTIONS));
      }),
      { numRuns: 150 },
    );
  });

  it('hears the same whether or not it was asked for the next question in between', () => {
    fc.assert(
      fc.property(rules, households, (rule, facts) => {
        const desk = engineOf(rule);
        const { verdicts } = desk.assess(facts, OPTIONS);
        expect(desk.verdicts(facts, OPTIONS)).toEqual(verdicts);
      }),
    );
  });

  it('hears the rules of the day it asks about, whichever day was asked about before', () => {
    const facts = { 'guest.spend': 3 };
    const rule = tea('C1', 'guest.spend', { op: 'atMost', limit: { standard: 'cup-line' } });
    const dearer = { key: 'cup-line', value: 5, unit: 'fen-once', from: '2025-01-01', source: TEA_SOURCE } as const;
    const standards = [...teaStandards, dearer];
    const desk = createEngine(teaVocabulary, [teaProgramme(rule)], 'test');
    const on = (asOf: '2024-05-01' | '2025-05-01') => desk.verdicts(facts, { asOf, standards })[0]?.verdict;
    expect([on('2024-05-01'), on('2025-05-01'), on('2024-05-01')]).toEqual(['unlikely', 'likely', 'unlikely']);
    expect(desk.verdicts(facts, { asOf: '2025-05-01', standards: teaStandards })[0]?.verdict).toBe('unlikely');
  });
});
