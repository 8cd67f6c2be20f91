import type { FactValues } from '../facts/fact';
import type { Clause } from './assessment';
import type { Leaf } from './condition';
import { createEngine } from './engine';
import type { Expression } from './expression';
import { TEA_SOURCE, tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';

const cupLine = tea('C1', 'guest.spendPerCup', { op: 'below', limit: { standard: 'cup-line' } });

function clauseFor(leaf: Leaf, facts: FactValues, is?: Expression): Clause | undefined {
  const owed = is && { owed: { label: 'owed', unit: 'fen', is } as const };
  const vocabulary = { ...teaVocabulary, derived: { ...teaVocabulary.derived, ...owed } };
  const engine = createEngine(vocabulary, [teaProgramme(leaf)], 'test');
  return engine.verdicts(facts, { asOf: '2024-05-01', standards: teaStandards })[0]?.clauses[0];
}

describe('a clause on a number that follows from answers', () => {
  const nothing = { 'guest.regular': false, 'guest.brings': 'nothing' };

  it('says nothing of the number before anything is asked, but what it is held to', () => {
    const clause = clauseFor(cupLine, {});
    expect(clause).toEqual({
      id: 'C1',
      text: cupLine.text,
      source: TEA_SOURCE,
      fact: 'guest.spendPerCup',
      threshold: 2,
      outcome: 'missing',
      decides: 'eligibility',
    });
  });

  it('says between what it lies once something is known, and exactly when all is', () => {
    expect(clauseFor(cupLine, { ...nothing, 'guest.cups': 2 })).toMatchObject({
      value: { min: 0, max: 4 },
      outcome: 'missing',
    });
    expect(clauseFor(cupLine, { ...nothing, 'guest.cups': 2, 'guest.spend': 3 })).toMatchObject({
      value: { min: 1.5, max: 1.5 },
      outcome: 'yes',
    });
    expect(clauseFor(cupLine, { ...nothing, 'guest.cups': 2, 'guest.spend': 4 })).toMatchObject({
      value: { min: 2, max: 2 },
      outcome: 'no',
    });
  });

  it('is for the office once only 不清楚 or a size nobody gives keeps it open, and to be asked before that', () => {
    expect(clauseFor(cupLine, { ...nothing, 'guest.cups': null, 'guest.spend': 3 })?.outcome).toBe('review');
    expect(clauseFor(cupLine, { ...nothing, 'guest.cups': null })?.outcome).toBe('missing');
    const ownLeaves = { ...nothing, 'guest.brings': 'own-leaves', 'guest.cups': 2 };
    expect(clauseFor(cupLine, { ...ownLeaves, 'guest.spend': 3 })).toMatchObject({
      value: { min: 1.5, max: 2.5 },
      outcome: 'review',
    });
  });

  it('names to the office the answers it was made of, and those that were 不清楚', () => {
    const reviewed = (facts: FactValues, leaf: Leaf = cupLine) => {
      const programme = { ...teaProgramme(leaf), versions: [{ from: '2020-01-01', rule: leaf } as const] };
      const engine = createEngine(teaVocabulary, [programme], 'test');
      return engine.verdicts(facts, { asOf: '2024-05-01', standards: teaStandards })[0]?.review;
    };
    expect(reviewed({ ...nothing, 'guest.cups': null, 'guest.spend': 3 })).toEqual(['guest.cups']);
    const ownLeaves = { 'guest.regular': false, 'guest.brings': 'own-leaves', 'guest.cups': 2, 'guest.spend': 3 };
    expect(reviewed(ownLeaves)).toEqual(['guest.brings']);
    const atTheLine = tea('C1', 'guest.spendPerCup', { op: 'below', limit: 2, equality: 'at-two' });
    const made = ['guest.regular', 'guest.cups', 'guest.spend', 'guest.brings'];
    expect(reviewed({ ...nothing, 'guest.cups': 2, 'guest.spend': 4 }, atTheLine)).toEqual(made);
    const rainy = tea('C1', 'guest.spendPerCup', { op: 'below', limit: { standard: 'rain-line' } });
    expect(reviewed({}, rainy)).toEqual(made);
  });

  it('has no limit to show while nobody published one, and waits for the office whatever is asked', () => {
    const rainy = tea('C1', 'guest.spendPerCup', { op: 'below', limit: { standard: 'rain-line' } });
    for (const facts of [{}, { 'guest.cups': 2 }]) {
      const clause = clauseFor(rainy, facts);
      expect(clause).toMatchObject({ outcome: 'review' });
      expect(clause).not.toHaveProperty('threshold');
    }
  });

  it('leaves an end open that no source gives', () => {
    const least = tea('C1', 'owed', { op: 'atLeast', limit: 3 });
    const cups: Expression = { kind: 'fact', fact: 'guest.cups' };
    const open: Expression = { kind: 'unknown', from: cups, source: TEA_SOURCE };
    const less: Expression = { kind: 'minus', from: cups, take: { kind: 'unknown', source: TEA_SOURCE } };
    const either: Expression = { kind: 'sum', of: [open, less] };
    const facts = { 'guest.cups': 2 };
    expect(clauseFor(least, facts, open)).toMatchObject({ value: { min: 2 }, outcome: 'review' });
    expect(clauseFor(least, facts, open)?.value).toEqual({ min: 2 });
    expect(clauseFor(least, facts, less)?.value).toEqual({ max: 2 });
    expect(clauseFor(least, facts, either)?.value).toEqual({});
  });
});

describe('a clause on an answer', () => {
  const few = tea('C1', 'guest.cups', { op: 'atMost', limit: 2 });

  it('shows the answer as it was given, 不清楚 as such, and nothing before it is asked', () => {
    expect(clauseFor(few, { 'guest.cups': 2 })).toMatchObject({ value: 2, threshold: 2, outcome: 'yes' });
    expect(clauseFor(few, { 'guest.cups': 3 })).toMatchObject({ value: 3, outcome: 'no' });
    expect(clauseFor(few, { 'guest.cups': null })).toMatchObject({ value: null, outcome: 'review' });
    expect(clauseFor(few, {})).not.toHaveProperty('value');
    expect(clauseFor(few, {})).toMatchObject({ threshold: 2, outcome: 'missing' });
    expect(clauseFor(few, { 'guest.cups': 2 })).not.toHaveProperty('deadline');
  });

  it('shows the answers that pass', () => {
    const own = tea('C1', 'guest.brings', { op: 'oneOf', values: ['own-cup', 'own-leaves'] });
    expect(clauseFor(own, { 'guest.brings': 'own-cup' })).toMatchObject({
      value: 'own-cup',
      threshold: ['own-cup', 'own-leaves'],
      outcome: 'yes',
    });
  });

  it('is for the office where only staff can know it, even before anything is asked', () => {
    const moody = tea('C1', 'house.mood', { op: 'oneOf', values: [true] });
    expect(clauseFor(moody, {})?.outcome).toBe('review');
  });
});

describe('a limit of which sources disagree whether it passes itself', () => {
  const at = (value: 0 | 1 | undefined, op: 'below' | 'atMost' | 'above' | 'atLeast') => {
    const flag = { key: 'at-three', value: value ?? 0, unit: 'flag', from: '2020-01-01', source: TEA_SOURCE } as const;
    const rule = tea('C1', 'guest.spend', { op, limit: 3, equality: 'at-three' });
    const engine = createEngine(teaVocabulary, [teaProgramme(rule)], 'test');
    const standards = value === undefined ? teaStandards : [...teaStandards, flag];
    return [2, 3, 4].map(
      (spend) => engine.verdicts({ 'guest.spend': spend }, { asOf: '2024-05-01', standards })[0]?.clauses[0]?.outcome,
    );
  };

  it.each(['below', 'atMost'] as const)(
    '%s passes as the office said, and only the limit itself is left open',
    (op) => {
      expect(at(1, op)).toEqual(['yes', 'yes', 'no']);
      expect(at(0, op)).toEqual(['yes', 'no', 'no']);
      expect(at(undefined, op)).toEqual(['yes', 'review', 'no']);
    },
  );

  it.each(['above', 'atLeast'] as const)('%s passes as the office said, and only the limit itself is open', (op) => {
    expect(at(1, op)).toEqual(['no', 'yes', 'yes']);
    expect(at(0, op)).toEqual(['no', 'no', 'yes']);
    expect(at(undefined, op)).toEqual(['no', 'review', 'yes']);
  });
});
