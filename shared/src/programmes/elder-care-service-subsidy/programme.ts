import type { Programme, Relation } from '../../eligibility/programme';
import { elderInNeedOfCare, sumByCareLevel } from '../../facts/elder-clauses';
import type { Source } from '../../kernel/source';

const DISABILITY_GUIDE: Source = {
  document: '天津市残疾人两项补贴办事指南（2024-06）',
  row: 'B.1',
  confidence: 'third-party',
};
const MEAL_PLAN: Source = { document: '天津市老年助餐方案（2024）', row: 'B.2', confidence: 'third-party' };

const FROM_AGE = 'elder-care-service-subsidy-from-age';

function unsettledWith(other: string): Relation {
  return {
    kind: 'unsettled-with',
    other,
    why: '同一位老人能不能两样都领，没有写清楚，由街道核定。',
    source: DISABILITY_GUIDE,
  };
}

export const elderCareServiceSubsidy: Programme = {
  code: 'elder-care-service-subsidy',
  title: '养老服务补贴',
  formalName: '养老服务补贴',
  summary: '日子紧、要人照顾的老人，按照顾的轻重每月有一份补贴。',
  bureau: 'eldercare',
  door: 'elder',
  heldAs: 'elder.receivesHomeCareSubsidy',
  words: ['居家养老', '居家养老补贴', '照顾老人', '上门服务', '失能', '半失能', '养老补贴', '护工'],
  relations: [
    unsettledWith('disability-living-subsidy'),
    unsettledWith('disability-care-subsidy'),
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
      from: '2017-04-01',
      to: '2020-12-31',
      rule: elderInNeedOfCare(FROM_AGE),
      amount: { text: '每人每月居家养老补贴', per: 'person-month', is: sumByCareLevel('elder-home-care-subsidy') },
    },
    {
      from: '2024-12-31',
      rule: elderInNeedOfCare(FROM_AGE),
      amount: { text: '每人每月养老服务补贴', per: 'person-month', is: sumByCareLevel('elder-care-service-subsidy') },
    },
  ],
};
