import { all, any } from '../../eligibility/condition';
import type { Expression } from '../../eligibility/expression';
import type { Programme } from '../../eligibility/programme';
import { clause, is, number } from '../../facts/clause';
import { elderFromSixty, elderOfTianjin } from '../../facts/elder-clauses';
import { facts } from '../../facts/facts';
import type { Source } from '../../kernel/source';

/** The two reports contradict each other below a hundred and agree from a hundred on. */
const HUNDRED: Source = { document: '天津百岁老人营养补助报道（2023–2024）', row: 'B.2', confidence: 'third-party' };
const BELOW: Source = { document: '天津高龄津贴报道（说法不一）', row: 'B.2', confidence: 'unknown' };
const DISABILITY_GUIDE: Source = {
  document: '天津市残疾人两项补贴办事指南（2024-06）',
  row: 'B.1',
  confidence: 'third-party',
};

type DistrictFact = 'elder.centralDistrict' | 'elder.suburbanDistrict' | 'elder.outerDistrict';

function sum(standard: string): Expression {
  return { kind: 'amount', of: { standard } };
}

/** What a district pays from a hundred on; open while no row gives it. */
function sumIn(district: string): Expression {
  return sum(`old-age-allowance-100-${district}`);
}

function among(fact: DistrictFact): Expression {
  const [first, ...others] = facts[fact].options;
  return {
    kind: 'cases',
    of: others.map(({ value, label }) => ({
      when: clause(value, label, is(fact, value), HUNDRED),
      is: sumIn(value),
    })),
    otherwise: sumIn(first.value),
  };
}

/** Asked in two steps: the part of the city, then its district. */
const districtSum: Expression = {
  kind: 'cases',
  of: [
    { when: clause('binhai', '户口在滨海新区', is('elder.area', 'binhai'), HUNDRED), is: sumIn('120116') },
    {
      when: clause('suburban', '户口在环城四区', is('elder.area', 'suburban'), HUNDRED),
      is: among('elder.suburbanDistrict'),
    },
    { when: clause('outer', '户口在远郊五区', is('elder.area', 'outer'), HUNDRED), is: among('elder.outerDistrict') },
  ],
  otherwise: among('elder.centralDistrict'),
};

const CITY = sum('old-age-allowance-100');

/** A district pays the city's sum or more. */
const fromHundred: Expression = {
  kind: 'sum',
  of: [CITY, { kind: 'notBelowZero', of: { kind: 'minus', from: districtSum, take: CITY } }],
};

const byAge: Expression = {
  kind: 'cases',
  of: [
    { when: clause('100', '满100岁', number('elder.age', 'atLeast', 100), HUNDRED), is: fromHundred },
    { when: clause('90', '满90岁', number('elder.age', 'atLeast', 90), BELOW), is: sum('old-age-allowance-90') },
    { when: clause('80', '满80岁', number('elder.age', 'atLeast', 80), BELOW), is: sum('old-age-allowance-80') },
  ],
  otherwise: { kind: 'unknown', source: BELOW },
};

export const oldAgeAllowance: Programme = {
  code: 'old-age-allowance',
  title: '高龄津贴',
  formalName: '高龄老人津贴',
  summary: '岁数很大的老人，每月有一份津贴。满100岁的全市都有，年轻些的各区说法不一。',
  bureau: 'eldercare',
  door: 'elder',
  words: ['高龄', '长寿', '百岁', '80岁', '90岁', '老人津贴', '老年补贴', '营养补助'],
  relations: (['disability-living-subsidy', 'disability-care-subsidy'] as const).map((other) => ({
    kind: 'unsettled-with',
    other,
    why: '同一位老人能不能两样都领，没有写清楚，由街道核定。',
    source: DISABILITY_GUIDE,
  })),
  guide: {
    where: '先问户口所在的街道或乡镇；在哪里递交，待核定。',
    papers: ['要带哪些材料待核定，去之前先打 12345 问'],
    howLong: '多久有结果，待核定。',
    phone: '12345',
  },
  versions: [
    {
      from: '2023-01-01',
      rule: all(
        elderOfTianjin('C1'),
        any(
          clause('C2', '老人满100岁', number('elder.age', 'atLeast', 100), HUNDRED),
          all(
            elderFromSixty('C3'),
            clause(
              'C4',
              '不到 100 岁的，到没到所在区能领的岁数',
              number('elder.age', 'atLeast', { standard: 'old-age-allowance-from-age' }),
              BELOW,
            ),
          ),
        ),
      ),
      amount: { text: '每人每月高龄津贴', per: 'person-month', is: byAge },
    },
  ],
};
