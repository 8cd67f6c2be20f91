import type { Programme } from '../../eligibility/programme';
import { elderInNeedOfCare, sumByCareLevel } from '../../facts/elder-clauses';
import type { Source } from '../../kernel/source';

const DISABILITY_GUIDE: Source = {
  document: '天津市残疾人两项补贴办事指南（2024-06）',
  row: 'B.1',
  confidence: 'third-party',
};
const SPLIT: Source = { document: '天津养老服务补贴和养老护理补贴报道', row: 'B.2', confidence: 'third-party' };
const MEAL_PLAN: Source = { document: '天津市老年助餐方案（2024）', row: 'B.2', confidence: 'third-party' };

export const elderNursingSubsidy: Programme = {
  code: 'elder-nursing-subsidy',
  title: '养老护理补贴',
  formalName: '养老护理补贴',
  summary: '日子紧、要人照顾的老人，在养老服务补贴以外，按照顾的轻重每月还有一份护理的补贴。',
  bureau: 'eldercare',
  door: 'elder',
  heldAs: 'elder.receivesHomeCareSubsidy',
  words: ['老人护理', '护理补贴', '卧床', '瘫痪', '失能', '半失能', '照顾老人', '居家养老补贴'],
  relations: [
    {
      kind: 'stacks-with',
      other: 'elder-care-service-subsidy',
      why: '养老服务补贴和养老护理补贴可以一起领。',
      source: SPLIT,
    },
    {
      kind: 'excludes',
      other: 'disability-care-subsidy',
      prefer: 'higher',
      samePersonIf: { fact: 'elder.hasSevereDisability', is: true },
      why: '同一位老人，残疾人的护理补贴和养老的护理补贴只能领一份，选高的那份。是两个人的，各领各的。',
      source: DISABILITY_GUIDE,
    },
    {
      kind: 'unsettled-with',
      other: 'disability-living-subsidy',
      why: '同一位老人能不能两样都领，没有写清楚，由街道核定。',
      source: DISABILITY_GUIDE,
    },
    {
      kind: 'stacks-with',
      other: 'elder-meal-subsidy',
      why: '在领居家养老补贴的老人，吃饭也可以有补贴。',
      source: MEAL_PLAN,
    },
  ],
  guide: {
    where: '先问户口所在的街道或乡镇。还没评估的，也从街道问起；怎么评估，待核定。',
    papers: ['要带哪些材料待核定，去之前先打 12345 问'],
    howLong: '多久有结果，待核定。',
    phone: '12345',
  },
  versions: [
    {
      from: '2024-12-31',
      rule: elderInNeedOfCare('elder-nursing-subsidy-from-age'),
      amount: { text: '每人每月养老护理补贴', per: 'person-month', is: sumByCareLevel('elder-nursing-subsidy') },
    },
  ],
};
