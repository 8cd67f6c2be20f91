import fc from 'fast-check';
import type { FactValue, FactValues } from '../facts/fact';
import type { ProgrammeVerdict } from './assessment';
import { all, any, type Comparison, type Condition, not } from './condition';
import { createEngine } from './engine';
import type { Expression } from './expression';
import { completions, domainOf, holds, type World } from './fixtures/brute-force';
import { TEA_SOURCE, tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import type { Vocabulary } from './vocabulary';

const AS_OF = '2024-05-01';
const FACTS = Object.keys(teaVocabulary.facts);

/** Sizes nobody gives, the standard and the flag nobody published: each may be anything. */
const WORLDS: readonly World[] = [0, 2, 9].flatMap((rain) =>
  [0, 0.5, 1].map((unknownSize) => ({
    standards: { 'cup-line': 2, discount: 1, refill: 3, 'half-more': 1500, 'rain-line': rain },
    unknownSize,
  })),
);

const yesNo: fc.Arbitrary<Condition> = fc
  .record({ fact: fc.constantFrom('guest.regular', 'guest.sings', 'house.mood'), value: fc.boolean() })
  .map(({ fact, value }) => tea('T', fact, { op: 'oneOf', values: [value] }));

/** Any number one may write, facts repeated and all: what cannot be seen at a glance must be searched. */
const { number: numbers } = fc.letrec<{ number: Expression }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<Expression>({ kind: 'fact', fact: 'guest.spend' }, { kind: 'fact', fact: 'guest.cups' }),
    fc.constantFrom<Expression>({ kind: 'amount', of: 2 }, { kind: 'amount', of: { standard: 'rain-line' } }),
    fc.record({ kind: fc.constant('sum' as const), of: fc.array(tie('number'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ kind: fc.constant('minus' as const), from: tie('number'), take: tie('number') }).map(atLeastZero),
    fc.record({ kind: fc.constant('times' as const), of: tie('number'), by: tie('number') }),
    tie('number').map((of): Expression => ({ kind: 'per', of, by: { kind: 'fact', fact: 'guest.cups' } })),
    tie('number').map((of): Expression => ({ kind: 'countedIf', flag: 'no-such-flag', of })),
    tie('number').map((to): Expression => ({ kind: 'unknown', to, source: TEA_SOURCE })),
    fc
      .record({ when: yesNo, is: tie('number'), otherwise: tie('number') })
      .map(({ when, is, otherwise }): Expression => ({ kind: 'cases', of: [{ when, is }], otherwise })),
  ),
}));

function atLeastZero(of: Expression): Expression {
  return { kind: 'notBelowZero', of };
}

const comparisons: fc.Arbitrary<Condition> = fc
  .record({
    fact: fc.constantFrom('first', 'second'),
    op: fc.constantFrom<Comparison>('below', 'atMost', 'above', 'atLeast'),
    limit: fc.constantFrom(0, 1, 2, 3, 5, 9, 20),
  })
  .map(({ fact, op, limit }) => tea('C', fact, { op, limit }));
const rules: fc.Arbitrary<Condition> = fc.oneof(
  comparisons,
  fc.tuple(comparisons, comparisons).map((parts) => all(...parts)),
  fc.tuple(comparisons, yesNo, comparisons).map(([one, other, third]) => all(any(one, other), third)),
  fc.tuple(comparisons, yesNo).map((parts) => not(any(...parts))),
);
/** `second` may rest on `first`. */
const vocabularies: fc.Arbitrary<Vocabulary> = fc
  .tuple(numbers, fc.oneof(numbers, numbers.map(onTopOfFirst)))
  .map(([first, second]) => ({
    ...teaVocabulary,
    derived: {
      first: { label: 'first', unit: 'count', is: first },
      second: { label: 'second', unit: 'count', is: second },
    },
  }));

function onTopOfFirst(number: Expression): Expression {
  return { kind: 'sum', of: [{ kind: 'fact', fact: 'first' }, number] };
}

const households: fc.Arbitrary<FactValues> = fc.record(
  Object.fromEntries(FACTS.map((fact) => [fact, fc.option(anyValueOf(fact), { freq: 3 })])),
  { requiredKeys: [] },
);

function anyValueOf(fact: string): fc.Arbitrary<FactValue> {
  const definition = teaVocabulary.facts[fact];
  if (!definition) throw new Error(fact);
  return fc.constantFrom(...domainOf(definition));
}

/** Judges with one engine, made once a rule. */
function judgeOf(vocabulary: Vocabulary, rule: Condition): (facts: FactValues) => ProgrammeVerdict {
  const engine = createEngine(vocabulary, [teaProgramme(rule)], 'test');
  return (facts) => {
    const [verdict] = engine.verdicts(facts, { asOf: AS_OF, standards: teaStandards });
    if (!verdict) throw new Error('no verdict');
    return verdict;
  };
}

function isDecided({ verdict }: ProgrammeVerdict): boolean {
  return verdict === 'likely' || verdict === 'unlikely';
}

function unasked(facts: FactValues): readonly string[] {
  return FACTS.filter((fact) => facts[fact] === undefined && teaVocabulary.facts[fact]?.type !== 'staff');
}

describe('numbers nobody thought of, held against every household there is', () => {
  it('decides only what every way to fill in the rest agrees on', () => {
    fc.assert(
      fc.property(vocabularies, rules, households, (vocabulary, rule, facts) => {
        const verdict = judgeOf(vocabulary, rule)(facts);
        if (!isDecided(verdict)) return;
        const open = FACTS.filter((fact) => facts[fact] === undefined || facts[fact] === null);
        for (const full of completions(vocabulary, facts, open))
          for (const world of WORLDS) expect(holds(rule, full, world, vocabulary)).toBe(verdict.verdict === 'likely');
      }),
      { numRuns: 250 },
    );
  });

  it('asks on exactly while some answer of the resident could decide', () => {
    fc.assert(
      fc.property(vocabularies, rules, households, (vocabulary, rule, facts) => {
        const judge = judgeOf(vocabulary, rule);
        const verdict = judge(facts);
        if (isDecided(verdict)) return;
        let could = false;
        for (const full of completions(vocabulary, facts, unasked(facts))) could ||= isDecided(judge(full));
        expect(verdict.verdict).toBe(could ? 'need-facts' : 'needs-review');
        if (could) expect(verdict.missing.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it('never turns a yes or a no when one more fact becomes known', () => {
    fc.assert(
      fc.property(vocabularies, rules, households, households, (vocabulary, rule, facts, more) => {
        const judge = judgeOf(vocabulary, rule);
        const before = judge(facts);
        const known = Object.entries(more).filter(([fact, value]) => value !== null && facts[fact] == null);
        const after = judge({ ...facts, ...Object.fromEntries(known) });
        if (isDecided(before)) expect(after.verdict).toBe(before.verdict);
      }),
      { numRuns: 300 },
    );
  });
});
