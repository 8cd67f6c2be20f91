import fc from 'fast-check';
import { canBeMet } from './can-be-met';
import { all, any, type Comparison, type Condition, not } from './condition';
import { completions, domainOf, holds } from './fixtures/brute-force';
import { TEA_SOURCE, tea, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import { standardsOfDay } from './limit';
import type { Vocabulary } from './vocabulary';

const AS_OF = '2026-02-28';
const day = standardsOfDay(teaStandards, AS_OF);
const world = { standards: { 'cup-line': 2, 'half-more': 1500 }, unknownSize: 0, asOf: AS_OF } as const;
const vocabulary: Vocabulary = {
  ...teaVocabulary,
  facts: {
    ...teaVocabulary.facts,
    'guest.lastVisit': { type: 'date', label: 'last visit', earliest: '2026-02-24' },
  },
};
const asked = (condition: Condition) => canBeMet([{ condition, holds: true }], vocabulary, day);

const comparisons = fc.constantFrom<Comparison>('below', 'atMost', 'above', 'atLeast');
const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(comparisons, fc.constantFrom(-1, 0, 0.5, 1, 2, 3, 3.5, 4, 5))
    .map(([op, limit]) => tea('C', 'guest.cups', { op, limit })),
  fc
    .tuple(comparisons, fc.constantFrom(0, { standard: 'cup-line' }, { standard: 'cup-line', times: 4 }))
    .map(([op, limit]) => tea('C', 'guest.spend', { op, limit })),
  fc.subarray([1, 2, 4], { minLength: 1 }).map((values) => tea('C', 'guest.cups', { op: 'oneOf', values })),
  fc
    .subarray(['nothing', 'own-cup', 'own-leaves'], { minLength: 1 })
    .map((values) => tea('C', 'guest.brings', { op: 'oneOf', values })),
  fc
    .tuple(fc.constantFrom('guest.regular', 'house.mood'), fc.boolean())
    .map(([fact, value]) => tea('C', fact, { op: 'oneOf', values: [value] })),
);
const { rule: rules } = fc.letrec<{ rule: Condition }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    leaves,
    fc.array(tie('rule'), { minLength: 1, maxLength: 4 }).map((parts) => all(...parts)),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((parts) => any(...parts)),
    tie('rule').map(not),
  ),
}));

describe('whether any household can meet a rule', () => {
  it('is what trying every household says, where the rule rests on answers alone', () => {
    const facts = ['guest.cups', 'guest.spend', 'guest.brings', 'guest.regular', 'house.mood'];
    const everybody = [...completions(teaVocabulary, {}, facts)];
    fc.assert(
      fc.property(rules, (rule) => {
        // a number that must not be one of a few is taken for possible: the rule may be hopeful, never hopeless
        const some = everybody.some((household) => holds(rule, household, world, vocabulary));
        if (some) expect(asked(rule)).toBe(true);
        else if (!namesNumbers(rule)) expect(asked(rule)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('knows how far back a day may lie', () => {
    const definition = vocabulary.facts['guest.lastVisit'];
    const days = definition ? domainOf(definition) : [];
    for (const days_ of [1, 2, 3, 4, 5])
      for (const op of ['atLeast', 'below'] as const) {
        const rule = tea('C', 'guest.lastVisit', { op, limit: { within: { days: days_ } } });
        const some = days.some((visit) => holds(rule, { 'guest.lastVisit': visit }, world, vocabulary));
        expect([days_, op, asked(rule)]).toEqual([days_, op, some]);
      }
  });

  const perCup = (op: Comparison, limit: number, equality?: string) =>
    tea('C', 'guest.spendPerCup', { op, limit, ...(equality && { equality }) });

  it('leaves a derived number every share between its ends, and the ends where they are included', () => {
    expect(asked(perCup('below', 0))).toBe(false);
    expect(asked(perCup('atMost', 0))).toBe(true);
    expect(asked(all(perCup('above', 2), perCup('below', 2.5)))).toBe(true);
    expect(asked(all(perCup('atLeast', 2), perCup('atMost', 2)))).toBe(true);
    expect(asked(all(perCup('above', 2), perCup('atMost', 2)))).toBe(false);
    expect(asked(all(perCup('atLeast', 2), perCup('below', 2)))).toBe(false);
    expect(asked(all(perCup('above', 3), perCup('below', 2)))).toBe(false);
    expect(asked(all(perCup('above', 2), perCup('atLeast', 2), perCup('atMost', 2)))).toBe(false);
    expect(asked(all(perCup('below', 2), perCup('atMost', 2), perCup('atLeast', 2)))).toBe(false);
    expect(asked(all(perCup('above', 2), perCup('above', 1), perCup('atMost', 2)))).toBe(false);
    expect(asked(all(perCup('below', 2), perCup('below', 3), perCup('atLeast', 2)))).toBe(false);
    expect(asked(perCup('above', 10))).toBe(false);
    expect(asked(perCup('atLeast', 10))).toBe(true);
  });

  it('goes by what an office said of a limit itself, and is hopeful while none did', () => {
    const flag = { unit: 'flag', from: '2020-01-01', source: TEA_SOURCE } as const;
    const said = standardsOfDay(
      [
        { key: 'passes', value: 1, ...flag },
        { key: 'fails', value: 0, ...flag },
      ],
      AS_OF,
    );
    const at = (op: Comparison, equality: string) =>
      canBeMet(
        [perCup('atLeast', 2), perCup('atMost', 2), perCup(op, 2, equality)].map((condition) => ({
          condition,
          holds: true,
        })),
        vocabulary,
        said,
      );
    for (const op of ['below', 'atMost', 'above', 'atLeast'] as const)
      expect([at(op, 'passes'), at(op, 'fails'), at(op, 'nobody-said')]).toEqual([true, false, true]);
  });

  it('is hopeful about a limit nobody published', () => {
    const rainy = tea('C', 'guest.spend', { op: 'above', limit: { standard: 'rain-line' } });
    expect(asked(rainy)).toBe(true);
    expect(asked(all(rainy, not(rainy)))).toBe(true);
  });
});

function namesNumbers(condition: Condition): boolean {
  if (condition.kind === 'leaf') return condition.fact === 'guest.cups' && condition.test.op === 'oneOf';
  return condition.kind === 'not' ? namesNumbers(condition.of) : condition.of.some(namesNumbers);
}
