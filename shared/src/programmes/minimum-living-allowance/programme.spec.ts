import { engine } from '../../catalogue';
import type { FactName } from '../../facts/facts';
import { aHousehold, type HouseholdBuilder } from '../../facts/fixtures/a-household';
import { verdictsOf } from '../../facts/fixtures/a-verdict';
import { standardRows } from '../../standards/standards';

const allowance = verdictsOf(engine, 'minimum-living-allowance');
const LINE = 104_500;
/** What stays with the street today: savings (made of these two facts) and all other property. */
const PROPERTY = ['household.memberCount', 'household.moneyAssetsFen', 'household.property'];
/** One person, so that household income is income per head. */
const alone = aHousehold().members(1);

/** What the income clause says of this household on this day. */
function income(household: HouseholdBuilder, asOf?: `${number}-${number}-${number}`) {
  return allowance(household, asOf).outcome('C5');
}

describe('低保: hukou', () => {
  it('MLA-01 a household all of Tianjin hukou meets the hukou clause', () => {
    const verdict = allowance(aHousehold());
    expect(verdict.outcome('C1')).toBe('yes');
    expect(verdict.code).toBe('needs-review');
  });

  it('MLA-02 a household without anyone of Tianjin hukou does not fit', () => {
    const verdict = allowance(aHousehold().with({ 'household.hukou': 'none' }));
    expect([verdict.outcome('C1'), verdict.outcome('C2')]).toEqual(['no', 'no']);
    expect(verdict.code).toBe('unlikely');
  });

  it('MLA-03 a member from elsewhere who has lived here a year counts', () => {
    const verdict = allowance(aHousehold().mixedHukou(true));
    expect([verdict.outcome('C2'), verdict.outcome('C3')]).toEqual(['yes', 'yes']);
    expect(verdict.review).toEqual(PROPERTY);
  });

  it('MLA-04 under a year is for the street, never a no', () => {
    const verdict = allowance(aHousehold().mixedHukou(false), '2022-06-01');
    expect([verdict.outcome('C3'), verdict.outcome('C4')]).toEqual(['no', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toContain('household.nonLocalResidence');
  });

  it('MLA-04b a residence permit without Tianjin hukou is for the street, never a no', () => {
    const verdict = allowance(aHousehold().with({ 'household.hukou': 'residence-permit' }));
    expect([verdict.outcome('C12'), verdict.outcome('C13')]).toEqual(['yes', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toContain('household.residencePermit');
  });

  it('MLA-05 an unclear hukou is for the street, never a no', () => {
    expect(allowance(aHousehold().unclear('household.hukou')).code).toBe('needs-review');
  });
});

describe('低保: income against the standard, one fen apart', () => {
  it('MLA-06 one fen below the standard meets the income clause', () => {
    expect(income(alone.earning(LINE - 1))).toBe('yes');
  });

  it('MLA-07 the standard itself does not', () => {
    const verdict = allowance(alone.earning(LINE));
    expect(verdict.outcome('C5')).toBe('no');
    expect(verdict.code).toBe('unlikely');
    expect(verdict.amount).toBeUndefined();
  });

  it('MLA-08 one fen above does not', () => {
    expect(income(alone.earning(LINE + 1))).toBe('no');
  });

  it('MLA-09 income is shared among all members', () => {
    expect(
      income(
        aHousehold()
          .members(3)
          .earning(3 * LINE - 1),
      ),
    ).toBe('yes');
    expect(
      income(
        aHousehold()
          .members(3)
          .earning(3 * LINE),
      ),
    ).toBe('no');
  });

  it('MLA-10 the clause names the line and what the household has a head', () => {
    const clause = allowance(aHousehold().members(2).earning(100_000)).clause('C5');
    expect(clause.threshold).toBe(LINE);
    expect(clause.value).toEqual({ min: 50_000, max: 50_000 });
  });

  it('MLA-11 income right and property since 2023: both halves are said', () => {
    const verdict = allowance(alone.earning(50_000));
    expect([verdict.outcome('C5'), verdict.outcome('C6'), verdict.outcome('C14')]).toEqual(['yes', 'review', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toEqual(PROPERTY);
  });

  it('MLA-11b once an operator publishes the months, savings are decided and the rest stays with the street', () => {
    const row = standardRows.find(({ key }) => key === 'minimum-living-allowance-asset-months');
    if (!row) throw new Error('no row to copy');
    const { to: _, ...open } = row;
    const published = [...standardRows, { ...open, from: '2026-01-01' as const, value: 24 }];
    const clauses = (fen: number) => {
      const facts = alone.earning(50_000).puttingBy(fen).build();
      const [verdict] = engine.verdicts(facts, { asOf: '2026-11-24', standards: published });
      return [verdict?.clauses.find(({ id }) => id === 'C6')?.outcome, verdict?.verdict];
    };
    expect(clauses(24 * LINE)).toEqual(['yes', 'needs-review']);
    expect(clauses(24 * LINE + 1)).toEqual(['no', 'unlikely']);
  });
});

describe('低保: sizes nobody publishes never make a no', () => {
  const poor = alone.earning(LINE - 1);

  it('MLA-12 a wage above the line is for the street, since what it costs to work comes off', () => {
    const verdict = allowance(alone.with({ 'household.monthlyWageIncomeFen': 500_000 }));
    expect(verdict.outcome('C5')).toBe('review');
    expect(verdict.code).toBe('needs-review');
  });

  it('MLA-13 a wage below the line meets it whatever comes off', () => {
    expect(income(alone.with({ 'household.monthlyWageIncomeFen': LINE - 1 }))).toBe('yes');
  });

  const added: readonly FactName[] = [
    'household.hasAbleBodiedWithoutWork',
    'household.hasSupportFromOutside',
    'household.receivedSeverance',
  ];
  it.each(added)('MLA-14 %s may add any sum to a small income: for the street', (fact) => {
    expect(income(poor.with({ [fact]: true }))).toBe('review');
  });

  it.each(added)('MLA-15 %s adds to an income already at the line: still a no', (fact) => {
    expect(income(alone.earning(LINE).with({ [fact]: true }))).toBe('no');
  });

  const lessened: readonly FactName[] = [
    'household.hasMemberAged60',
    'household.hasMinor',
    'household.isSingleParentWithStudent',
  ];
  it.each(lessened)('MLA-16 %s may take any sum off a larger income: for the street', (fact) => {
    expect(income(alone.earning(LINE).with({ [fact]: true }))).toBe('review');
  });

  it.each(lessened)('MLA-17 %s takes off an income already below: still a yes', (fact) => {
    expect(income(poor.with({ [fact]: true }))).toBe('yes');
  });

  it('MLA-18 a resident who cannot tell the income is for the street', () => {
    const verdict = allowance(alone.unclear('household.monthlyOtherIncomeFen'));
    expect(verdict.outcome('C5')).toBe('review');
    expect(verdict.review).toContain('household.monthlyOtherIncomeFen');
  });

  it('MLA-19 an income not asked yet is missing, not nothing', () => {
    const verdict = allowance(alone.notAsked('household.monthlyOtherIncomeFen'));
    expect(verdict.outcome('C5')).toBe('missing');
    expect(verdict.code).toBe('need-facts');
    expect(verdict.missing).toEqual(['household.monthlyOtherIncomeFen']);
  });
});

describe('低保: the basic pension of the old', () => {
  const pensioner = alone.with({ 'household.monthlyBasicPensionFen': 200_000 });

  it('MLA-20 is left out through 2025-12-31', () => {
    expect(income(pensioner, '2025-12-31')).toBe('yes');
  });

  it('MLA-21 is for the street from 2026-01-01, since nobody published what follows', () => {
    expect(income(pensioner, '2026-01-01')).toBe('review');
    expect(allowance(pensioner, '2026-01-01').code).toBe('needs-review');
  });

  it('MLA-22 decides nothing where the rest is at the line anyway', () => {
    expect(income(pensioner.earning(LINE), '2026-01-01')).toBe('no');
  });
});

describe('低保: 分类救助 taken off household income', () => {
  const two = aHousehold().members(2);
  const line = 2 * LINE;

  it.each([
    ['a severe disability, 1000 yuan', two.withSeverelyDisabled(1), 100_000],
    ['two severe disabilities, 2000 yuan', two.withSeverelyDisabled(2), 200_000],
    ['another counted disability, 500 yuan', two.withOtherDisabled(1), 50_000],
    ['an illness of the first kind, 1500 yuan', two.withIllness('A'), 150_000],
    ['an illness of the second kind, 1000 yuan', two.withIllness('B'), 100_000],
    ['an illness of the third kind, 500 yuan', two.withIllness('C'), 50_000],
    ['two illnesses of the third kind, 1000 yuan', two.withIllness('C', 2), 100_000],
  ])('MLA-23 %s: decided to the fen', (_, household, taken) => {
    expect(income(household.earning(line + taken - 1))).toBe('yes');
    expect(income(household.earning(line + taken))).toBe('no');
  });

  it('MLA-24 two people, one disabled and one ill: both sums come off', () => {
    const both = two.withSeverelyDisabled(1).withIllness('C');
    expect(income(both.earning(line + 149_999))).toBe('yes');
    expect(income(both.earning(line + 150_000))).toBe('no');
  });

  it('MLA-25 one person both disabled and ill: between one sum and both is for the street', () => {
    const both = two.withSeverelyDisabled(1).withIllness('C').with({ 'household.samePersonDisabledAndIll': true });
    expect(income(both.earning(line + 99_999))).toBe('yes');
    expect(income(both.earning(line + 100_000))).toBe('review');
    expect(income(both.earning(line + 149_999))).toBe('review');
    expect(income(both.earning(line + 150_000))).toBe('no');
  });

  it('MLA-26 before the day of the report the sums are unknown: for the street', () => {
    expect(income(two.withSeverelyDisabled(1).earning(line), '2025-09-24')).toBe('yes');
    expect(income(two.withSeverelyDisabled(1).earning(line), '2025-09-23')).toBe('review');
  });

  it('MLA-27 a disability that no sum names takes nothing off', () => {
    expect(income(two.with({ 'household.hasDisabledMember': true }).earning(line))).toBe('no');
  });

  it('MLA-28 what comes off never makes the income negative', () => {
    const { amount } = allowance(two.withIllness('A').earning(1));
    expect(amount).toMatchObject({ min: line, max: line });
  });
});

describe('低保: on past days', () => {
  const DAY = '2022-06-01';
  const LINE_2022 = 101_000;

  it('MLA-29 2022: every property clause met is likely', () => {
    const verdict = allowance(alone.earning(LINE_2022 - 1), DAY);
    expect(verdict.code).toBe('likely');
    expect(verdict.amount).toMatchObject({ min: 1, max: 1 });
  });

  it('MLA-30 2022: 24 months of the standard a head, to the fen', () => {
    const verdict = (fen: number) => allowance(aHousehold().puttingBy(fen), DAY);
    expect(verdict(2 * 24 * LINE_2022).outcome('C6')).toBe('yes');
    expect(verdict(2 * 24 * LINE_2022 + 1).outcome('C6')).toBe('no');
    expect(verdict(2 * 24 * LINE_2022 + 1).code).toBe('unlikely');
  });

  it.each<[string, FactName]>([
    ['C7', 'household.ownsCar'],
    ['C10', 'household.ownsShopOrOffice'],
    ['C11', 'household.paysForLuxury'],
  ])('MLA-31 2022: %s refuses a household of which %s is true', (clause, fact) => {
    const verdict = allowance(aHousehold().with({ [fact]: true }), DAY);
    expect(verdict.outcome(clause)).toBe('no');
    expect(verdict.code).toBe('unlikely');
    expect(allowance(aHousehold(), DAY).outcome(clause)).toBe('yes');
  });

  it('MLA-32 2022: a second home is for the street, which knows the floor area', () => {
    const verdict = allowance(aHousehold().with({ 'household.ownsSecondHome': true }), DAY);
    expect([verdict.outcome('C8'), verdict.outcome('C9')]).toEqual(['no', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(allowance(aHousehold(), DAY).outcome('C8')).toBe('yes');
  });

  it('MLA-33 the property rule of 2017 holds through 2023-02-28', () => {
    expect(allowance(aHousehold(), '2023-02-28').code).toBe('likely');
    expect(allowance(aHousehold(), '2023-03-01').code).toBe('needs-review');
  });

  it('MLA-34 the line rises on 2025-09-01', () => {
    expect(income(alone.earning(101_000), '2025-08-31')).toBe('no');
    expect(income(alone.earning(101_000), '2025-09-01')).toBe('yes');
  });

  it('MLA-35 2020 is not on record: one clause, for the street', () => {
    const verdict = allowance(aHousehold(), '2020-06-01');
    expect(verdict.clauseIds).toEqual(['C0']);
    expect(verdict.code).toBe('needs-review');
  });
});

describe('低保: the top-up', () => {
  it('MLA-36 is the standard for all members less their income', () => {
    expect(allowance(aHousehold().members(2).earning(80_000)).amount).toMatchObject({
      min: 129_000,
      max: 129_000,
      per: 'household-month',
    });
  });

  it('MLA-37 is a range while nobody says what of a wage counts', () => {
    const verdict = allowance(aHousehold().members(2).with({ 'household.monthlyWageIncomeFen': 80_000 }));
    expect(verdict.amount).toMatchObject({ min: 129_000, max: 209_000 });
  });

  it('MLA-38 has no lower end but nothing while maintenance may be any sum', () => {
    const verdict = allowance(aHousehold().with({ 'household.hasSupportFromOutside': true }));
    expect(verdict.amount).toMatchObject({ min: 0, max: 209_000 });
  });
});
