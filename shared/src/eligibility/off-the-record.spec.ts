import type { CivilDate } from '../kernel/civil-date';
import { createEngine } from './engine';
import { TEA_SOURCE, tea, teaProgramme, teaStandards, teaVocabulary } from './fixtures/tea-house-grant';
import type { RuleVersion } from './programme';

const { versions, ...grant } = teaProgramme(tea('C1', 'guest.regular', { op: 'oneOf', values: [true] }));
const [version] = versions;
const inForce = (from: CivilDate, to?: CivilDate): RuleVersion => {
  if (!version) throw new Error('the grant has a version');
  return { ...version, from, ...(to && { to }) };
};
const engine = createEngine(
  teaVocabulary,
  [{ ...grant, versions: [inForce('2026-03-01', '2026-03-31'), inForce('2026-05-01')] }],
  'test',
);
const on = (asOf: CivilDate, regular: boolean) =>
  engine.assess({ 'guest.regular': regular }, { asOf, standards: teaStandards });
const verdictOn = (asOf: CivilDate, regular = false) => on(asOf, regular).verdicts[0];

describe('rules', () => {
  it.each<[CivilDate]>([['2026-03-01'], ['2026-03-31'], ['2026-05-01'], ['2030-01-01']])(
    'in force on %s judge, from their first day to their last',
    (day) => {
      expect([verdictOn(day)?.verdict, verdictOn(day, true)?.verdict]).toEqual(['unlikely', 'likely']);
    },
  );
});

describe('a day for which no rules are on record', () => {
  it.each<[CivilDate]>([['2026-02-28'], ['2026-04-01'], ['2026-04-30']])(
    'as %s is left to the office, whatever was answered: it is no 不符合',
    (day) => {
      for (const regular of [true, false]) {
        expect(verdictOn(day, regular)).toMatchObject({ verdict: 'needs-review', missing: [] });
      }
    },
  );

  it('says so in a clause with the document it would stand in, and asks nothing', () => {
    const assessed = on('2026-04-15', false);
    const clause = assessed.verdicts[0]?.clauses[0];
    expect(assessed.verdicts[0]?.clauses).toHaveLength(1);
    expect(clause).toMatchObject({ outcome: 'review', decides: 'eligibility', fact: assessed.verdicts[0]?.review[0] });
    expect(clause?.text).toContain('2026');
    expect(clause?.source).toMatchObject({ document: 'Tea House Grant', confidence: 'unknown' });
    expect(clause?.source.document).not.toBe(TEA_SOURCE.document);
    expect(assessed.nextQuestion).toBeUndefined();
  });
});
