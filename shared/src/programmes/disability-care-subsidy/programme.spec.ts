import { engine } from '../../catalogue';
import { aHousehold, aHouseholdWithCertificate } from '../../facts/fixtures/a-household';
import { verdictsOf } from '../../facts/fixtures/a-verdict';

const care = verdictsOf(engine, 'disability-care-subsidy');
const gradeTwo = aHouseholdWithCertificate('grade-2');

describe('重度残疾人护理补贴: who', () => {
  it.each(['grade-1', 'grade-2'] as const)('DCS-01 a certificate of %s is likely', (grade) => {
    const verdict = care(aHouseholdWithCertificate(grade));
    expect(verdict.outcome('C2')).toBe('yes');
    expect(verdict.code).toBe('likely');
  });

  it.each(['grade-3', 'grade-4'] as const)('DCS-02 a certificate of %s does not fit', (grade) => {
    const verdict = care(aHouseholdWithCertificate(grade));
    expect([verdict.outcome('C2'), verdict.outcome('C3')]).toEqual(['no', 'no']);
    expect(verdict.code).toBe('unlikely');
  });

  it('DCS-03 no certificate yet is for the street, never a no', () => {
    const verdict = care(aHouseholdWithCertificate('no-certificate'));
    expect([verdict.outcome('C3'), verdict.outcome('C4')]).toEqual(['yes', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toEqual(['disabledPerson.assessedGrade']);
  });

  it('DCS-04 a grade the resident does not know is for the street', () => {
    expect(care(gradeTwo.unclear('disabledPerson.grade')).code).toBe('needs-review');
  });

  it('DCS-05 nobody disabled at home does not fit', () => {
    const verdict = care(aHousehold());
    expect(verdict.outcome('C1')).toBe('no');
    expect(verdict.code).toBe('unlikely');
    expect(care(gradeTwo).outcome('C1')).toBe('yes');
  });

  it('DCS-06 income and savings play no part', () => {
    expect(care(gradeTwo.earning(90_000_000).puttingBy(9_000_000_000)).code).toBe('likely');
  });
});

describe('重度残疾人护理补贴: hukou', () => {
  const mixed = gradeTwo.with({ 'household.hukou': 'some-tianjin' });

  it('DCS-07 a household all of Tianjin hukou needs no question about the person', () => {
    const verdict = care(gradeTwo.notAsked('disabledPerson.hukouInTianjin'));
    expect(verdict.outcome('C5')).toBe('yes');
    expect(verdict.code).toBe('likely');
  });

  it('DCS-07b a residence permit is not Tianjin hukou', () => {
    expect(care(gradeTwo.with({ 'household.hukou': 'residence-permit' })).code).toBe('unlikely');
  });

  it('DCS-08 in a mixed household the person’s own hukou decides', () => {
    const here = care(mixed);
    const elsewhere = care(mixed.with({ 'disabledPerson.hukouInTianjin': false }));
    expect([here.outcome('C6'), here.outcome('C7'), here.code]).toEqual(['yes', 'yes', 'likely']);
    expect([elsewhere.outcome('C7'), elsewhere.code]).toEqual(['no', 'unlikely']);
  });

  it('DCS-09 nobody of Tianjin hukou does not fit', () => {
    const verdict = care(gradeTwo.with({ 'household.hukou': 'none' }));
    expect([verdict.outcome('C5'), verdict.outcome('C6'), verdict.code]).toEqual(['no', 'no', 'unlikely']);
  });
});

describe('重度残疾人护理补贴: what it cannot be drawn beside', () => {
  it('DCS-10 a work-injury nursing fee rules it out', () => {
    const verdict = care(gradeTwo.with({ 'disabledPerson.receivesWorkInjuryNursing': true }));
    expect([verdict.outcome('C8'), verdict.code]).toEqual(['no', 'unlikely']);
    expect(care(gradeTwo).outcome('C8')).toBe('yes');
  });

  it('DCS-11 特困 support rules it out', () => {
    const verdict = care(gradeTwo.with({ 'disabledPerson.receivesSpecialHardshipSupport': true }));
    expect([verdict.outcome('C9'), verdict.code]).toEqual(['no', 'unlikely']);
    expect(care(gradeTwo).outcome('C9')).toBe('yes');
  });

  it('DCS-12 another care subsidy is a choice of the higher: for the street, never a no', () => {
    const verdict = care(gradeTwo.with({ 'disabledPerson.receivesOtherCareSubsidy': true }));
    expect([verdict.outcome('C10'), verdict.outcome('C11'), verdict.code]).toEqual(['no', 'review', 'needs-review']);
    expect(care(gradeTwo).outcome('C10')).toBe('yes');
  });
});

describe('重度残疾人护理补贴: how much and when', () => {
  it('DCS-13 200 yuan a person a month in 2024', () => {
    const verdict = care(gradeTwo, '2024-12-31');
    expect(verdict.code).toBe('likely');
    expect(verdict.amount).toMatchObject({ min: 20_000, max: 20_000, per: 'person-month' });
  });

  it.each(['2025-01-01', '2026-11-24'] as const)('DCS-14 no amount is named on %s, and it stays likely', (day) => {
    expect(care(gradeTwo, day).code).toBe('likely');
    expect(care(gradeTwo, day).amount).toBeUndefined();
  });

  it('DCS-15 before the page of 2024-06 nothing is on record', () => {
    expect(care(gradeTwo, '2024-06-01').code).toBe('likely');
    expect(care(gradeTwo, '2024-05-31').clauseIds).toEqual(['C0']);
  });
});
