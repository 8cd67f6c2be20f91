import { engine } from '../../catalogue';
import type { FactName } from '../../facts/facts';
import { aHousehold } from '../../facts/fixtures/a-household';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { anEmergency } from '../../facts/fixtures/an-emergency';
import { questionsAsked } from '../../facts/fixtures/questions-asked';
import { standardRows } from '../../standards/standards';

const assistance = verdictsOf(engine, 'temporary-assistance');
const SUDDENLY = ['emergency'];
const inNeed = anEmergency().with({ 'emergency.cannotPayForNeeds': true });
const burnedDown = inNeed.with({ 'emergency.hadAccident': true });
/** Nothing sudden; illness took three quarters of a year's income. */
const spending = anEmergency().spendingOnIllness(5_400_000, 7_200_000);

describe('急难型: something sudden', () => {
  it('TA-01 an accident and no money for food, shelter or treatment is likely', () => {
    const verdict = assistance(burnedDown);
    expect([verdict.outcome('C1'), verdict.outcome('C5')]).toEqual(['yes', 'yes']);
    expect(verdict.code).toBe('likely');
  });

  it('TA-02 with the hukou of 河北省 as well, after two answers and no more', () => {
    const stranger = burnedDown.with({ 'household.hukou': 'none' }).puttingBy(9_000_000_000);
    expect(assistance(stranger).code).toBe('likely');
    expect(questionsAsked(engine, stranger.build(), SUDDENLY)).toEqual(['emergency-what', 'emergency-now']);
  });

  it('TA-03 a sudden grave illness is as good a reason', () => {
    const verdict = assistance(inNeed.with({ 'emergency.hasSuddenIllness': true }));
    expect([verdict.outcome('C1'), verdict.outcome('C2'), verdict.code]).toEqual(['no', 'yes', 'likely']);
  });

  it('TA-04 anything else sudden is for the street, never a no', () => {
    const verdict = assistance(inNeed.with({ 'emergency.hasOtherHardship': true }));
    expect([verdict.outcome('C3'), verdict.outcome('C4')]).toEqual(['yes', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it('TA-05 whoever can still pay does not fit by this way', () => {
    const verdict = assistance(burnedDown.with({ 'emergency.cannotPayForNeeds': false }));
    expect([verdict.outcome('C5'), verdict.code]).toEqual(['no', 'unlikely']);
  });

  it('TA-06 nothing sudden and no big spending does not fit', () => {
    expect(assistance(anEmergency()).code).toBe('unlikely');
    expect(assistance(inNeed).code).toBe('unlikely');
  });

  it('TA-07 not knowing is for the street', () => {
    expect(assistance(burnedDown.unclear('emergency.cannotPayForNeeds')).code).toBe('needs-review');
    expect(assistance(inNeed.unclear('emergency.hadAccident')).code).toBe('needs-review');
  });
});

describe('临时救助: without work and without insurance', () => {
  it('TA-08 three months without income is likely, wherever the hukou is', () => {
    const verdict = assistance(anEmergency().with({ 'emergency.isJoblessUninsured': true, 'household.hukou': 'none' }));
    expect([verdict.outcome('C6'), verdict.code]).toEqual(['yes', 'likely']);
  });

  it('TA-09 takes one answer', () => {
    const jobless = anEmergency().with({ 'emergency.isJoblessUninsured': true });
    expect(questionsAsked(engine, jobless.build(), SUDDENLY)).toEqual(['emergency-what']);
  });
});

describe('支出型: more spent than a household can bear', () => {
  it.each<[string, FactName]>([
    ['C7', 'household.hasMedicalSpending'],
    ['C8', 'household.hasSchoolSpending'],
    ['C9', 'household.hadDisasterOrAccident'],
    ['C10', 'household.hasRehabilitationSpending'],
  ])('TA-10 %s, %s, waits for the street', (clause, fact) => {
    const verdict = assistance(anEmergency().with({ [fact]: true }));
    expect(verdict.outcome(clause)).toBe('yes');
    expect([verdict.outcome('C11'), verdict.outcome('C12'), verdict.outcome('C15')]).toEqual([
      'review',
      'yes',
      'review',
    ]);
    expect(verdict.code).toBe('needs-review');
  });

  it.each(['none', 'residence-permit'] as const)(
    'TA-11 hukou %s is for the street where they live, never a no',
    (hukou) => {
      const verdict = assistance(spending.with({ 'household.hukou': hukou }));
      expect(['C12', 'C13', 'C14'].map((id) => verdict.outcome(id))).toEqual(['no', 'yes', 'review']);
      expect(verdict.code).toBe('needs-review');
    },
  );

  it('TA-12 somebody of Tianjin hukou among others is enough', () => {
    expect(assistance(spending.mixedHukou(false)).outcome('C12')).toBe('yes');
  });

  it('TA-13 the line of income decides once an operator gives it: a fen below fits, the figure itself does not', () => {
    const row = {
      key: 'disposable-income-per-head',
      value: 3_600_000,
      unit: 'fen-per-person-year',
      from: '2026-05-09',
      source: { document: '示例', row: 'A.3', confidence: 'unknown' },
    } as const;
    const code = (income: number) =>
      engine
        .verdicts(anEmergency().members(2).spendingOnIllness(9_000_000, income).build(), {
          asOf: TODAY,
          standards: [...standardRows, row],
        })
        .find(({ programme }) => programme === 'temporary-assistance')?.verdict;
    expect([code(7_199_999), code(7_200_000)]).toEqual(['needs-review', 'unlikely']);
  });

  it('TA-14 is asked about after the sudden things, and of nobody whom those have settled', () => {
    expect(questionsAsked(engine, spending.build(), SUDDENLY)[0]).toBe('emergency-what');
    expect(questionsAsked(engine, spending.build(), SUDDENLY)).toContain('hardships');
    expect(questionsAsked(engine, burnedDown.build(), SUDDENLY)).not.toContain('hardships');
  });

  it('TA-15 asks nothing sudden of whoever came about something else', () => {
    const asked = questionsAsked(engine, aHousehold().build());
    expect(asked.filter((id) => id.startsWith('emergency-'))).toEqual([]);
  });
});

describe('临时救助: how much, and past days', () => {
  it('TA-16 in 2024 up to three months of the line for daily life, once; since 2025 nobody has published it', () => {
    expect(assistance(burnedDown, '2024-12-31').amount).toMatchObject({ min: 0, max: 303_000, per: 'once' });
    expect(assistance(burnedDown, '2025-01-01').amount).toBeUndefined();
    expect(assistance(burnedDown).amount).toBeUndefined();
  });

  it('TA-17 no sum is told for spending, nor for those without work', () => {
    expect(assistance(spending, '2024-12-31').amount).toBeUndefined();
    const jobless = anEmergency().with({ 'emergency.isJoblessUninsured': true });
    expect(assistance(jobless, '2024-12-31').amount).toBeUndefined();
  });

  it('TA-18 in 2024 the national text stands for the city’s; before, nothing is on record', () => {
    const document = (day: '2024-12-31' | '2025-01-01') => assistance(burnedDown, day).clause('C1').source.document;
    expect(document('2025-01-01')).toBe('《天津市临时救助办法》');
    expect(document('2024-12-31')).toContain('2018-01-23');
    expect(assistance(burnedDown, '2024-01-01').code).toBe('likely');
    expect(assistance(burnedDown, '2023-12-31').clauseIds).toEqual(['C0']);
    expect(assistance(burnedDown, '2023-12-31').code).toBe('needs-review');
  });
});
