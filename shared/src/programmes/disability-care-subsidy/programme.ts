import { all, any } from '../../eligibility/condition';
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

export const disabilityCareSubsidy: Programme = {
  code: 'disability-care-subsidy',
  title: '重度残疾人护理补贴',
  formalName: '重度残疾人护理补贴',
  summary: '残疾证是一级或二级的天津户口居民，每月有一份护理补贴，不看家里收入。',
  bureau: 'disability-benefits',
  door: 'general',
  words: ['残疾', '残疾证', '一级', '二级', '护理', '照顾残疾人'],
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
          clause('C2', '残疾证是一级或二级', is('disabledPerson.grade', 'grade-1', 'grade-2'), GUIDE),
          all(
            clause('C3', '残疾证还没办，先去评残', is('disabledPerson.grade', 'no-certificate'), CERTIFICATE),
            clause('C4', '评残以后，等级到了就可以递交', is('disabledPerson.assessedGrade', true), CERTIFICATE),
          ),
        ),
        any(
          clause('C5', '全家都是天津户口', is('household.hukou', 'all-tianjin'), GUIDE),
          all(
            clause('C6', '家里只有一部分人是天津户口', is('household.hukou', 'some-tianjin'), GUIDE),
            clause('C7', '残疾人自己是天津户口', is('disabledPerson.hukouInTianjin', true), GUIDE),
          ),
        ),
        clause('C8', '没有在领工伤护理费', is('disabledPerson.receivesWorkInjuryNursing', false), GUIDE),
        clause('C9', '不是特困人员', is('disabledPerson.receivesSpecialHardshipSupport', false), GUIDE),
        any(
          clause('C10', '没有在领别的护理补贴', is('disabledPerson.receivesOtherCareSubsidy', false), GUIDE),
          clause('C11', '在领的，两种里选高的那种，由街道核定', is('disabledPerson.higherSubsidy', true), GUIDE),
        ),
      ),
      amount: {
        text: '每人每月护理补贴',
        per: 'person-month',
        is: { kind: 'amount', of: { standard: 'disability-care-subsidy' } },
      },
    },
  ],
};
