import { engine } from '../../catalogue';
import type { HouseholdBuilder } from '../../facts/fixtures/a-household';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { anElder } from '../../facts/fixtures/an-elder';
import { planOf } from '../../planner/planner';
import type { StandardRow } from '../../standards/standard';
import { standardRows } from '../../standards/standards';
import { elderCareServiceSubsidy } from './programme';

const subsidy = verdictsOf(engine, 'elder-care-service-subsidy');
/** Eighty, on 低保, moderate need: as plainly meant as anybody can be. */
const moderate = anElder(80).with({ 'elder.careLevel': 'moderate', 'household.hasMinimumLivingAllowance': true });

/** The same verdict, after an operator published these figures. */
function subsidyWith(rows: readonly Pick<StandardRow, 'key' | 'value' | 'unit'>[]) {
  const source = { document: '示例', row: 'I', confidence: 'official' } as const;
  const standards = [...standardRows, ...rows.map((row): StandardRow => ({ ...row, from: '2026-01-01', source }))];
  return (elder: HouseholdBuilder) =>
    engine
      .verdicts(elder.build(), { asOf: TODAY, standards })
      .find(({ programme }) => programme === 'elder-care-service-subsidy');
}

describe('养老服务补贴: who', () => {
  it('ECS-01 an old person on 低保 with need of care waits only for the age nobody has published', () => {
    const verdict = subsidy(moderate);
    expect([verdict.outcome('C1'), verdict.outcome('C2'), verdict.outcome('C4')]).toEqual(['yes', 'yes', 'yes']);
    expect(verdict.outcome('C3')).toBe('review');
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toContain('elder.age');
  });

  it.each([60, 70, 100])('ECS-02 so it is at %p', (age) => {
    expect(subsidy(moderate.with({ 'elder.age': age })).code).toBe('needs-review');
  });

  it('ECS-03 at fifty-nine nobody is an old person yet', () => {
    expect(subsidy(moderate.with({ 'elder.age': 60 })).outcome('C2')).toBe('yes');
    expect(subsidy(moderate.with({ 'elder.age': 59 })).outcome('C2')).toBe('no');
    expect(subsidy(moderate.with({ 'elder.age': 59 })).code).toBe('unlikely');
  });

  it('ECS-04 hukou elsewhere does not fit', () => {
    const verdict = subsidy(moderate.with({ 'elder.hukouInTianjin': false }));
    expect([verdict.outcome('C1'), verdict.code]).toEqual(['no', 'unlikely']);
  });

  it.each(['elder.age', 'elder.hukouInTianjin', 'elder.careLevel', 'household.hasMinimumLivingAllowance'] as const)(
    'ECS-05 who is not sure of %s is sent to the street',
    (fact) => {
      expect(subsidy(moderate.unclear(fact)).code).toBe('needs-review');
    },
  );
});

describe('养老服务补贴: need of care', () => {
  it('ECS-06 who needs no care does not fit', () => {
    const verdict = subsidy(moderate.with({ 'elder.careLevel': 'not-needed' }));
    expect([verdict.outcome('C4'), verdict.outcome('C5'), verdict.code]).toEqual(['no', 'no', 'unlikely']);
  });

  it.each(['mild', 'moderate', 'severe'] as const)('ECS-07 need assessed as %s does', (careLevel) => {
    expect(subsidy(moderate.with({ 'elder.careLevel': careLevel })).outcome('C4')).toBe('yes');
  });

  it('ECS-08 not assessed yet leads to an assessment, never to a no', () => {
    const verdict = subsidy(moderate.with({ 'elder.careLevel': 'not-assessed' }));
    expect([verdict.outcome('C4'), verdict.outcome('C5'), verdict.outcome('C6')]).toEqual(['no', 'yes', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(elderCareServiceSubsidy.guide.where).toContain('还没评估的');
  });
});

describe('养老服务补贴: the seven classes, of which three are named', () => {
  const nobody = anElder(80).with({ 'elder.careLevel': 'moderate' });

  it.each([
    ['C7', { 'household.hasMinimumLivingAllowance': true }],
    ['C8', { 'household.isLowIncomeMargin': true }],
    ['C9', { 'elder.careLevel': 'severe' }],
  ] as const)('ECS-09 a named class decides (%s)', (clause, facts) => {
    expect(subsidy(nobody).outcome(clause)).toBe('no');
    expect(subsidy(nobody.with(facts)).outcome(clause)).toBe('yes');
  });

  it('ECS-10 whoever is in none of the three may be in one of the other four: for the street, never a no', () => {
    const verdict = subsidy(nobody);
    expect(verdict.outcome('C10')).toBe('review');
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toContain('elder.otherCareGroup');
    expect(subsidy(moderate).review).not.toContain('elder.otherCareGroup');
  });
});

describe('养老服务补贴: once an operator publishes age and sums', () => {
  const published = subsidyWith([
    { key: 'elder-care-service-subsidy-from-age', value: 65, unit: 'years' },
    { key: 'elder-care-service-subsidy-moderate', value: 12_300, unit: 'fen-per-person-month' },
  ]);

  it('ECS-11 the age decides, on both sides', () => {
    expect(published(moderate.with({ 'elder.age': 65 }))?.verdict).toBe('likely');
    expect(published(moderate.with({ 'elder.age': 64 }))?.verdict).toBe('unlikely');
  });

  it('ECS-12 the sum of the level is shown, and no other', () => {
    expect(published(moderate)?.amount).toMatchObject({ min: 12_300, max: 12_300, per: 'person-month' });
    expect(published(moderate.with({ 'elder.careLevel': 'mild' }))?.amount).toBeUndefined();
    expect(published(moderate.with({ 'elder.careLevel': 'not-assessed' }))?.amount).toBeUndefined();
  });
});

describe('养老服务补贴: how much and when', () => {
  it.each([
    ['mild', 20_000],
    ['moderate', 40_000],
    ['severe', 60_000],
  ] as const)('ECS-13 the one subsidy of 2017 to 2020 was %s: %p fen a month', (careLevel, fen) => {
    const elder = moderate.with({ 'elder.careLevel': careLevel });
    for (const day of ['2017-04-01', '2020-12-31'] as const)
      expect(subsidy(elder, day).amount).toMatchObject({ min: fen, max: fen, per: 'person-month' });
  });

  it('ECS-14 today no sum is promised, since the split has no date and no source to rely on', () => {
    for (const careLevel of ['mild', 'moderate', 'severe', 'not-assessed'] as const)
      expect(subsidy(moderate.with({ 'elder.careLevel': careLevel })).amount).toBeUndefined();
  });

  it.each(['2017-03-31', '2021-01-01', '2024-12-30'] as const)('ECS-15 on %s nothing is on record', (day) => {
    expect(subsidy(moderate, day).clauseIds).toEqual(['C0']);
  });

  it('ECS-16 the end of 2024 is: the three systems stand', () => {
    expect(subsidy(moderate, '2024-12-31').clauseIds).toHaveLength(10);
  });
});

describe('养老服务补贴: in a plan', () => {
  it('ECS-17 is not left out for a household that has no hope of 低保', () => {
    const elder = anElder(80).earning(9_000_000).with({ 'elder.careLevel': 'severe' });
    const verdicts = engine.verdicts(elder.build(), { asOf: TODAY, standards: standardRows });
    const plan = planOf({ programmes: [elderCareServiceSubsidy], verdicts, facts: elder.build() });
    expect(plan.apply.map(({ programme }) => programme)).toEqual(['elder-care-service-subsidy']);
  });
});
