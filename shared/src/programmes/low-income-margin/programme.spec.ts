import { engine } from '../../catalogue';
import type { Assessment } from '../../eligibility/assessment';
import type { FactName } from '../../facts/facts';
import { aHousehold } from '../../facts/fixtures/a-household';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { standardRows } from '../../standards/standards';

const margin = verdictsOf(engine, 'low-income-margin');
const LINE = 104_500;
const UPPER = 156_750;
const MONEY = 36 * LINE;
const alone = aHousehold().members(1);
/** Inside the band, and nothing else special. */
const inBand = alone.earning(130_000);

describe('低保边缘: hukou', () => {
  it('LIM-01 a household all of Tianjin hukou inside the band waits only for the street', () => {
    const verdict = margin(inBand);
    expect(verdict.outcome('C1')).toBe('yes');
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toEqual(['household.property']);
  });

  it('LIM-02 nobody of Tianjin hukou does not fit', () => {
    const verdict = margin(inBand.with({ 'household.hukou': 'none' }));
    expect([verdict.outcome('C1'), verdict.outcome('C2')]).toEqual(['no', 'no']);
    expect(verdict.code).toBe('unlikely');
  });

  it('LIM-03 a member from elsewhere, a year here, counts; under a year is for the street', () => {
    const aYear = margin(inBand.mixedHukou(true));
    const less = margin(inBand.mixedHukou(false));
    expect([aYear.outcome('C2'), aYear.outcome('C3')]).toEqual(['yes', 'yes']);
    expect([less.outcome('C3'), less.outcome('C4')]).toEqual(['no', 'review']);
    expect(less.code).toBe('needs-review');
  });
});

describe('低保边缘: residence permit', () => {
  it('LIM-03b a residence permit without Tianjin hukou is for the street, never a no', () => {
    const verdict = margin(inBand.with({ 'household.hukou': 'residence-permit' }));
    expect([verdict.outcome('C11'), verdict.outcome('C12')]).toEqual(['yes', 'review']);
    expect(verdict.code).toBe('needs-review');
  });
});

