import type { FactValue } from '../facts/fact';
import type { Condition } from './condition';
import { createEngine } from './engine';
import { tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';

/** A rule that looks at every fact of the tea house. */
const rule: Condition = {
  kind: 'all',
  of: [
    tea('C1', 'guest.regular', { op: 'oneOf', values: [true] }),
    tea('C2', 'guest.cups', { op: 'atLeast', limit: 1 }),
    tea('C3', 'guest.spend', { op: 'atLeast', limit: 0 }),
    tea('C4', 'guest.brings', { op: 'oneOf', values: ['nothing', 'own-cup', 'own-leaves'] }),
    tea('C5', 'house.mood', { op: 'oneOf', values: [true] }),
  ],
};
const engine = createEngine(teaVocabulary, [teaProgramme(rule)], 'test');

function outcomesOf(fact: string, value: FactValue | null): readonly (string | undefined)[] {
  const [verdict] = engine.verdicts({ [fact]: value }, { asOf: '2024-05-01', standards: teaStandards });
  return (verdict?.clauses ?? []).filter((clause) => clause.fact === fact).map(({ outcome }) => outcome);
}

describe('an answer the question cannot have', () => {
  it.each<[string, FactValue]>([
    ['guest.regular', 'yes'],
    ['guest.regular', 1],
    ['guest.cups', 0],
    ['guest.cups', 5],
    ['guest.cups', true],
    ['guest.cups', 'two'],
    ['guest.spend', -1],
    ['guest.spend', 9],
    ['guest.spend', false],
    ['guest.spend', '3'],
    ['guest.brings', 'own-kettle'],
    ['guest.brings', 0],
    ['guest.brings', true],
    ['house.mood', 'good'],
    ['house.mood', 1],
  ])('%s is %j stops the judging and names both, rather than being judged as something else', (fact, value) => {
    expect(() => outcomesOf(fact, value)).toThrow(new RangeError(`${fact} cannot be ${value}`));
  });

  it.each<[string, FactValue]>([
    ['guest.regular', true],
    ['guest.cups', 1],
    ['guest.cups', 4],
    ['guest.spend', 0],
    ['guest.spend', 8],
    ['guest.brings', 'nothing'],
    ['guest.brings', 'own-leaves'],
    ['house.mood', true],
  ])('is not: %s is %j is judged', (fact, value) => {
    expect(outcomesOf(fact, value)).toEqual(['yes']);
  });

  it('is not none: what was not asked is missing, also where every answer would do', () => {
    const [verdict] = engine.verdicts({}, { asOf: '2024-05-01', standards: teaStandards });
    const outcomes = verdict?.clauses.map(({ outcome }) => outcome).slice(0, 5);
    expect(outcomes).toEqual(['missing', 'missing', 'missing', 'missing', 'review']);
    expect(verdict).toMatchObject({ verdict: 'need-facts', review: ['house.mood'] });
  });

  it('is not: 不清楚 to any question is left to the office', () => {
    for (const fact of ['guest.regular', 'guest.cups', 'guest.spend', 'guest.brings', 'house.mood'])
      expect(outcomesOf(fact, null)).toEqual(['review']);
  });
});
