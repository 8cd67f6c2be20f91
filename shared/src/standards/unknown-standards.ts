import { districts } from '../places/places';

/**
 * Figures no source gives: configuration, empty by default (docs/policy-facts.md I). Rules may name them; their clauses
 * answer 由街道核定 until an operator adds a row. `row` is where policy-facts says UNKNOWN.
 */
export interface UnknownStandard {
  readonly key: string;
  readonly row: string;
}

/** Three districts have a row for what they pay from a hundred on (docs/policy-facts.md B.2). */
const ON_RECORD = ['西青区', '北辰区', '滨海新区'];
const otherDistricts = districts.filter(({ name }) => !ON_RECORD.includes(name));

export const unknownStandards: readonly UnknownStandard[] = [
  // whether a limit itself passes: the texts disagree on < and ≤
  { key: 'low-income-margin-equality', row: '0.1' },
  { key: 'low-income-margin-floor-equality', row: '0.1' },
  // 刚性支出, 支出型临时救助: 全市居民人均可支配收入 of the year before
  { key: 'disposable-income-per-head', row: 'A.3' },
  // 高龄津贴: from which age every district pays, what it comes to below a hundred, and what each district pays from there
  ...['old-age-allowance-from-age', 'old-age-allowance-80', 'old-age-allowance-90'].map((key) => ({ key, row: 'B.2' })),
  ...otherDistricts.map(({ code }) => ({ key: `old-age-allowance-100-${code}`, row: 'B.2' })),
  // 养老服务补贴 and 养老护理补贴: from which age, and how much by level of need
  ...['from-age', 'mild', 'moderate', 'severe'].flatMap((of) =>
    ['elder-care-service-subsidy', 'elder-nursing-subsidy'].map((code) => ({ key: `${code}-${of}`, row: 'I' })),
  ),
];
