import { engine, vocabulary } from '../../catalogue';
import { aHousehold, type HouseholdBuilder } from '../../facts/fixtures/a-household';
import { TODAY, VerdictOf, verdictsOf } from '../../facts/fixtures/a-verdict';
import { drawHouseholds } from '../../facts/fixtures/drawn-households';
import { people } from '../../facts/fixtures/people';
import { questionsAsked } from '../../facts/fixtures/questions-asked';
import { standardRows } from '../../standards/standards';
import { rigidExpenditureHardship } from './programme';

const rigid = verdictsOf(engine, 'rigid-expenditure-hardship');
const YEAR = 7_200_000;
const SIX_TENTHS = 4_320_000;
/** Two people; an operation took three quarters of the year. */
const ill = aHousehold().spendingOnIllness(5_400_000, YEAR);
const UNPUBLISHED = ['household.memberCount', 'household.yearlyIncomeFen', 'household.property'];

describe('刚性支出: what was spent, of what came in', () => {
  it('RIG-01 three quarters of a year’s income waits for the street alone', () => {
    const verdict = rigid(ill);
    expect(verdict.clause('C15')).toMatchObject({ outcome: 'yes', value: { min: 750, max: 750 }, threshold: 600 });
    expect([...verdict.review].sort()).toEqual([...UNPUBLISHED].sort());
    expect(verdict.code).toBe('needs-review');
  });

  it('RIG-02 sixty percent itself is enough', () => {
    expect(rigid(aHousehold().spendingOnIllness(SIX_TENTHS, YEAR)).outcome('C15')).toBe('yes');
  });

  it('RIG-03 one fen below sixty percent does not fit', () => {
    const verdict = rigid(aHousehold().spendingOnIllness(SIX_TENTHS - 1, YEAR));
    expect([verdict.outcome('C14'), verdict.outcome('C15'), verdict.outcome('C16')]).toEqual(['yes', 'no', 'no']);
    expect(verdict.code).toBe('unlikely');
  });

  it('RIG-04 nor does the same spending of one fen more', () => {
    expect(rigid(aHousehold().spendingOnIllness(SIX_TENTHS, YEAR + 1)).code).toBe('unlikely');
  });

  it('RIG-05 more than came in is enough too, and of one fen everything is', () => {
    expect(rigid(aHousehold().spendingOnIllness(9_000_000, YEAR)).clause('C15').value).toEqual({
      min: 1250,
      max: 1250,
    });
    expect(rigid(aHousehold().spendingOnIllness(1, 1)).outcome('C15')).toBe('yes');
  });

  it('RIG-06 without any income the share is undefined, and the street says', () => {
    const verdict = rigid(aHousehold().spendingOnIllness(5_400_000, 0));
    expect(['C14', 'C16', 'C17'].map((id) => verdict.outcome(id))).toEqual(['no', 'yes', 'review']);
    expect(verdict.review).toContain('household.spendingWithoutIncome');
    expect(verdict.code).toBe('needs-review');
  });

  it('RIG-07 sums the resident does not know are for the street', () => {
    expect(rigid(ill.unclear('household.yearlyRigidSpendingFen')).code).toBe('needs-review');
    expect(rigid(ill.unclear('household.yearlyIncomeFen')).code).toBe('needs-review');
  });
});

describe('刚性支出: what it was spent on', () => {
  const sums = { 'household.yearlyRigidSpendingFen': 5_400_000, 'household.yearlyIncomeFen': YEAR };

  it.each([
    ['C10', 'household.hasMedicalSpending'],
    ['C11', 'household.hasSchoolSpending'],
    ['C12', 'household.hadDisasterOrAccident'],
    ['C13', 'household.hasRehabilitationSpending'],
  ] as const)('RIG-08 %s, %s, is one way in', (clause, fact) => {
    const verdict = rigid(aHousehold().with({ ...sums, [fact]: true }));
    expect(verdict.outcome(clause)).toBe('yes');
    expect(verdict.code).toBe('needs-review');
  });

  it('RIG-09 none of the four does not fit, whatever was spent', () => {
    const verdict = rigid(aHousehold().with(sums));
    expect(['C10', 'C11', 'C12', 'C13'].map((id) => verdict.outcome(id))).toEqual(['no', 'no', 'no', 'no']);
    expect(verdict.code).toBe('unlikely');
  });

  it('RIG-10 nobody is asked for a sum before saying that there was such spending', () => {
    const sumsAsked = ['rigid-spending', 'yearly-income'];
    const house = { programmes: [rigidExpenditureHardship], vocabulary, standards: standardRows, asOf: TODAY };
    const orders = [
      ...people.map(({ household }) => household.build()),
      ...drawHouseholds(house, 60, 20261125).map(({ facts }) => facts),
    ]
      .map((facts) => questionsAsked(engine, facts))
      .filter((asked) => asked.some((id) => sumsAsked.includes(id)));
    expect(orders.length).toBeGreaterThan(10);
    for (const asked of orders)
      expect(
        asked.slice(
          0,
          asked.findIndex((id) => sumsAsked.includes(id)),
        ),
      ).toContain('hardships');
    expect(questionsAsked(engine, aHousehold().build()).filter((id) => sumsAsked.includes(id))).toEqual([]);
  });
});

