import { engine } from '../../catalogue';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { anElder } from '../../facts/fixtures/an-elder';
import { standardRows } from '../../standards/standards';

const meals = verdictsOf(engine, 'elder-meal-subsidy');
/** Not special in any way, and no special family. */
const plain = (age: number) => anElder(age).with({ 'elder.isSpecialFamily': false });
const onLowIncome = { 'household.hasMinimumLivingAllowance': true } as const;

describe('老年助餐补贴: age', () => {
  it('EMS-01 from eighty on everybody fits', () => {
    const verdict = meals(plain(80));
    expect(verdict.outcome('C3')).toBe('yes');
    expect(verdict.code).toBe('likely');
  });

  it('EMS-02 at seventy-nine somebody of whom nothing special is true does not', () => {
    const verdict = meals(plain(79));
    expect(verdict.outcome('C3')).toBe('no');
    expect(verdict.code).toBe('unlikely');
  });

  it('EMS-03 at fifty-nine nobody fits, whatever else is true', () => {
    const everything = {
      ...onLowIncome,
      'elder.careLevel': 'severe',
      'elder.livesAlone': true,
      'elder.hasSevereDisability': true,
      'elder.receivesHomeCareSubsidy': true,
      'elder.receivesDisabilityLivingSubsidy': true,
    } as const;
    expect(meals(plain(60).with(everything)).code).toBe('likely');
    expect(meals(plain(59).with(everything)).outcome('C12')).toBe('no');
    expect(meals(plain(59).with(everything)).code).toBe('unlikely');
  });
});

describe('老年助餐补贴: the seven classes from seventy on', () => {
  it.each([
    ['EMS-04 somebody on their own', 'C5', { 'elder.livesAlone': true }],
    ['EMS-05 somebody whose children live elsewhere', 'C6', { 'elder.childrenLiveElsewhere': true }],
    ['EMS-06 somebody with severe need of care', 'C7', { 'elder.careLevel': 'severe' }],
    ['EMS-07 somebody with a certificate of grade one or two', 'C10', { 'elder.hasSevereDisability': true }],
    ['EMS-08 somebody of a special family', 'C11', { 'elder.isSpecialFamily': true }],
  ] as const)('%s fits at seventy', (_, clause, facts) => {
    expect(meals(plain(70)).outcome(clause)).toBe('no');
    expect(meals(plain(70).with(facts)).outcome(clause)).toBe('yes');
    expect(meals(plain(70).with(facts)).code).toBe('likely');
  });

  it.each([
    ['on their own', { 'elder.livesAlone': true }],
    ['whose children live elsewhere', { 'elder.childrenLiveElsewhere': true }],
    ['of a special family', { 'elder.isSpecialFamily': true }],
  ] as const)('EMS-09 at sixty-nine somebody %s does not fit', (_, facts) => {
    expect(meals(plain(69).with(facts)).outcome('C4')).toBe('no');
    expect(meals(plain(69).with(facts)).code).toBe('unlikely');
    expect(meals(plain(70).with(facts)).outcome('C4')).toBe('yes');
  });

  it.each(['mild', 'moderate', 'not-assessed'] as const)(
    'EMS-10 whether need of care that is %s counts, only the street can say',
    (careLevel) => {
      const verdict = meals(plain(70).with({ 'elder.careLevel': careLevel }));
      expect([verdict.outcome('C8'), verdict.outcome('C9'), verdict.code]).toEqual(['yes', 'review', 'needs-review']);
      expect(meals(plain(70)).outcome('C8')).toBe('no');
    },
  );

  it('EMS-11 the special family is asked behind its own door only, and then settles it', () => {
    const options = { asOf: TODAY, standards: standardRows };
    const closed = engine.assess(anElder(70).build(), { ...options, doors: ['elder'] });
    expect(closed.nextQuestion).toBeUndefined();
    expect(closed.notAsked.map(({ id }) => id)).toContain('elder-special-family');
    const opened = engine.assess(anElder(70).build(), { ...options, doors: ['elder', 'special-family'] });
    expect(opened.nextQuestion?.id).toBe('elder-special-family');
  });

  it('EMS-12 whoever fits anyway is not asked it, door or no door', () => {
    const elder = anElder(70).with({ 'elder.livesAlone': true });
    const doors = ['elder', 'special-family'];
    const { nextQuestion } = engine.assess(elder.build(), { asOf: TODAY, standards: standardRows, doors });
    expect(nextQuestion?.id).not.toBe('elder-special-family');
  });
});

