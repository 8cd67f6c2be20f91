import { all, any, type Condition, type Leaf } from '../eligibility/condition';
import type { Expression } from '../eligibility/expression';
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

/** 居家养老补贴 for “低保、低收入、失能等7类人” by need of care: only three of the seven are named. */
const SEVEN_CLASSES: Source = {
  document: '《天津市河北区民政事业发展第十四个五年规划纲要（2021—2025年）》',
  row: 'B.2',
  confidence: 'seed',
};
/** The texts of the two subsidies were not found: neither their ages nor, since they were split, their sums. */
const NOT_FOUND: Source = { document: '天津市养老服务补贴和养老护理补贴的规定', row: 'I', confidence: 'unknown' };

/** Below this nobody is an old person to any programme on record. */
const OLD_FROM = 60;

export function elderOfTianjin(id: string): Leaf {
  return clause(id, '老人是天津户口', is('elder.hukouInTianjin', true), HOME_PLACE);
}

export function elderFromSixty(id: string): Leaf {
  return clause(id, '老人满60岁', number('elder.age', 'atLeast', OLD_FROM), OLD);
}

/**
 * Who draws 养老服务补贴 and 养老护理补贴, C1 to C10: an old person of Tianjin who needs care and belongs to one of the seven
 * classes. `fromAge` is the standard that says from which age, UNKNOWN until an operator gives it.
 */
export function elderInNeedOfCare(fromAge: string): Condition {
  return all(
    elderOfTianjin('C1'),
    elderFromSixty('C2'),
    clause('C3', '到没到能领这份补贴的岁数', number('elder.age', 'atLeast', { standard: fromAge }), NOT_FOUND),
    any(
      clause('C4', '评估过，要人照顾', is('elder.careLevel', 'mild', 'moderate', 'severe'), SEVEN_CLASSES),
      all(
        clause('C5', '要人照顾，还没评估', is('elder.careLevel', 'not-assessed'), SEVEN_CLASSES),
        clause('C6', '先评估，评出来的等级由街道核定', is('elder.assessedCareLevel', true), SEVEN_CLASSES),
      ),
    ),
    any(
      clause('C7', '家里在领低保', is('household.hasMinimumLivingAllowance', true), SEVEN_CLASSES),
      clause('C8', '家里办过低保边缘家庭（低收入）', is('household.isLowIncomeMargin', true), SEVEN_CLASSES),
      clause('C9', '评估是重度失能（照顾不了自己）', is('elder.careLevel', 'severe'), SEVEN_CLASSES),
      clause('C10', '一共有七类老人能领，算不算另外几类由街道核定', is('elder.otherCareGroup', true), SEVEN_CLASSES),
    ),
  );
}

/** A sum for each level of need: `<standard>-mild`, `-moderate`, `-severe`. Who is still to be assessed has no level yet. */
export function sumByCareLevel(standard: string): Expression {
  const at = (level: 'mild' | 'moderate' | 'severe', text: string) => ({
    when: clause(level, text, is('elder.careLevel', level), SEVEN_CLASSES),
    is: { kind: 'amount', of: { standard: `${standard}-${level}` } } as const,
  });
  return {
    kind: 'cases',
    of: [at('mild', '轻度'), at('moderate', '中度'), at('severe', '重度')],
    otherwise: { kind: 'unknown', source: NOT_FOUND },
  };
}
