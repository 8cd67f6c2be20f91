import { all, any, type Condition } from '../eligibility/condition';
import type { Source } from '../kernel/source';
import { clause, is, number } from './clause';

const REVIEW_MEASURES: Source = {
  document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  article: '第五条',
  effective: '2021-07-01',
  row: 'J3',
  confidence: 'third-party-copy',
};
const MIXED_HOUSEHOLD: Source = { document: '天津市低保办事指南（2022）', row: 'A.2', confidence: 'third-party' };

/**
 * A household of Tianjin: all of Tianjin hukou; or some, the others a year here (less is for the street, J3); or none,
 * but with a residence permit, which the street settles too. Six clauses, numbered as the programme's `spec.md` does.
 */
export function tianjinHousehold(
  [ours, mixed, aYear, lessThanAYear, permit, permitSettled]: readonly [string, string, string, string, string, string],
  document: Source,
): Condition {
  return any(
    clause(ours, '全家都是天津户口', is('household.hukou', 'all-tianjin'), document),
    all(
      clause(mixed, '家里只有一部分人是天津户口', is('household.hukou', 'some-tianjin'), REVIEW_MEASURES),
      any(
        clause(
          aYear,
          '外地户口的家人在天津一起住满一年',
          is('household.nonLocalLivedTogetherOneYear', true),
          MIXED_HOUSEHOLD,
        ),
        clause(
          lessThanAYear,
          '没住满一年的，算不算一户由街道核定',
          is('household.nonLocalResidence', true),
          REVIEW_MEASURES,
        ),
      ),
    ),
    all(
      clause(permit, '没有天津户口，有天津居住证', is('household.hukou', 'residence-permit'), REVIEW_MEASURES),
      clause(
        permitSettled,
        '有居住证的，能不能在天津办由街道核定',
        is('household.residencePermit', true),
        REVIEW_MEASURES,
      ),
    ),
  );
}

const MARGIN = '天津最低生活保障边缘家庭条件（2022）';
const MULTIPLE: Source = { document: MARGIN, row: '0.1', confidence: 'third-party' };
const SAVINGS: Source = { document: MARGIN, row: 'A.6', confidence: 'third-party' };
/** Cash from selling the only home because of illness is left out (A.2); how the rest is counted is not given. */
const EXEMPT_MONEY: Source = { document: MARGIN, row: 'A.2', confidence: 'third-party' };
/** Revised from 2023-03-01; neither text was found, so no day of effect is claimed. */
const OTHER_PROPERTY: Source = {
  document: '《天津市社会救助家庭经济状况核定办法》',
  row: 'A.6',
  confidence: 'unknown',
};
const LINE = { standard: 'minimum-living-allowance' } as const;

/**
 * What a household of 低保边缘 has at most: 1.5 times the line of income a head (equality is disputed), 36 months of it put
 * by, more only from the only home sold for illness; all other property is the street's to judge. Five clauses.
 */
export function withinMarginLimits([income, savings, homeSold, homeSoldSettled, property]: readonly [
  string,
  string,
  string,
  string,
  string,
]): Condition {
  return all(
    clause(
      income,
      '人均月收入不超过低保标准的1.5倍',
      number(
        'household.monthlyIncomePerHeadFen',
        'atMost',
        { ...LINE, times: { standard: 'low-income-margin-multiple' } },
        { equality: 'low-income-margin-equality' },
      ),
      MULTIPLE,
    ),
    any(
      clause(
        savings,
        '人均存款和现金不超过低保标准的36个月',
        number('household.moneyAssetsPerHeadFen', 'atMost', {
          ...LINE,
          times: { standard: 'low-income-margin-asset-months' },
        }),
        SAVINGS,
      ),
      all(
        clause(homeSold, '超过的，有看病卖掉唯一住房的钱', is('household.soldOnlyHomeForIllness', true), EXEMPT_MONEY),
        clause(homeSoldSettled, '这笔钱怎么另算，由街道核定', is('household.property', true), EXEMPT_MONEY),
      ),
    ),
    clause(property, '房子、车这些财产由街道核定', is('household.property', true), OTHER_PROPERTY),
  );
}
