import { all, any } from '../../eligibility/condition';
import type { Expression } from '../../eligibility/expression';
import type { Programme } from '../../eligibility/programme';
import {
  DISABILITY_ACROSS_PROVINCES,
  DISABILITY_DECIDED_WITHIN,
  DISABILITY_STEPS,
} from '../../facts/assistance-clocks';
import { clause, is } from '../../facts/clause';
import type { Source } from '../../kernel/source';

const GUIDE: Source = { document: '天津市残疾人两项补贴办事指南（2024-06）', row: 'B.1', confidence: 'third-party' };
const CERTIFICATE: Source = { document: '残疾人两项补贴办事指南', row: 'J8', confidence: 'third-party' };

const LISTED = is('disabledPerson.grade', 'grade-1', 'grade-2', 'grade-3', 'grade-4');

/** 重度 is grade 1 or 2. Without a certificate the grade is still to be assessed, and with it the sum. */
const byGrade: Expression = {
  kind: 'cases',
  of: [
    {
      when: clause('severe', '一级或二级', is('disabledPerson.grade', 'grade-1', 'grade-2'), GUIDE),
      is: { kind: 'amount', of: { standard: 'disability-living-subsidy-severe' } },
    },
    {
      when: clause('other', '三级或四级', is('disabledPerson.grade', 'grade-3', 'grade-4'), GUIDE),
      is: { kind: 'amount', of: { standard: 'disability-living-subsidy-other' } },
    },
  ],
  otherwise: { kind: 'unknown', source: CERTIFICATE },
};

export const disabilityLivingSubsidy: Programme = {
  code: 'disability-living-subsidy',
  title: '困难残疾人生活补贴',
  formalName: '困难残疾人生活补贴',
  summary: '低保或低保边缘家庭里的残疾人，每月有一份生活补贴。',
  bureau: 'disability-benefits',
  door: 'general',
  words: ['残疾', '残疾证', '残疾人补贴', '生活补贴', '两项补贴'],
  relations: [
    {
      kind: 'waits-for',
      anyOf: ['minimum-living-allowance', 'single-person-minimum-living-allowance', 'low-income-margin'],
      why: '这份补贴给低保和低保边缘家庭里的残疾人，那边有了结果才定。钱从递交那个月算起，想早算的，不用等，现在就可以到街道去递。',
      source: GUIDE,
    },
    {
      kind: 'stacks-with',
      other: 'disability-care-subsidy',
      why: '生活补贴和护理补贴可以一起领。',
      source: GUIDE,
    },
  ],
  guide: {
    where: '全国任何一个街道或乡镇都能递交，材料会转回户口所在地；也可以在网上办。',
    papers: ['身份证', '残疾证', '社保卡或银行卡'],
    howLong: '转到户口所在地最多 3 个工作日，10 个工作日内有结果，从递交那个月算起。',
    phone: '12345',
  },
  decidedWithin: DISABILITY_DECIDED_WITHIN,
  stepClocks: DISABILITY_STEPS,
  decidedAtHukouPlace: { source: DISABILITY_DECIDED_WITHIN.source },
  acrossProvinces: DISABILITY_ACROSS_PROVINCES,
  versions: [
    {
      from: '2024-06-01',
      rule: all(
        clause('C1', '家里有残疾人', is('household.hasDisabledMember', true), GUIDE),
        any(
          clause('C2', '有残疾证', LISTED, GUIDE),
          all(
            clause('C3', '残疾证还没办，先去评残', is('disabledPerson.grade', 'no-certificate'), CERTIFICATE),
            clause('C4', '评残以后，有了证就可以递交', is('disabledPerson.assessedGrade', true), CERTIFICATE),
          ),
        ),
        any(
          clause('C5', '家里在领低保', is('household.hasMinimumLivingAllowance', true), GUIDE),
          clause('C6', '家里办过低保边缘家庭', is('household.isLowIncomeMargin', true), GUIDE),
          clause('C7', '都没有的，等低保或低保边缘的结果', is('household.recognition', true), GUIDE),
        ),
        clause('C8', '不是特困人员', is('disabledPerson.receivesSpecialHardshipSupport', false), GUIDE),
        clause('C9', '没有在领工伤护理费', is('disabledPerson.receivesWorkInjuryNursing', false), GUIDE),
        clause('C10', '没有在领孤儿基本生活费', is('disabledPerson.receivesOrphanAllowance', false), GUIDE),
        any(
          clause('C11', '没有在领别的这类补贴', is('disabledPerson.receivesOtherCareSubsidy', false), GUIDE),
          clause('C12', '在领的，两种里选高的那种，由街道核定', is('disabledPerson.higherSubsidy', true), GUIDE),
        ),
      ),
      amount: { text: '每人每月生活补贴', per: 'person-month', is: byGrade },
    },
  ],
};
