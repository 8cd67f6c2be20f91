import { engine } from '../../catalogue';
import { aHousehold, aHouseholdWithCertificate } from '../../facts/fixtures/a-household';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { standardRows } from '../../standards/standards';

const singlePerson = verdictsOf(engine, 'single-person-minimum-living-allowance');
const LINE = 104_500;
const UPPER = 156_750;
const MONEY = 36 * LINE;
/** A disability of 1000 yuan comes off the income, so it is added to reach the line. */
const OFF = 100_000;
const disabled = aHouseholdWithCertificate('grade-2').members(1).withSeverelyDisabled(1);
const recognised = disabled.with({ 'household.isLowIncomeMargin': true });
const ill = aHousehold().members(1).with({ 'household.hasLongTermIllness': true });

describe('单人保: who', () => {
  it('SPM-01 a person of grade two in a recognised 低保边缘 household is likely', () => {
    const verdict = singlePerson(recognised);
    expect([verdict.outcome('C9'), verdict.outcome('C15')]).toEqual(['yes', 'yes']);
    expect(verdict.code).toBe('likely');
  });

  it('SPM-02 grade three of 智力 or 精神, or 言语 and 听力 of grade two, is likely as well', () => {
    const verdict = singlePerson(
      aHouseholdWithCertificate('grade-3').withOtherDisabled(1).with({ 'household.isLowIncomeMargin': true }),
    );
    expect(verdict.clause('C9')).toMatchObject({ outcome: 'yes', value: { min: 1, max: 1 }, threshold: 1 });
    expect(verdict.code).toBe('likely');
  });

  it('SPM-03 a certificate of another grade does not fit', () => {
    const verdict = singlePerson(aHouseholdWithCertificate('grade-4').with({ 'household.isLowIncomeMargin': true }));
    expect([verdict.outcome('C9'), verdict.outcome('C10')]).toEqual(['no', 'no']);
    expect(verdict.code).toBe('unlikely');
  });

  it('SPM-04 a certificate still to come is for the street, never a no', () => {
    const verdict = singlePerson(
      aHouseholdWithCertificate('no-certificate').with({ 'household.isLowIncomeMargin': true }),
    );
    expect([verdict.outcome('C10'), verdict.outcome('C11')]).toEqual(['yes', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('SPM-05 an illness is for the street, whether 大病 or 门特 is registered or not', () => {
    const margin = { 'household.isLowIncomeMargin': true };
    const registered = aHousehold().with({ ...margin, 'household.hasMajorOrSpecialIllness': true });
    const verdicts = [singlePerson(ill.with(margin)), singlePerson(registered)];
    expect(verdicts.map((verdict) => verdict.outcome('C14'))).toEqual(['review', 'review']);
    expect(verdicts.map((verdict) => [verdict.outcome('C12'), verdict.outcome('C13')])).toEqual([
      ['yes', 'no'],
      ['no', 'yes'],
    ]);
    expect(verdicts.map(({ code }) => code)).toEqual(['needs-review', 'needs-review']);
  });

  it('SPM-06 nobody disabled and nobody ill does not fit', () => {
    expect(singlePerson(aHousehold().with({ 'household.isLowIncomeMargin': true })).code).toBe('unlikely');
  });
});

describe('单人保: the family', () => {
  it('SPM-07 a family on 低保 has nothing left to apply for', () => {
    const verdict = singlePerson(recognised.with({ 'household.hasMinimumLivingAllowance': true }));
    expect(verdict.outcome('C7')).toBe('no');
    expect(verdict.code).toBe('unlikely');
  });

  it.each([
    ['none', 'unlikely', 'no', 'review'],
    ['residence-permit', 'needs-review', 'yes', 'review'],
  ] as const)('SPM-08 hukou %s is %s', (hukou, code, permit, settled) => {
    const verdict = singlePerson(recognised.with({ 'household.hukou': hukou }));
    expect([verdict.outcome('C1'), verdict.outcome('C2')]).toEqual(['no', 'no']);
    expect([verdict.outcome('C5'), verdict.outcome('C6')]).toEqual([permit, settled]);
    expect(verdict.code).toBe(code);
  });

  it('SPM-09 a member from elsewhere counts after a year; under a year is for the street', () => {
    const less = singlePerson(recognised.mixedHukou(false));
    expect(singlePerson(recognised.mixedHukou(true)).code).toBe('likely');
    expect([less.outcome('C2'), less.outcome('C3'), less.outcome('C4')]).toEqual(['yes', 'no', 'review']);
    expect(less.code).toBe('needs-review');
  });

  it('SPM-10 no floor: without any income it waits for the street alone, and pays up to the standard', () => {
    const verdict = singlePerson(disabled);
    expect([verdict.outcome('C15'), verdict.outcome('C16'), verdict.outcome('C17')]).toEqual(['no', 'yes', 'yes']);
    expect(verdict.outcome('C20')).toBe('review');
    expect(verdict.code).toBe('needs-review');
    expect(verdict.amount).toMatchObject({ min: 0, max: LINE, per: 'person-month' });
  });

  it('SPM-11 one and a half times the line: one fen below, the line itself, one fen above', () => {
    const at = (fen: number) => singlePerson(disabled.earning(UPPER + OFF + fen));
    expect([-1, 0, 1].map((fen) => at(fen).outcome('C16'))).toEqual(['yes', 'review', 'no']);
    expect([-1, 0, 1].map((fen) => at(fen).code)).toEqual(['needs-review', 'needs-review', 'unlikely']);
  });

  it('SPM-12 money put by: 36 months of the line a head, one fen more, and a home sold for illness', () => {
    const more = disabled.puttingBy(MONEY + 1);
    const sold = singlePerson(more.with({ 'household.soldOnlyHomeForIllness': true }));
    expect(singlePerson(disabled.puttingBy(MONEY)).outcome('C17')).toBe('yes');
    expect([singlePerson(more).outcome('C17'), singlePerson(more).outcome('C18')]).toEqual(['no', 'no']);
    expect(singlePerson(more).code).toBe('unlikely');
    expect([sold.outcome('C18'), sold.outcome('C19'), sold.code]).toEqual(['yes', 'review', 'needs-review']);
  });

  it('SPM-13 in a recognised household neither income nor savings decide', () => {
    expect(singlePerson(recognised.earning(90_000_000).puttingBy(9_000_000_000)).code).toBe('likely');
  });
});

describe('单人保: an adult without work, severely disabled', () => {
  const rich = disabled.earning(UPPER + OFF + 1);
  const adult = { 'disabledPerson.isAdultWithoutWork': true };

  it('SPM-14 is for the street over the line of income', () => {
    const verdict = singlePerson(rich.with(adult));
    expect(['C16', 'C21', 'C22', 'C23', 'C24'].map((id) => verdict.outcome(id))).toEqual([
      'no',
      'yes',
      'yes',
      'yes',
      'review',
    ]);
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toContain('disabledPerson.householdAlone');
  });

  it('SPM-15 is for the street over the savings too, and while the certificate is still to come', () => {
    expect(singlePerson(disabled.puttingBy(MONEY + 1).with(adult)).code).toBe('needs-review');
    const waiting = aHouseholdWithCertificate('no-certificate')
      .members(1)
      .earning(UPPER * 2);
    expect(singlePerson(waiting.with(adult)).code).toBe('needs-review');
    expect(singlePerson(waiting).code).toBe('unlikely');
  });

  it('SPM-16 of grade three, or with work, does not fit over the line', () => {
    const three = aHouseholdWithCertificate('grade-3')
      .members(1)
      .withOtherDisabled(1)
      .earning(UPPER * 2);
    const verdict = singlePerson(three.with(adult));
    expect([verdict.outcome('C9'), verdict.outcome('C22'), verdict.code]).toEqual(['yes', 'no', 'unlikely']);
    expect(singlePerson(rich).code).toBe('unlikely');
  });

  it('SPM-17 is asked about only where somebody is severely disabled', () => {
    const asked = (household: typeof rich) =>
      engine.assess(household.notAsked('disabledPerson.isAdultWithoutWork').build(), {
        asOf: TODAY,
        standards: standardRows,
      }).nextQuestion?.id;
    expect(asked(rich)).toBe('disabled-adult');
    expect(asked(ill)).toBeUndefined();
    expect(asked(aHouseholdWithCertificate('grade-4'))).toBeUndefined();
  });
});

describe('单人保: what is not clear, and past days', () => {
  it('SPM-18 不清楚 is for the street', () => {
    expect(singlePerson(recognised.unclear('household.hasMinimumLivingAllowance')).code).toBe('needs-review');
    expect(singlePerson(recognised.unclear('household.severelyDisabledCount')).code).toBe('needs-review');
  });

  it('SPM-19 before 2022-10-20 nothing is said of adults without work', () => {
    const over = disabled.earning(300_000).with({ 'disabledPerson.isAdultWithoutWork': true });
    const before = singlePerson(over, '2022-10-19');
    expect(before.clauseIds).not.toContain('C24');
    expect(singlePerson(over, '2022-10-20').outcome('C24')).toBe('review');
  });

  it('SPM-20 in 2022 it pays up to 1010 yuan; 2021 is not on record', () => {
    expect(singlePerson(recognised, '2022-01-01').amount).toMatchObject({ min: 0, max: 101_000 });
    expect(singlePerson(recognised, '2022-01-01').code).toBe('likely');
    expect(singlePerson(recognised, '2021-12-31').clauseIds).toEqual(['C0']);
    expect(singlePerson(recognised, '2021-12-31').code).toBe('needs-review');
  });
});
