import { all, any } from '../../eligibility/condition';
import type { Programme } from '../../eligibility/programme';
import { ALLOWANCE_DECIDED_WITHIN, ALLOWANCE_PUBLIC_NOTICE, ALLOWANCE_STEPS } from '../../facts/assistance-clocks';
import { clause, is, number } from '../../facts/clause';
import { tianjinHousehold, withinMarginLimits } from '../../facts/household-clauses';
import type { Source } from '../../kernel/source';

const RECOGNITION: Source = {
  document: '天津最低生活保障边缘家庭条件（2022）',
  row: 'A.2',
  confidence: 'third-party',
};
/** The national text sets a ceiling and no floor (A.2): a household below the line is for 低保 first, and never refused here. */
const NO_FLOOR: Source = {
  document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  effective: '2021-07-01',
  row: 'A.2',
  confidence: 'third-party-copy',
};
const GRANT: Source = { document: '天津市低保边缘家庭救助金发放对象（2023）', row: 'A.2', confidence: 'third-party' };

/** For those above the lines whose spending ate their income; it is not had beside 低保边缘. */
const RIGID_EXPENDITURE: Source = {
  document: '《天津市刚性支出困难家庭认定办法（试行）》',
  row: 'A.3',
  confidence: 'third-party-copy',
};

/** Urgent aid comes first, its formalities after; spending that a household cannot bear is a reason too. */
const HELP_FOR_NOW: Source = {
  document: '《天津市临时救助办法》',
  effective: '2025-01-01',
  row: 'A.4',
  confidence: 'third-party',
};

const LINE = { standard: 'minimum-living-allowance' } as const;

const rule = all(
  tianjinHousehold(['C1', 'C2', 'C3', 'C4', 'C11', 'C12'], RECOGNITION),
  any(
    clause(
      'C5',
      '家里人均月收入高于低保标准',
      number('household.monthlyIncomePerHeadFen', 'above', LINE, { equality: 'low-income-margin-floor-equality' }),
      RECOGNITION,
    ),
    clause(
      'C13',
      '比低保标准低的，先看低保；没批下来的由街道核定',
      is('household.belowMinimumLivingStandard', true),
      NO_FLOOR,
    ),
  ),
  withinMarginLimits(['C6', 'C7', 'C8', 'C9', 'C10']),
);

/** The five kinds of household that get the monthly grant. */
const grantKind = any(
  clause('G1', '家里有残疾人', is('household.hasDisabledMember', true), GRANT),
  clause('G2', '有人办了大病或门诊特殊病', is('household.hasMajorOrSpecialIllness', true), GRANT),
  clause('G3', '单亲带着上学的孩子', is('household.isSingleParentWithStudent', true), GRANT),
  clause('G4', '领计划生育特别扶助金', is('household.receivesFamilyPlanningSupport', true), GRANT),
  clause('G5', '全家都满60岁，没有子女', is('household.allAged60WithoutChildren', true), GRANT),
);

export const lowIncomeMargin: Programme = {
  code: 'low-income-margin',
  title: '低保边缘家庭',
  formalName: '最低生活保障边缘家庭',
  summary: '收入比低保线高一些、日子还是紧的家庭。评上以后，有几类家庭每月能领一份救助金。',
  bureau: 'social-assistance',
  door: 'general',
  heldAs: 'household.isLowIncomeMargin',
  words: ['收入低', '钱紧', '低收入', '边缘户', '救助金'],
  relations: [
    {
      kind: 'falls-back-to',
      other: 'rigid-expenditure-hardship',
      why: '收入高出这条线，可看病、上学、遭灾花得多的，可以看刚性支出困难家庭。',
      source: RIGID_EXPENDITURE,
    },
    {
      kind: 'falls-back-to',
      other: 'temporary-assistance',
      why: '低保边缘没评上，眼下又过不去的，可以看临时救助。',
      source: HELP_FOR_NOW,
    },
  ],
  guide: {
    where: '户口所在街道或乡镇；住在别处的，也可以到住的地方的街道递交。',
    papers: ['身份证', '户口本', '收入和存款的材料（有什么带什么）', '残疾证、诊断证明（家里有的话）'],
    howLong: '街道收下后，一般 20 到 30 个工作日有结果，中间名单要贴出来（公示）7 天。',
    phone: '12345',
  },
  decidedWithin: ALLOWANCE_DECIDED_WITHIN,
  stepClocks: ALLOWANCE_STEPS,
  publicNotice: ALLOWANCE_PUBLIC_NOTICE,
  versions: [
    {
      from: '2022-01-01',
      rule,
      amount: {
        text: '每户每月救助金',
        per: 'household-month',
        is: { kind: 'amount', of: { standard: 'low-income-margin-grant' } },
        when: grantKind,
      },
    },
  ],
};