describe('低保边缘: the band of income, one fen apart', () => {
  it('LIM-04 one fen below the floor looks at 低保 first, and the street settles the rest', () => {
    const verdict = margin(alone.earning(LINE - 1));
    expect([verdict.outcome('C5'), verdict.outcome('C13')]).toEqual(['no', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toContain('household.belowMinimumLivingStandard');
  });

  it('LIM-05 the floor itself is for the street, since it is in neither band', () => {
    expect(margin(alone.earning(LINE)).outcome('C5')).toBe('review');
    expect(margin(alone.earning(LINE)).code).toBe('needs-review');
  });

  it('LIM-06 one fen above the floor is inside, and the floor is nobody’s to settle', () => {
    const verdict = margin(alone.earning(LINE + 1));
    expect(verdict.outcome('C5')).toBe('yes');
    expect(verdict.review).not.toContain('household.belowMinimumLivingStandard');
  });

  it('LIM-06b a household poor by income, over the savings of 低保, does not hear a no for both', () => {
    const household = alone.earning(0).puttingBy(30 * LINE);
    const months = standardRows.find(({ key }) => key === 'minimum-living-allowance-asset-months');
    if (!months) throw new Error('no row to copy');
    const { to: _, ...open } = months;
    const published = [...standardRows, { ...open, from: '2026-01-01' as const, value: 24 }];
    const verdicts = engine.verdicts(household.build(), { asOf: TODAY, standards: published });
    const codeOf = (code: string) => verdicts.find(({ programme }) => programme === code)?.verdict;
    expect(codeOf('minimum-living-allowance')).toBe('unlikely');
    expect(codeOf('low-income-margin')).toBe('needs-review');
  });

  it('LIM-07 one fen below one and a half times the line is inside', () => {
    const verdict = margin(alone.earning(UPPER - 1));
    expect([verdict.outcome('C5'), verdict.outcome('C6')]).toEqual(['yes', 'yes']);
    expect(verdict.clause('C6').threshold).toBe(UPPER);
  });

  it('LIM-08 1567.50 yuan a head itself is for the street, since the texts disagree', () => {
    const verdict = margin(alone.earning(UPPER));
    expect(verdict.outcome('C6')).toBe('review');
    expect(verdict.code).toBe('needs-review');
  });

  it('LIM-09 one fen above does not fit', () => {
    const verdict = margin(alone.earning(UPPER + 1));
    expect(verdict.outcome('C6')).toBe('no');
    expect(verdict.code).toBe('unlikely');
  });

  it('LIM-10 half a fen a head over the line is over it', () => {
    expect(
      margin(
        aHousehold()
          .members(2)
          .earning(2 * UPPER + 1),
      ).outcome('C6'),
    ).toBe('no');
    expect(
      margin(
        aHousehold()
          .members(2)
          .earning(2 * UPPER),
      ).outcome('C6'),
    ).toBe('review');
  });

  it.each<[0 | 1, string, string]>([
    [1, 'yes', 'yes'],
    [0, 'no', 'no'],
  ])('LIM-11 an operator who publishes equality as %s settles both ends', (value, floor, upper) => {
    const flags = (['low-income-margin-floor-equality', 'low-income-margin-equality'] as const).map((key) => ({
      key,
      value,
      unit: 'flag' as const,
      from: '2026-01-01' as const,
      source: { document: '津民示例', row: '0.1', confidence: 'official' as const },
    }));
    const ask = (fen: number, id: string) =>
      engine
        .verdicts(alone.earning(fen).build(), { asOf: TODAY, standards: [...standardRows, ...flags] })
        .find(({ programme }) => programme === 'low-income-margin')
        ?.clauses.find((clause) => clause.id === id)?.outcome;
    expect([ask(LINE, 'C5'), ask(UPPER, 'C6')]).toEqual([floor, upper]);
  });

  it('LIM-12 a disability of 1000 yuan moves the whole band for the household', () => {
    const two = aHousehold().members(2).withSeverelyDisabled(1);
    expect(margin(two.earning(2 * UPPER + 99_999)).outcome('C6')).toBe('yes');
    expect(margin(two.earning(2 * UPPER + 100_001)).outcome('C6')).toBe('no');
  });

  it('LIM-13 a wage anywhere above the floor is for the street, never a no', () => {
    const verdict = margin(alone.with({ 'household.monthlyWageIncomeFen': 900_000 }));
    expect([verdict.outcome('C5'), verdict.outcome('C6')]).toEqual(['review', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it.each<FactName>(['household.hasMinor', 'household.hasSupportFromOutside', 'household.receivedSeverance'])(
    'LIM-14 %s leaves at least one end of the band to the street',
    (fact) => {
      expect(margin(inBand.with({ [fact]: true })).code).toBe('needs-review');
    },
  );
});

describe('低保边缘: money put by', () => {
  it('LIM-15 36 months of the line a head are still within', () => {
    expect(margin(inBand.puttingBy(MONEY)).outcome('C7')).toBe('yes');
    expect(margin(inBand.puttingBy(MONEY)).clause('C7').threshold).toBe(3_762_000);
  });

  it('LIM-16 one fen more does not fit', () => {
    const verdict = margin(inBand.puttingBy(MONEY + 1));
    expect([verdict.outcome('C7'), verdict.outcome('C8')]).toEqual(['no', 'no']);
    expect(verdict.code).toBe('unlikely');
  });

  it('LIM-17 more, from the only home sold for illness, is for the street', () => {
    const verdict = margin(inBand.puttingBy(MONEY + 1).with({ 'household.soldOnlyHomeForIllness': true }));
    expect([verdict.outcome('C7'), verdict.outcome('C8'), verdict.outcome('C9')]).toEqual(['no', 'yes', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('LIM-18 more, with that not asked yet, still needs the answer', () => {
    const household = inBand.puttingBy(MONEY + 1).notAsked('household.soldOnlyHomeForIllness');
    expect(margin(household).code).toBe('need-facts');
    expect(engine.assess(household.build(), { asOf: TODAY, standards: standardRows }).nextQuestion?.id).toBe(
      'home-sold',
    );
  });

  it('LIM-19 home, car and the like are always the street’s to judge', () => {
    const verdict = margin(inBand.with({ 'household.ownsCar': true, 'household.ownsSecondHome': true }));
    expect(verdict.outcome('C10')).toBe('review');
    expect(verdict.code).toBe('needs-review');
  });
});

describe('低保边缘: the monthly grant', () => {
  const GRANT = 31_400;
  const kinds: readonly [string, FactName][] = [
    ['G1', 'household.hasDisabledMember'],
    ['G2', 'household.hasMajorOrSpecialIllness'],
    ['G3', 'household.isSingleParentWithStudent'],
    ['G4', 'household.receivesFamilyPlanningSupport'],
    ['G5', 'household.allAged60WithoutChildren'],
  ];
  const none = inBand.with({ 'household.receivesFamilyPlanningSupport': false });
  /** What is not asked for its sake; other programmes have doors of their own. */
  const heldBack = ({ notAsked }: Assessment) =>
    notAsked.map(({ id }) => id).filter((id) => id === 'family-planning-support');

  it.each(kinds)('LIM-20 %s, %s, brings 314 yuan a household a month', (clause, fact) => {
    const verdict = margin(none.with({ [fact]: true }));
    expect(verdict.clause(clause)).toMatchObject({ outcome: 'yes', decides: 'amount' });
    expect(verdict.amount).toMatchObject({ min: GRANT, max: GRANT, per: 'household-month' });
  });

  it('LIM-21 none of the five kinds brings no grant, and recognition stands', () => {
    const verdict = margin(none);
    expect(kinds.map(([clause]) => verdict.outcome(clause))).toEqual(['no', 'no', 'no', 'no', 'no']);
    expect(verdict.amount).toBeUndefined();
    expect(verdict.code).toBe('needs-review');
  });

  it('LIM-22 the kind behind the closed door is listed as not asked, and never asked', () => {
    const assessment = engine.assess(inBand.build(), { asOf: TODAY, standards: standardRows });
    expect(assessment.nextQuestion).toBeUndefined();
    expect(heldBack(assessment)).toEqual(['family-planning-support']);
    expect(margin(inBand).amount).toMatchObject({ min: 0, max: GRANT });
  });

  it('LIM-23 an opened door asks it', () => {
    const doors = ['general', 'special-family'];
    const assessment = engine.assess(inBand.build(), { asOf: TODAY, standards: standardRows, doors });
    expect(assessment.nextQuestion?.id).toBe('family-planning-support');
    expect(heldBack(assessment)).toEqual([]);
  });

  it('LIM-24 another kind already met leaves nothing behind the door', () => {
    const household = inBand.with({ 'household.hasMajorOrSpecialIllness': true });
    expect(heldBack(engine.assess(household.build(), { asOf: TODAY, standards: standardRows }))).toEqual([]);
  });

  it('LIM-25 the grant was 303 yuan to 2025-08-31', () => {
    const household = alone.earning(120_000).with({ 'household.hasMajorOrSpecialIllness': true });
    expect(margin(household, '2025-08-31').amount).toMatchObject({ min: 30_300, max: 30_300 });
  });
});

describe('低保边缘: on past days', () => {
  it('LIM-26 in 2022 the band runs from 1010 to 1515 yuan', () => {
    expect(margin(alone.earning(101_001), '2022-06-01').outcome('C5')).toBe('yes');
    expect(margin(alone.earning(151_501), '2022-06-01').outcome('C6')).toBe('no');
  });

  it('LIM-27 2020 is not on record: one clause, for the street', () => {
    expect(margin(inBand, '2020-06-01').clauseIds).toEqual(['C0']);
    expect(margin(inBand, '2020-06-01').code).toBe('needs-review');
  });
});
