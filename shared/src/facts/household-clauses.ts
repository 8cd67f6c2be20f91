import { all, any, type Condition } from '../eligibility/condition';
import type { Source } from '../kernel/source';
import { clause, is } from './clause';

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
      clause(mixed, '家里有人是天津户口', is('household.hukou', 'some-tianjin'), REVIEW_MEASURES),
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
