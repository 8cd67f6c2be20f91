import fc from 'fast-check';
import type { Outcome } from './assessment';
import { leavesIn } from './clause-problems';
import { all, any, type Condition, not } from './condition';
import { holds } from './fixtures/brute-force';
import { tea, teaVocabulary } from './fixtures/tea-house-grant';
import { relevantClauses } from './relevant-clauses';

const CLAUSES = ['C1', 'C2', 'C3', 'C4'] as const;
/** Each clause rests on a fact of its own name. */
const [C1, C2, C3, C4] = CLAUSES.map((id) => tea(id, id, { op: 'oneOf', values: [true] }));
if (!C1 || !C2 || !C3 || !C4) throw new Error('four clauses');

function relevantTo(condition: Condition, outcomes: Readonly<Record<string, Outcome>>): readonly string[] {
  return [...relevantClauses(condition, new Map(Object.entries(outcomes)))];
}

describe('the clauses an answer rests on', () => {
  it('are all of them while nothing is settled', () => {
    expect(relevantTo(all(C1, C2), { C1: 'missing', C2: 'review' })).toEqual(['C1', 'C2']);
    expect(relevantTo(any(C1, C2), { C1: 'no', C2: 'missing' })).toEqual(['C1', 'C2']);
    expect(relevantTo(all(C1, C2), {})).toEqual(['C1', 'C2']);
  });

  it('are the failing ones alone once one requirement fails', () => {
    expect(relevantTo(all(C1, C2, C3), { C1: 'yes', C2: 'no', C3: 'missing' })).toEqual(['C2']);
    expect(relevantTo(all(C1, C2, C3), { C1: 'no', C2: 'no', C3: 'yes' })).toEqual(['C1', 'C2']);
  });

  it('are the way that holds alone where one of several is enough', () => {
    expect(relevantTo(any(C1, C2, C3), { C1: 'no', C2: 'yes', C3: 'missing' })).toEqual(['C2']);
    expect(relevantTo(all(any(C1, C2), C3), { C1: 'yes', C2: 'no', C3: 'yes' })).toEqual(['C1', 'C3']);
  });

  it('are all of several ways where none of them holds, and all requirements where all of them do', () => {
    expect(relevantTo(any(C1, C2), { C1: 'no', C2: 'no' })).toEqual(['C1', 'C2']);
    expect(relevantTo(all(C1, C2), { C1: 'yes', C2: 'yes' })).toEqual(['C1', 'C2']);
  });

  it('are read the other way round under a “not”', () => {
    expect(relevantTo(all(not(C1), C2), { C1: 'yes', C2: 'yes' })).toEqual(['C1']);
    expect(relevantTo(any(not(C1), C2), { C1: 'no', C2: 'no' })).toEqual(['C1']);
    expect(relevantTo(all(not(C1), C2), { C1: 'missing', C2: 'yes' })).toEqual(['C1', 'C2']);
    expect(relevantTo(any(not(all(C1, C2)), C3), { C1: 'no', C2: 'yes', C3: 'missing' })).toEqual(['C1']);
  });

  const { rule: rules } = fc.letrec<{ rule: Condition }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Condition>(C1, C2, C3, C4),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((parts) => all(...parts)),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((parts) => any(...parts)),
      tie('rule').map(not),
    ),
  }));
  const truths = fc.record({ C1: fc.boolean(), C2: fc.boolean(), C3: fc.boolean(), C4: fc.boolean() });

  it('decide alone: whatever the others had been, a decided answer stays', () => {
    fc.assert(
      fc.property(rules, truths, truths, (rule, facts, others) => {
        const judge = (household: Readonly<Record<string, boolean>>) =>
          holds(rule, household, { standards: {}, unknownSize: 0 }, teaVocabulary);
        const relevant = relevantTo(
          rule,
          Object.fromEntries(CLAUSES.map((id) => [id, facts[id] ? 'yes' : 'no'] as const)),
        );
        const kept = Object.fromEntries(relevant.map((id) => [id, facts[id as keyof typeof facts]]));
        expect(relevant.length).toBeGreaterThan(0);
        expect(judge({ ...others, ...kept })).toBe(judge(facts));
        const named = leavesIn(rule).map(({ leaf }) => leaf.id);
        expect(relevant.filter((id) => !named.includes(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
