import { engine } from '../../catalogue';
import { aHousehold, aHouseholdWithCertificate } from '../../facts/fixtures/a-household';
import { verdictsOf } from '../../facts/fixtures/a-verdict';

const living = verdictsOf(engine, 'disability-living-subsidy');
const gradeThree = aHouseholdWithCertificate('grade-3');
const onAllowance = gradeThree.with({ 'household.hasMinimumLivingAllowance': true });

describe('困难残疾人生活补贴: who', () => {
  it.each(['grade-1', 'grade-2', 'grade-3', 'grade-4'] as const)(
    'DLS-01 a certificate of %s in a household on 低保 is likely',
    (grade) => {
      const household = aHouseholdWithCertificate(grade).with({ 'household.hasMinimumLivingAllowance': true });
      expect(living(household).code).toBe('likely');
    },
  );

  it('DLS-02 a household recognised as 低保边缘 is likely too', () => {
    const verdict = living(gradeThree.with({ 'household.isLowIncomeMargin': true }));
    expect([verdict.outcome('C5'), verdict.outcome('C6')]).toEqual(['no', 'yes']);
    expect(verdict.code).toBe('likely');
  });

  it('DLS-03 a household that has neither waits for the result, and is never refused for it', () => {
    const verdict = living(gradeThree);
    expect([verdict.outcome('C5'), verdict.outcome('C6'), verdict.outcome('C7')]).toEqual(['no', 'no', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toContain('household.recognition');
  });

  it('DLS-04 no certificate yet is for the street, never a no', () => {
    const verdict = living(
      aHouseholdWithCertificate('no-certificate').with({ 'household.hasMinimumLivingAllowance': true }),
    );
    expect([verdict.outcome('C3'), verdict.outcome('C4')]).toEqual(['yes', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('DLS-05 nobody disabled at home does not fit', () => {
    expect(living(aHousehold()).code).toBe('unlikely');
    expect(living(onAllowance).outcome('C1')).toBe('yes');
  });

  it('DLS-06 income and savings are asked by 低保, not here', () => {
    expect(living(onAllowance.earning(90_000_000).puttingBy(9_000_000_000)).code).toBe('likely');
  });
});

describe('困难残疾人生活补贴: what it does not go together with', () => {
  it.each([
    ['DLS-07 a person on 特困', 'disabledPerson.receivesSpecialHardshipSupport', 'C8'],
    ['DLS-08 a person on work-injury nursing', 'disabledPerson.receivesWorkInjuryNursing', 'C9'],
    ['DLS-09 an orphan on the orphan allowance', 'disabledPerson.receivesOrphanAllowance', 'C10'],
  ] as const)('%s does not fit', (_, fact, clause) => {
    const verdict = living(onAllowance.with({ [fact]: true }));
    expect(verdict.outcome(clause)).toBe('no');
    expect(verdict.code).toBe('unlikely');
  });

  it('DLS-10 a person who draws another such subsidy chooses the higher, which is for the street', () => {
    const verdict = living(onAllowance.with({ 'disabledPerson.receivesOtherCareSubsidy': true }));
    expect([verdict.outcome('C11'), verdict.outcome('C12')]).toEqual(['no', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('DLS-11 what the resident does not know is for the street', () => {
    expect(living(onAllowance.unclear('disabledPerson.receivesOrphanAllowance')).code).toBe('needs-review');
  });
});

describe('困难残疾人生活补贴: how much', () => {
  it.each([
    ['grade-1', 30_000],
    ['grade-2', 30_000],
    ['grade-3', 16_000],
    ['grade-4', 16_000],
  ] as const)('DLS-12 on the last day a page vouches for, %s is %p fen a month', (grade, fen) => {
    const household = aHouseholdWithCertificate(grade).with({ 'household.hasMinimumLivingAllowance': true });
    expect(living(household, '2024-12-31').amount).toMatchObject({ min: fen, max: fen, per: 'person-month' });
    expect(living(household, '2025-01-01').amount).toBeUndefined();
  });

  it('DLS-13 without a certificate no sum is promised', () => {
    const household = aHouseholdWithCertificate('no-certificate').with({ 'household.isLowIncomeMargin': true });
    expect(living(household, '2024-12-31').amount).toBeUndefined();
  });

  it('DLS-14 before the page of 2024-06 nothing is on record', () => {
    const verdict = living(onAllowance, '2024-05-31');
    expect(verdict.clauseIds).toEqual(['C0']);
    expect(verdict.code).toBe('needs-review');
    expect(living(onAllowance, '2024-06-01').code).toBe('likely');
  });
});
