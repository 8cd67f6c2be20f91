import fc from 'fast-check';
import type { FactValues } from '../facts/fact';
import { addPeriod } from '../kernel/civil-date';
import type { ProgrammeVerdict } from './assessment';
import { all, any, type Condition, not } from './condition';
import { createEngine } from './engine';
import { completions, domainOf, holds } from './fixtures/brute-force';
import { tea, teaProgramme } from './fixtures/tea-house-grant';
import type { Vocabulary } from './vocabulary';

const AS_OF = '2026-02-28';
const vocabulary: Vocabulary = {
  facts: {
    'guest.lastVisit': { type: 'date', label: 'last visit', earliest: '2025-08-27' },
    'guest.birthday': { type: 'date', label: 'birthday', earliest: '2026-02-24' },
    'guest.regular': { type: 'boolean', label: 'a regular' },
    'guest.sings': { type: 'boolean', label: 'sings' },
  },
  derived: {},
  questions: [],
  doors: [],
};
const FACTS = Object.keys(vocabulary.facts);

/** Each period ends among the few days that are tried of its fact. */
const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .record({
      about: fc.constantFrom(
        ['guest.lastVisit', { months: 6 }] as const,
        ['guest.lastVisit', { days: 183 }] as const,
        ['guest.birthday', { days: 3 }] as const,
        ['guest.birthday', { days: 2 }] as const,
      ),
      op: fc.constantFrom('atLeast' as const, 'below' as const),
    })
    .map(({ about: [fact, within], op }) => tea('C', fact, { op, limit: { within } })),
  fc.constantFrom('guest.regular', 'guest.sings').map((fact) => tea('C', fact, { op: 'oneOf', values: [true] })),
);
const rules = fc.oneof(
  leaves,
  fc.tuple(leaves, leaves).map((parts) => all(...parts)),
  fc.tuple(leaves, leaves, leaves).map(([one, two, three]) => all(any(one, two), three)),
  fc.tuple(leaves, leaves).map((parts) => not(any(...parts))),
);
const households: fc.Arbitrary<FactValues> = fc.record(
  Object.fromEntries(
    Object.entries(vocabulary.facts).map(([fact, definition]) => [
      fact,
      fc.option(fc.constantFrom(...domainOf(definition)), { nil: null, freq: 3 }),
    ]),
  ),
  { requiredKeys: [] },
);

function verdictOf(rule: Condition, facts: FactValues): ProgrammeVerdict {
  const programme = { ...teaProgramme(rule), versions: [{ from: '2020-01-01', rule } as const] };
  const [verdict] = createEngine(vocabulary, [programme], 'test').verdicts(facts, {
    asOf: AS_OF,
    standards: [],
  });
  if (!verdict) throw new Error('no verdict');
  return verdict;
}

function isDecided({ verdict }: ProgrammeVerdict): boolean {
  return verdict === 'likely' || verdict === 'unlikely';
}

describe('a claim that must come in time', () => {
  const inTime = tea('C1', 'guest.lastVisit', { op: 'atLeast', limit: { within: { months: 6 } } });

  it('is in time on the last day and too late on the day after', () => {
    expect(addPeriod('2025-08-28', { months: 6 })).toBe(AS_OF);
    expect(verdictOf(inTime, { 'guest.lastVisit': '2025-08-28' }).verdict).toBe('likely');
    expect(verdictOf(inTime, { 'guest.lastVisit': '2025-08-27' }).verdict).toBe('unlikely');
  });

  it('counts every day of a month the last month lacks as its last day', () => {
    for (const day of ['2025-08-28', '2025-08-29', '2025-08-30', '2025-08-31'])
      expect(verdictOf(inTime, { 'guest.lastVisit': day }).verdict).toBe('likely');
  });

  it('names the earliest day still in time, and the last day of the one told', () => {
    expect(verdictOf(inTime, { 'guest.lastVisit': '2025-08-27' }).clauses[0]).toMatchObject({
      value: '2025-08-27',
      threshold: '2025-08-28',
      deadline: '2026-02-27',
      outcome: 'no',
    });
  });

  it('waits for the day while it is not told, and leaves an unclear one to the office', () => {
    expect(verdictOf(inTime, {}).verdict).toBe('need-facts');
    expect(verdictOf(inTime, { 'guest.lastVisit': null }).verdict).toBe('needs-review');
  });

  it('refuses a day the vocabulary cannot take, whoever lets it through', () => {
    expect(() => verdictOf(inTime, { 'guest.lastVisit': '2025-02-30' })).toThrow(RangeError);
    expect(() => verdictOf(inTime, { 'guest.lastVisit': '2025-08-26' })).toThrow(RangeError);
  });

  it('is decided only when every day agrees, and asked about while one could decide', () => {
    fc.assert(
      fc.property(rules, households, (rule, facts) => {
        const verdict = verdictOf(rule, facts);
        const world = { standards: {}, unknownSize: 0, asOf: AS_OF } as const;
        if (isDecided(verdict)) {
          const open = FACTS.filter((fact) => facts[fact] === undefined || facts[fact] === null);
          for (const full of completions(vocabulary, facts, open))
            expect(holds(rule, full, world, vocabulary)).toBe(verdict.verdict === 'likely');
          return;
        }
        const unasked = FACTS.filter((fact) => facts[fact] === undefined);
        const could = [...completions(vocabulary, facts, unasked)].some((full) => isDecided(verdictOf(rule, full)));
        expect(verdict.verdict).toBe(could ? 'need-facts' : 'needs-review');
      }),
      { numRuns: 400 },
    );
  });
});
