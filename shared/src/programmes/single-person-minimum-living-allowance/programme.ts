import { all, any, type Condition } from '../../eligibility/condition';
import type { Programme } from '../../eligibility/programme';
import { ALLOWANCE_DECIDED_WITHIN, ALLOWANCE_PUBLIC_NOTICE, ALLOWANCE_STEPS } from '../../facts/assistance-clocks';
import { clause, is, number } from '../../facts/clause';
import { tianjinHousehold, withinMarginLimits } from '../../facts/household-clauses';
import type { Source } from '../../kernel/source';

const ALONE: Source = {
  document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  article: '第八条',
  effective: '2021-07-01',
  row: 'A.7',
  confidence: 'third-party-copy',
};
const BESIDE_THE_MARGIN: Source = { ...ALONE, row: 'J7' };
/** 2022: no partial households, and adults without work who are severely disabled may be handled as a household alone. */
const NOTICE_OF_2022: Source = {
  document: '民政部等困难群众基本生活兜底保障通知（2022-10-20）',
  effective: '2022-10-20',
  row: 'A.7',
  confidence: 'third-party-copy',
};
const CERTIFICATE: Source = { document: '残疾人两项补贴办事指南', row: 'J8', confidence: 'third-party' };

const ourHousehold = tianjinHousehold(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'], ALONE);

const notTheWholeFamily = clause(
  'C7',
  '全家还没有领低保',
  is('household.hasMinimumLivingAllowance', false),
  NOTICE_OF_2022,
);

/** What counts as 重特大疾病 is not on record: an illness is never a yes by itself, and never a no. */
const disabledOrIll = any(
  all(
    clause('C8', '家里有残疾人', is('household.hasDisabledMember', true), ALONE),
    any(
      clause(
        'C9',
        '有人是一级、二级残疾，或者智力、精神残疾三级',
        number('household.disabledWhoMayApplyAloneCount', 'atLeast', 1),
        ALONE,
      ),
      all(
        clause('C10', '残疾证还没办，先去评残', is('disabledPerson.grade', 'no-certificate'), CERTIFICATE),
        clause('C11', '评残以后，等级到了就可以递交', is('disabledPerson.assessedGrade', true), CERTIFICATE),
      ),
    ),
  ),
  all(
    any(
      clause('C12', '有人得了重病或慢性病', is('household.hasLongTermIllness', true), ALONE),
      clause('C13', '有人办了大病或门诊特殊病', is('household.hasMajorOrSpecialIllness', true), ALONE),
    ),
    clause('C14', '这个病算不算重大疾病，由街道核定', is('household.graveIllness', true), ALONE),
  ),
);

const marginHousehold = any(
  clause('C15', '家里办过低保边缘家庭', is('household.isLowIncomeMargin', true), ALONE),
  withinMarginLimits(['C16', 'C17', 'C18', 'C19', 'C20']),
);

/** Whatever the family earns or has: the office says, so it is never a no. Asked of severely disabled people alone. */
const adultWithoutWork = all(
  clause('C21', '单独看：家里有残疾人', is('household.hasDisabledMember', true), NOTICE_OF_2022),
  clause(
    'C22',
    '单独看：证是一级、二级，或者还没办',
    is('disabledPerson.grade', 'grade-1', 'grade-2', 'no-certificate'),
    NOTICE_OF_2022,
  ),
  clause('C23', '单独看：残疾人成年了，没有工作', is('disabledPerson.isAdultWithoutWork', true), NOTICE_OF_2022),
  clause('C24', '能不能单独算一户，由街道核定', is('disabledPerson.householdAlone', true), NOTICE_OF_2022),
);

function ruleFor(family: Condition): Condition {
  return all(ourHousehold, notTheWholeFamily, disabledOrIll, family);
}

/** The person's own income is taken off; how is UNKNOWN, so anything up to the standard may be paid. */
const upToTheStandard = {
  text: '每人每月',
  per: 'person-month',
  is: { kind: 'unknown', to: { kind: 'amount', of: { standard: 'minimum-living-allowance' } }, source: ALONE },
} as const;

export const singlePersonMinimumLivingAllowance: Programme = {
  code: 'single-person-minimum-living-allowance',
  title: '单人保',
  formalName: '最低生活保障（参照单人户）',
  summary: '全家办不了低保，家里残疾重、病得重的人，可以自己一个人申请低保。',
  bureau: 'social-assistance',
  door: 'general',
  words: ['单人保', '单人户', '残疾', '重残', '重病', '大病', '一个人申请低保', '成年残疾', '没工作'],
  relations: [
    {
      kind: 'excludes',
      other: 'minimum-living-allowance',
      prefer: 'other',
      why: '全家能办低保的，全家一起办，不单给一个人办。',
      source: NOTICE_OF_2022,
    },
    {
      kind: 'stacks-with',
      other: 'low-income-margin',
      why: '家里是低保边缘，残疾重、病得重的人还可以单独申请低保，两样不冲突。',
      source: BESIDE_THE_MARGIN,
    },
  ],
  guide: {
    where: '户口所在街道或乡镇；住在别处的，也可以到住的地方的街道递交。',
    papers: ['身份证', '户口本', '残疾证或诊断证明', '收入和存款的材料（有什么带什么）'],
    howLong: '街道收下后，一般 20 到 30 个工作日有结果，中间名单要贴出来（公示）7 天。',
    phone: '12345',
  },
  decidedWithin: ALLOWANCE_DECIDED_WITHIN,
  stepClocks: ALLOWANCE_STEPS,
  publicNotice: ALLOWANCE_PUBLIC_NOTICE,
  versions: [
    { from: '2022-01-01', to: '2022-10-19', rule: ruleFor(marginHousehold), amount: upToTheStandard },
    { from: '2022-10-20', rule: ruleFor(any(marginHousehold, adultWithoutWork)), amount: upToTheStandard },
  ],
};