describe('刚性支出: who', () => {
  it.each([
    ['RIG-11 on 低保', 'household.hasMinimumLivingAllowance', 'C7'],
    ['RIG-12 with somebody on 特困', 'household.hasSpecialHardshipSupport', 'C8'],
    ['RIG-13 recognised as 低保边缘', 'household.isLowIncomeMargin', 'C9'],
  ] as const)('%s a household does not fit', (_, fact, clause) => {
    const verdict = rigid(ill.with({ [fact]: true }));
    expect(verdict.outcome(clause)).toBe('no');
    expect(verdict.code).toBe('unlikely');
  });

  it('RIG-14 not knowing whether it has one of them is for the street', () => {
    expect(rigid(ill.unclear('household.isLowIncomeMargin')).code).toBe('needs-review');
  });

  it('RIG-15 nobody of Tianjin hukou does not fit; a residence permit is for the street', () => {
    const permit = rigid(ill.with({ 'household.hukou': 'residence-permit' }));
    expect(rigid(ill.with({ 'household.hukou': 'none' })).code).toBe('unlikely');
    expect([permit.outcome('C5'), permit.outcome('C6'), permit.code]).toEqual(['yes', 'review', 'needs-review']);
  });

  it('RIG-16 a member from elsewhere counts after a year; under a year is for the street', () => {
    const aYear = rigid(ill.mixedHukou(true));
    const less = rigid(ill.mixedHukou(false));
    expect([aYear.outcome('C2'), aYear.outcome('C3')]).toEqual(['yes', 'yes']);
    expect([less.outcome('C3'), less.outcome('C4'), less.code]).toEqual(['no', 'review', 'needs-review']);
  });
});

describe('刚性支出: income a head against a figure an operator has still to give', () => {
  const PUBLISHED = 3_600_000;

  /** The verdict once the city's disposable income of the year before is known. */
  function published(household: HouseholdBuilder): VerdictOf {
    const row = {
      key: 'disposable-income-per-head',
      value: PUBLISHED,
      unit: 'fen-per-person-year',
      from: '2026-05-09',
      source: { document: '示例', row: 'A.3', confidence: 'unknown' },
    } as const;
    const verdicts = engine.verdicts(household.build(), { asOf: TODAY, standards: [...standardRows, row] });
    const verdict = verdicts.find(({ programme }) => programme === rigidExpenditureHardship.code);
    if (!verdict) throw new Error('the catalogue has no such programme');
    return new VerdictOf(verdict);
  }

  it('RIG-17 is for the street as long as there is none, however much comes in', () => {
    const rich = rigid(aHousehold().spendingOnIllness(900_000_000, 900_000_000));
    expect(rich.clause('C18')).toMatchObject({ outcome: 'review' });
    expect(rich.clause('C18').threshold).toBeUndefined();
    expect(rich.code).toBe('needs-review');
  });

  it('RIG-18 is compared by the head and year once there is one: a fen below fits, the figure itself does not', () => {
    const earning = (fen: number) => published(aHousehold().members(2).spendingOnIllness(9_000_000, fen));
    expect(earning(2 * PUBLISHED - 1).outcome('C18')).toBe('yes');
    expect(earning(2 * PUBLISHED).outcome('C18')).toBe('no');
    expect(earning(2 * PUBLISHED).code).toBe('unlikely');
  });
});

describe('刚性支出: what it gives, and past days', () => {
  it('RIG-19 pays nothing by itself', () => {
    expect(rigid(ill).amount).toBeUndefined();
    expect(rigidExpenditureHardship.versions.some(({ amount }) => amount)).toBe(false);
  });

  it('RIG-20 is on record from the first day a source calls it in use', () => {
    expect(rigid(ill, '2026-05-08').clauseIds).toEqual(['C0']);
    expect(rigid(ill, '2026-05-08').code).toBe('needs-review');
    expect(rigid(ill, '2026-05-09').outcome('C15')).toBe('yes');
  });
});