describe('老年助餐补贴: on 居家养老补贴 with severe need, in a household on 低保 or 低保边缘', () => {
  const severe = plain(65).with({ 'elder.careLevel': 'severe', 'elder.receivesHomeCareSubsidy': true });

  it.each([
    ['C15', 'household.hasMinimumLivingAllowance'],
    ['C16', 'household.isLowIncomeMargin'],
  ] as const)('EMS-13 fits below seventy (%s)', (clause, fact) => {
    const verdict = meals(severe.with({ [fact]: true }));
    expect([verdict.outcome('C13'), verdict.outcome('C14'), verdict.outcome(clause)]).toEqual(['yes', 'yes', 'yes']);
    expect(verdict.code).toBe('likely');
  });

  it('EMS-14 waits while the household has neither, and is never refused for it', () => {
    const verdict = meals(severe);
    expect([verdict.outcome('C15'), verdict.outcome('C16'), verdict.outcome('C18')]).toEqual(['no', 'no', 'review']);
    expect(verdict.code).toBe('needs-review');
  });

  it.each(['severe', 'not-assessed'] as const)(
    'EMS-15 waits while nothing is drawn yet and need is %s',
    (careLevel) => {
      const verdict = meals(plain(65).with({ ...onLowIncome, 'elder.careLevel': careLevel }));
      expect([verdict.outcome('C13'), verdict.outcome('C17'), verdict.code]).toEqual(['no', 'yes', 'needs-review']);
    },
  );

  it('EMS-16 does not fit with less need, and not before sixty', () => {
    const moderate = meals(severe.with({ ...onLowIncome, 'elder.careLevel': 'moderate' }));
    expect([moderate.outcome('C14'), moderate.outcome('C17'), moderate.code]).toEqual(['no', 'no', 'unlikely']);
    expect(meals(severe.with({ ...onLowIncome, 'elder.age': 60 })).code).toBe('likely');
    expect(meals(severe.with({ ...onLowIncome, 'elder.age': 59 })).code).toBe('unlikely');
  });
});

describe('老年助餐补贴: on 困难残疾人生活补贴 with grade one or two', () => {
  const disabled = plain(60).with({ 'elder.hasSevereDisability': true });

  it('EMS-17 fits from sixty on', () => {
    const verdict = meals(disabled.with({ 'elder.receivesDisabilityLivingSubsidy': true }));
    expect([verdict.outcome('C19'), verdict.outcome('C20'), verdict.code]).toEqual(['yes', 'yes', 'likely']);
  });

  it('EMS-18 waits while it is not drawn yet, and is never refused for it', () => {
    const verdict = meals(disabled);
    expect([verdict.outcome('C20'), verdict.outcome('C21'), verdict.code]).toEqual(['no', 'review', 'needs-review']);
  });

  it('EMS-19 does not fit with a certificate of a lighter grade', () => {
    const verdict = meals(plain(60).with({ 'elder.receivesDisabilityLivingSubsidy': true }));
    expect([verdict.outcome('C19'), verdict.code]).toEqual(['no', 'unlikely']);
  });
});

describe('老年助餐补贴: hukou and home', () => {
  it('EMS-20 hukou elsewhere does not fit, at any age', () => {
    const verdict = meals(plain(85).with({ 'elder.hukouInTianjin': false }));
    expect([verdict.outcome('C1'), verdict.code]).toEqual(['no', 'unlikely']);
    expect(meals(plain(85)).outcome('C1')).toBe('yes');
  });

  it('EMS-21 living in an institution does not fit, at any age', () => {
    const verdict = meals(plain(85).with({ 'elder.livesInInstitution': true }));
    expect([verdict.outcome('C2'), verdict.code]).toEqual(['no', 'unlikely']);
    expect(meals(plain(85)).outcome('C2')).toBe('yes');
  });

  it.each(['elder.age', 'elder.hukouInTianjin', 'elder.livesInInstitution'] as const)(
    'EMS-22 who is not sure of %s is sent to the street',
    (fact) => {
      expect(meals(plain(85).unclear(fact)).code).toBe('needs-review');
    },
  );
});

describe('老年助餐补贴: how much and when', () => {
  it('EMS-23 three yuan a meal, off the bill', () => {
    expect(meals(plain(80)).amount).toMatchObject({ min: 300, max: 300, per: 'meal' });
    expect(meals(plain(79)).amount).toBeUndefined();
  });

  it('EMS-24 before the plan of 2024 nobody knows for whom it was', () => {
    expect(meals(plain(80), '2024-01-01').code).toBe('likely');
    expect(meals(plain(80), '2023-12-31').clauseIds).toEqual(['C0']);
  });
});
