import fc from 'fast-check';
import type { FactValue, FactValues } from '../facts/fact';
import type { StandardRow } from '../standards/standard';
import type { ProgrammeVerdict } from './assessment';
import type { Condition, Test } from './condition';
import { createEngine } from './engine';
import { completions, domainOf, holds, type World } from './fixtures/brute-force';
import { tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';

const AS_OF = '2024-05-01';
const FACTS = Object.keys(teaVocabulary.facts);
const ASKABLE = FACTS.filter((fact) => teaVocabulary.facts[fact]?.type !== 'staff');

/** A standard that no row gives: `rain-line` is UNKNOWN on every day. */
const limits: fc.Arbitrary<Exclude<Test, { op: 'oneOf' }>['limit']> = fc.oneof(
  fc.integer({ min: 0, max: 8 }),
  fc.constantFrom(
    { standard: 'cup-line' },
    { standard: 'cup-line', times: { standard: 'half-more' } },
    { standard: 'rain-line' },
  ),
);
const comparisons = fc.record({ op: fc.constantFrom('below', 'atMost', 'above', 'atLeast'), limit: limits });
const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(fc.constantFrom('guest.cups', 'guest.spend', 'guest.spendPerCup', 'guest.spendPerCup'), comparisons)
    .map(([fact, test]) => tea('C', fact, test as Test)),
  fc
    .constantFrom('guest.regular', 'guest.sings', 'house.mood')
    .map((fact) => tea('C', fact, { op: 'oneOf', values: [true] })),
  fc
    .subarray(['nothing', 'own-cup', 'own-leaves'], { minLength: 1 })
    .map((values) => tea('C', 'guest.brings', { op: 'oneOf', values })),
);
const { rule: rules } = fc.letrec<{ rule: Condition }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaves,
    fc
      .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }))
      .map(([kind, of]): Condition => ({ kind, of })),
    tie('rule').map((of): Condition => ({ kind: 'not', of })),
  ),
}));

/** Some facts known, some unclear, some not asked. A staff fact is never a resident's to tell. */
const households: fc.Arbitrary<FactValues> = fc
  .record(Object.fromEntries(ASKABLE.map((fact) => [fact, fc.option(anyValueOf(fact), { nil: null })])), {
    requiredKeys: [],
  })
  .map((facts) => facts as FactValues);

function anyValueOf(fact: string): fc.Arbitrary<FactValue> {
  const definition = teaVocabulary.facts[fact];
  if (!definition) throw new Error(fact);
  return fc.constantFrom(...domainOf(definition));
}

function verdictOf(rule: Condition, facts: FactValues, standards = teaStandards): ProgrammeVerdict {
  const engine = createEngine(teaVocabulary, [teaProgramme(rule)], 'test');
  const [verdict] = engine.verdicts(facts, { asOf: AS_OF, standards });
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

/** Sizes nobody gives, and the standard nobody published, may be anything. */
const WORLDS: readonly World[] = [0, 1, 3, 9].flatMap((rain) =>
  [0, 0.5, 1].map((unknownSize) => ({
    standards: { 'cup-line': 2, discount: 1, refill: 3, 'half-more': 1500, 'rain-line': rain },
    unknownSize,
  })),
);

function decided(rule: Condition, facts: FactValues): boolean {
  return ['likely', 'unlikely'].includes(verdictOf(rule, facts).verdict);
}

describe('the engine, held against every household there is', () => {
  it('says likely or unlikely only when every way to fill in the rest agrees', () => {
    fc.assert(
      fc.property(rules, households, (rule, facts) => {
        const { verdict } = verdictOf(rule, facts);
        if (verdict !== 'likely' && verdict !== 'unlikely') return;
        const open = FACTS.filter((fact) => facts[fact] === undefined || facts[fact] === null);
        for (const full of completions(teaVocabulary, facts, open))
          for (const world of WORLDS) expect(holds(rule, full, world, teaVocabulary)).toBe(verdict === 'likely');
      }),
      { numRuns: 300 },
    );
  });

  it('asks on exactly while some answer of the resident could decide', () => {
    fc.assert(
      fc.property(rules, households, (rule, facts) => {
        const { verdict } = verdictOf(rule, facts);
        if (verdict === 'likely' || verdict === 'unlikely') return;
        const unasked = ASKABLE.filter((fact) => facts[fact] === undefined);
        const could = [...completions(teaVocabulary, facts, unasked)].some((full) => decided(rule, full));
        expect(verdict).toBe(could ? 'need-facts' : 'needs-review');
      }),
      { numRuns: 400 },
    );
  });

  it('never turns a yes or a no when more becomes known, and only narrows the amount', () => {
    fc.assert(
      fc.property(rules, households, households, (rule, facts, more) => {
        const fuller = { ...more, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) };
        const merged = { ...facts, ...Object.fromEntries(Object.entries(fuller).filter(([, v]) => v !== null)) };
        const before = verdictOf(rule, facts);
        const after = verdictOf(rule, merged);
        if (before.verdict === 'likely' || before.verdict === 'unlikely') expect(after.verdict).toBe(before.verdict);
        before.clauses.forEach((clause, index) => {
          if (clause.outcome === 'yes' || clause.outcome === 'no')
            expect(after.clauses[index]?.outcome).toBe(clause.outcome);
        });
        if (before.amount && after.amount) {
          expect(after.amount.min ?? 0).toBeGreaterThanOrEqual(before.amount.min ?? 0);
          expect(after.amount.max ?? Infinity).toBeLessThanOrEqual(before.amount.max ?? Infinity);
        }
        if (before.verdict !== 'unlikely' && !before.amount) expect(after.amount).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same answer when an operator publishes a figure, except where it was UNKNOWN', () => {
    const published: readonly StandardRow[] = [
      ...teaStandards,
      { ...teaStandards[0], key: 'rain-line' } as StandardRow,
    ];
    fc.assert(
      fc.property(rules, households, (rule, facts) => {
        const { verdict } = verdictOf(rule, facts);
        if (verdict === 'likely' || verdict === 'unlikely')
          expect(verdictOf(rule, facts, published).verdict).toBe(verdict);
      }),
      { numRuns: 200 },
    );
  });
});
