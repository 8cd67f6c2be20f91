import { all, type Condition } from '../eligibility/condition';
import type { Source } from '../kernel/source';
import { clause, is, number } from './clause';

/** People without Tianjin hukou are helped at their own hukou place, beside urgent aid anywhere (J12). */
const HOME_PLACE: Source = {
  document: '天津社会救助政策宣传周《津门救助零距离 惠民政策暖民心》（2026-05）',
  row: 'J12',
  confidence: 'seed',
};
/** The lowest age at which anything on record is for old people. */
const OLD: Source = { document: '天津市老年助餐方案（2024）', row: 'B.2', confidence: 'derived' };

/** Below this nobody is an old person to any programme on record. */
export const OLD_FROM = 60;

/** An old person with Tianjin hukou. Two clauses, numbered as the programme's `spec.md` does. */
export function elderOfTianjin([hukou, old]: readonly [string, string]): Condition {
  return all(
    clause(hukou, '老人是天津户口', is('elder.hukouInTianjin', true), HOME_PLACE),
    clause(old, '老人满60岁', number('elder.age', 'atLeast', OLD_FROM), OLD),
  );
}
