import { all, any } from '../../eligibility/condition';
import type { Programme } from '../../eligibility/programme';
import { clause, is, number } from '../../facts/clause';
import { elderFromSixty, elderOfTianjin } from '../../facts/elder-clauses';
import type { Source } from '../../kernel/source';

const PLAN: Source = { document: '天津市老年助餐方案（2024）', row: 'B.2', confidence: 'third-party' };
const YEAR_END: Source = {
  document: '天津市民政局 2024 年工作回顾《开门干民政 民政开门红》',
  row: 'B.2',
  confidence: 'seed',
};

/** From seventy on, the seven classes of 探访关爱. */
const seventy = all(
  clause('C4', '老人满70岁', number('elder.age', 'atLeast', 70), YEAR_END),
  any(
    clause('C5', '一个人住，或者没有老伴和子女', is('elder.livesAlone', true), PLAN),
    clause('C6', '子女不住一起，或者都在外地', is('elder.childrenLiveElsewhere', true), PLAN),
    clause('C7', '评估是重度失能（照顾不了自己）', is('elder.careLevel', 'severe'), PLAN),
    all(
      clause(
        'C8',
        '要人照顾，轻度、中度，或者还没评估',
        is('elder.careLevel', 'mild', 'moderate', 'not-assessed'),
        PLAN,
      ),
      clause('C9', '这样算不算失能（照顾不了自己），由街道核定', is('elder.unableToCareForSelf', true), PLAN),
    ),
    clause('C10', '残疾证是一级或二级', is('elder.hasSevereDisability', true), PLAN),
    clause('C11', '计划生育特殊家庭', is('elder.isSpecialFamily', true), PLAN),
  ),
);

/** On 居家养老补贴, in a household on 低保 or 低保边缘, with severe need; who does not have all of it yet waits for it. */
const onHomeCare = any(
  all(
    clause('C13', '在领居家养老补贴', is('elder.receivesHomeCareSubsidy', true), PLAN),
    clause('C14', '评估是重度', is('elder.careLevel', 'severe'), PLAN),
    any(
      clause('C15', '家里在领低保', is('household.hasMinimumLivingAllowance', true), PLAN),
      clause('C16', '家里办过低保边缘家庭', is('household.isLowIncomeMargin', true), PLAN),
    ),
  ),
  all(
    clause('C17', '评估是重度，或者还没评估', is('elder.careLevel', 'severe', 'not-assessed'), PLAN),
    clause('C18', '等低保和居家养老补贴的结果，由街道核定', is('elder.otherSubsidyResult', true), PLAN),
  ),
);

/** On 困难残疾人生活补贴 with grade 1 or 2; who does not draw it yet waits for it. */
const onDisabilitySubsidy = all(
  clause('C19', '残疾证是一级或二级', is('elder.hasSevereDisability', true), PLAN),
  any(
    clause('C20', '在领困难残疾人生活补贴', is('elder.receivesDisabilityLivingSubsidy', true), PLAN),
    clause('C21', '还没领的，等困难残疾人生活补贴的结果，由街道核定', is('elder.otherSubsidyResult', true), PLAN),
  ),
);

export const elderMealSubsidy: Programme = {
  code: 'elder-meal-subsidy',
  title: '老年助餐补贴',
  formalName: '老年助餐补贴',
  summary: '老人在老人家食堂吃午饭，结账时直接少付钱。',
  bureau: 'eldercare',
  door: 'elder',
  words: ['老人吃饭', '食堂', '老人家食堂', '午饭', '送餐', '做不了饭', '老年餐桌'],
  relations: [
    {
      kind: 'stacks-with',
      other: 'disability-living-subsidy',
      why: '在领困难残疾人生活补贴的老人，吃饭也可以有补贴。',
      source: PLAN,
    },
  ],
  guide: {
    where: '老人家食堂。结账时直接减，不发现金。怎么登记，待核定，先问住的街道。',
    papers: ['要带哪些材料待核定，去之前先打 12345 问'],
    howLong: '多久能用上，待核定。',
    phone: '12345',
  },
  versions: [
    {
      from: '2024-01-01',
      rule: all(
        elderOfTianjin('C1'),
        clause('C2', '没有住在养老院', is('elder.livesInInstitution', false), PLAN),
        any(
          clause('C3', '老人满80岁', number('elder.age', 'atLeast', 80), PLAN),
          seventy,
          all(elderFromSixty('C12'), any(onHomeCare, onDisabilitySubsidy)),
        ),
      ),
      amount: {
        text: '一周最多5次，午饭每餐少付',
        per: 'meal',
        is: { kind: 'amount', of: { standard: 'elder-meal-subsidy' } },
      },
    },
  ],
};
