import { engine, vocabulary } from '../../catalogue';
import type { HouseholdBuilder } from '../../facts/fixtures/a-household';
import { TODAY, verdictsOf } from '../../facts/fixtures/a-verdict';
import { aCentenarian, anElder } from '../../facts/fixtures/an-elder';
import { districts } from '../../places/places';
import type { StandardRow } from '../../standards/standard';
import { standardRows } from '../../standards/standards';

const allowance = verdictsOf(engine, 'old-age-allowance');

/** The same verdict, after an operator published one more figure. */
function allowanceWith(key: string, value: number, unit: StandardRow['unit'] = 'fen-per-person-month') {
  const source = { document: '示例', row: 'B.2', confidence: 'official' } as const;
  const standards = [...standardRows, { key, value, unit, from: '2026-01-01', source } as const];
  return (elder: HouseholdBuilder) => {
    const verdicts = engine.verdicts(elder.build(), { asOf: TODAY, standards });
    return verdicts.find(({ programme }) => programme === 'old-age-allowance');
  };
}

function nextQuestion(elder: HouseholdBuilder, standards: readonly StandardRow[] = standardRows): string | undefined {
  return engine.assess(elder.build(), { asOf: TODAY, standards, doors: ['elder'] }).nextQuestion?.id;
}

describe('高龄津贴: who', () => {
  it('OAA-01 from the hundredth year all sources agree', () => {
    const verdict = allowance(anElder(100));
    expect(verdict.outcome('C2')).toBe('yes');
    expect(verdict.code).toBe('likely');
  });

  it('OAA-02 a year younger the sources contradict each other: for the street, never a no', () => {
    const verdict = allowance(anElder(99));
    expect([verdict.outcome('C2'), verdict.outcome('C4')]).toEqual(['no', 'review']);
    expect(verdict.code).toBe('needs-review');
    expect(verdict.review).toEqual(['elder.age']);
  });

  it.each([80, 79, 60])('OAA-03 so it is at %p, since no source says where each district begins', (age) => {
    expect(allowance(anElder(age)).code).toBe('needs-review');
  });

  it('OAA-04 at fifty-nine nobody is an old person yet', () => {
    expect(allowance(anElder(60)).outcome('C3')).toBe('yes');
    expect(allowance(anElder(59)).outcome('C3')).toBe('no');
    expect(allowance(anElder(59)).code).toBe('unlikely');
  });

  it('OAA-05 hukou elsewhere does not fit, at any age', () => {
    const elsewhere = { 'elder.hukouInTianjin': false };
    expect(allowance(anElder(100)).outcome('C1')).toBe('yes');
    expect(allowance(anElder(100).with(elsewhere)).outcome('C1')).toBe('no');
    for (const age of [100, 85, 70]) expect(allowance(anElder(age).with(elsewhere)).code).toBe('unlikely');
  });

  it.each(['elder.age', 'elder.hukouInTianjin'] as const)(
    'OAA-06 who is not sure of %s is sent to the street',
    (fact) => {
      expect(allowance(anElder(100).unclear(fact)).code).toBe('needs-review');
    },
  );

  it('OAA-07 what the family earns plays no part', () => {
    expect(allowance(anElder(100).earning(90_000_000).puttingBy(9_000_000_000)).code).toBe('likely');
  });
});

describe('高龄津贴: once an operator says from which age every district pays', () => {
  const from80 = allowanceWith('old-age-allowance-from-age', 80, 'years');

  it('OAA-08 that year decides, on both sides', () => {
    expect(from80(anElder(80))?.verdict).toBe('likely');
    expect(from80(anElder(79))?.verdict).toBe('unlikely');
  });
});

