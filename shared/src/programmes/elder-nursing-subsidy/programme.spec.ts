import { engine, programmes } from '../../catalogue';
import { aHouseholdWithCertificate, type HouseholdBuilder } from '../../facts/fixtures/a-household';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { anElder } from '../../facts/fixtures/an-elder';
import type { Plan } from '../../planner/plan';
import { planOf } from '../../planner/planner';
import type { StandardRow } from '../../standards/standard';
import { standardRows } from '../../standards/standards';

const nursing = verdictsOf(engine, 'elder-nursing-subsidy');
/** Eighty, on 低保, severe need: as plainly meant as anybody can be. */
const severe = anElder(80).with({ 'elder.careLevel': 'severe', 'household.hasMinimumLivingAllowance': true });

function planFor(elder: HouseholdBuilder): Plan {
  const facts = elder.build();
  return planOf({ programmes, facts, verdicts: engine.verdicts(facts, { asOf: TODAY, standards: standardRows }) });
}

function proposed({ apply }: Plan): readonly string[] {
  return apply.map(({ programme }) => programme);
}

describe('养老护理补贴: who', () => {
  it('ENS-01 an old person on 低保 with severe need waits only for the age nobody has published', () => {
    const verdict = nursing(severe);
    const met = (['C1', 'C2', 'C4', 'C7', 'C9'] as const).map((id) => verdict.outcome(id));
    expect(met).toEqual(['yes', 'yes', 'yes', 'yes', 'yes']);
    expect([verdict.outcome('C3'), verdict.code]).toEqual(['review', 'needs-review']);
  });

  it('ENS-02 at fifty-nine nobody is an old person yet', () => {
    expect(nursing(severe.with({ 'elder.age': 60 })).code).toBe('needs-review');
    expect(nursing(severe.with({ 'elder.age': 59 })).outcome('C2')).toBe('no');
    expect(nursing(severe.with({ 'elder.age': 59 })).code).toBe('unlikely');
  });

  it('ENS-03 hukou elsewhere does not fit', () => {
    const verdict = nursing(severe.with({ 'elder.hukouInTianjin': false }));
    expect([verdict.outcome('C1'), verdict.code]).toEqual(['no', 'unlikely']);
  });

  it('ENS-04 who needs no care does not fit', () => {
    const verdict = nursing(severe.with({ 'elder.careLevel': 'not-needed' }));
    expect([verdict.outcome('C4'), verdict.outcome('C5'), verdict.code]).toEqual(['no', 'no', 'unlikely']);
  });

  it('ENS-05 not assessed yet leads to an assessment, never to a no', () => {
    const verdict = nursing(severe.with({ 'elder.careLevel': 'not-assessed' }));
    expect([verdict.outcome('C5'), verdict.outcome('C6'), verdict.code]).toEqual(['yes', 'review', 'needs-review']);
  });

  it('ENS-06 a household recognised as 低保边缘 is of a named class, one that is neither may be of another', () => {
    const mild = anElder(80).with({ 'elder.careLevel': 'mild' });
    expect(nursing(mild.with({ 'household.isLowIncomeMargin': true })).outcome('C8')).toBe('yes');
    const verdict = nursing(mild);
    expect(['C7', 'C8', 'C9', 'C10'].map((id) => verdict.outcome(id))).toEqual(['no', 'no', 'no', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it.each(['elder.age', 'elder.hukouInTianjin', 'elder.careLevel'] as const)(
    'ENS-07 who is not sure of %s is sent to the street',
    (fact) => {
      expect(nursing(severe.unclear(fact)).code).toBe('needs-review');
    },
  );
});

describe('养老护理补贴: how much and when', () => {
  it('ENS-08 no sum is promised', () => {
    expect(nursing(severe).amount).toBeUndefined();
  });

  it('ENS-09 an operator’s age decides on both sides, and the sum of the level is shown', () => {
    const source = { document: '示例', row: 'I', confidence: 'official' } as const;
    const row = (of: string, value: number, unit: StandardRow['unit']): StandardRow => ({
      key: `elder-nursing-subsidy-${of}`,
      value,
      unit,
      from: '2026-01-01',
      source,
    });
    const standards = [...standardRows, row('from-age', 70, 'years'), row('severe', 34_500, 'fen-per-person-month')];
    const verdictAt = (age: number) =>
      engine
        .verdicts(severe.with({ 'elder.age': age }).build(), { asOf: TODAY, standards })
        .find(({ programme }) => programme === 'elder-nursing-subsidy');
    expect([verdictAt(70)?.verdict, verdictAt(69)?.verdict]).toEqual(['likely', 'unlikely']);
    expect(verdictAt(70)?.amount).toMatchObject({ min: 34_500, max: 34_500, per: 'person-month' });
  });

  it('ENS-10 on its own it is on record from the end of 2024', () => {
    expect(nursing(severe, '2024-12-31').clauseIds).toHaveLength(10);
    expect(nursing(severe, '2024-12-30').clauseIds).toEqual(['C0']);
    expect(nursing(severe, '2020-12-31').clauseIds).toEqual(['C0']);
  });
});

describe('养老护理补贴: beside other subsidies', () => {
  const grandmother = severe.build();
  const withCertificate = aHouseholdWithCertificate('grade-1').with(grandmother);

  it('ENS-11 goes with 养老服务补贴', () => {
    const plan = planFor(severe);
    expect(proposed(plan)).toEqual(
      expect.arrayContaining(['elder-care-service-subsidy', 'elder-nursing-subsidy', 'elder-meal-subsidy']),
    );
  });

  it('ENS-12 for one old person, not with the care subsidy of the disabled: the higher one, which the street says', () => {
    const plan = planFor(
      withCertificate.with({ 'household.hasDisabledMember': true, 'elder.hasSevereDisability': true }),
    );
    const both = ['disability-care-subsidy', 'elder-nursing-subsidy'];
    expect(proposed(plan).filter((code) => both.includes(code))).toHaveLength(1);
    const left = plan.instead.find(({ programme }) => both.includes(programme));
    expect(left?.because.map(({ by }) => by)).toEqual(['open-amount']);
  });

  it('ENS-13 for two people, a disabled son and his grandmother, both are proposed', () => {
    const plan = planFor(withCertificate.with({ 'household.hasDisabledMember': true }));
    expect(proposed(plan)).toEqual(expect.arrayContaining(['disability-care-subsidy', 'elder-nursing-subsidy']));
  });

  it('ENS-14 who draws 居家养老补贴 has it already', () => {
    const plan = planFor(severe.with({ 'elder.receivesHomeCareSubsidy': true }));
    expect(plan.held).toEqual(expect.arrayContaining(['elder-care-service-subsidy', 'elder-nursing-subsidy']));
    expect(proposed(plan)).not.toContain('elder-nursing-subsidy');
  });
});