describe('高龄津贴: how much', () => {
  it.each([
    ['滨海新区', aCentenarian('binhai'), 350_000],
    ['西青区', aCentenarian('suburban').with({ 'elder.suburbanDistrict': '120111' }), 200_000],
    ['北辰区', aCentenarian('suburban').with({ 'elder.suburbanDistrict': '120113' }), 130_000],
  ] as const)('OAA-09 a centenarian of %s has the sum reported for the district', (_, elder, fen) => {
    expect(allowance(elder).amount).toMatchObject({ min: fen, max: fen, per: 'person-month' });
  });

  it.each([
    ['和平区', aCentenarian('central').with({ 'elder.centralDistrict': '120101' })],
    ['东丽区', aCentenarian('suburban').with({ 'elder.suburbanDistrict': '120110' })],
    ['武清区', aCentenarian('outer').with({ 'elder.outerDistrict': '120114' })],
    ['a district the family is not sure of', aCentenarian('central').unclear('elder.area', 'elder.centralDistrict')],
  ] as const)('OAA-10 a centenarian of %s has at least the 500 yuan of the whole city', (_, elder) => {
    expect(allowance(elder).amount).toMatchObject({ min: 50_000 });
    expect(allowance(elder).amount).not.toHaveProperty('max');
  });

  it('OAA-11 below a hundred no sum is promised', () => {
    for (const age of [99, 90, 89, 80, 79]) expect(allowance(anElder(age)).amount).toBeUndefined();
  });

  it.each([
    [79, 80, 89, 90, 'old-age-allowance-80'],
    [89, 90, 99, 100, 'old-age-allowance-90'],
  ] as const)('OAA-12 not at %p, but at %p and %p, and not at %p, it is what an operator publishes as %s', (...of) => {
    const [younger, first, last, older, key] = of;
    const published = allowanceWith(key, 12_300);
    const sums = [younger, first, last, older].map((age) => published(anElder(age))?.amount?.max);
    expect(sums).toEqual([undefined, 12_300, 12_300, undefined]);
  });

  it('OAA-13 a district is never shown less than the city pays', () => {
    const published = allowanceWith('old-age-allowance-100-120101', 100);
    const elder = aCentenarian('central').with({ 'elder.centralDistrict': '120101' });
    expect(published(elder)?.amount).toMatchObject({ min: 50_000, max: 50_000 });
  });
});

describe('高龄津贴: the district', () => {
  it('OAA-14 is asked of a centenarian, in two steps, and only where a sum depends on it', () => {
    expect(nextQuestion(anElder(100))).toBe('elder-area');
    expect(nextQuestion(aCentenarian('suburban'))).toBe('elder-suburban-district');
    for (const area of ['central', 'outer', 'binhai'] as const)
      expect(nextQuestion(aCentenarian(area)) ?? '').not.toContain('district');
  });

  it('OAA-15 is not asked of anybody younger, nor of anybody from elsewhere', () => {
    const asked = [anElder(99), anElder(80), anElder(100).with({ 'elder.hukouInTianjin': false })].map((elder) =>
      nextQuestion(elder),
    );
    expect(asked).not.toContain('elder-area');
  });

  it('OAA-16 is asked where an operator has published a sum', () => {
    const source = { document: '示例', row: 'B.2', confidence: 'official' } as const;
    const row = { key: 'old-age-allowance-100-120101', value: 60_000, unit: 'fen-per-person-month', source } as const;
    const published = [...standardRows, { ...row, from: '2026-01-01' } as const];
    expect(nextQuestion(aCentenarian('central'), published)).toBe('elder-central-district');
  });

  it('OAA-17 is one of the sixteen of the city, each in one part of it', () => {
    const { facts } = vocabulary;
    const offered = ['elder.centralDistrict', 'elder.suburbanDistrict', 'elder.outerDistrict'].flatMap((name) => {
      const fact = facts[name];
      return fact?.type === 'choice' ? fact.options.map(({ value, label }) => [value, label]) : [];
    });
    const all = districts.map(({ code, name }) => [code, name]);
    expect([...offered, ['120116', '滨海新区']].sort()).toEqual([...all].sort());
  });
});

describe('高龄津贴: when', () => {
  it('OAA-18 before the reports of 2023 nothing is on record', () => {
    expect(allowance(anElder(100), '2023-01-01').code).toBe('likely');
    expect(allowance(anElder(100), '2022-12-31').clauseIds).toEqual(['C0']);
  });
});
