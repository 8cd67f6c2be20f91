import { all, any } from '../../eligibility/condition';
import type { Programme } from '../../eligibility/programme';
import { ALLOWANCE_DECIDED_WITHIN, ALLOWANCE_PUBLIC_NOTICE, ALLOWANCE_STEPS } from '../../facts/assistance-clocks';
import { clause, is, number } from '../../facts/clause';
import { tianjinHousehold } from '../../facts/household-clauses';
import type { Source } from '../../kernel/source';

const INTERIM_MEASURES: Source = {
  document: '《社会救助暂行办法》',
  article: '第九条',
  row: 'A.2',
  confidence: 'third-party-copy',
};
const PROPERTY_BEFORE_2023: Source = {
  document: '天津市低保家庭财产规定（2017–2022）',
  row: 'A.6',
  confidence: 'third-party',
};
const PROPERTY_SINCE_2023: Source = {
  document: '《天津市社会救助家庭经济状况核定办法》',
  effective: '2023-03-01',
  row: 'A.6',
  confidence: 'unknown',
};
/** A household is one or the other by its income, 低保 first; the margin is never refused for an income below the line. */
const ABOVE_THE_STANDARD: Source = {
  document: '天津最低生活保障边缘家庭条件（2022）',
  row: 'A.2',
  confidence: 'third-party',
};

/** After a refusal, somebody severely disabled or gravely ill may qualify alone. */
const ALONE: Source = {
  document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  article: '第八条',
  effective: '2021-07-01',
  row: 'J7',
  confidence: 'third-party-copy',
};

/** Urgent aid comes first, its formalities after; spending that a household cannot bear is a reason too. */
const HELP_FOR_NOW: Source = {
  document: '《天津市临时救助办法》',
  effective: '2025-01-01',
  row: 'A.4',
  confidence: 'third-party',
};

const ourHousehold = tianjinHousehold(['C1', 'C2', 'C3', 'C4', 'C12', 'C13'], INTERIM_MEASURES);

const incomeBelowStandard = clause(
  'C5',
  '家里人均月收入低于低保标准',
  number('household.monthlyIncomePerHeadFen', 'below', { standard: 'minimum-living-allowance' }),
  INTERIM_MEASURES,
);

const moneyWithinLimit = number('household.moneyAssetsPerHeadFen', 'atMost', {
  standard: 'minimum-living-allowance',
  times: { standard: 'minimum-living-allowance-asset-months' },
});

const propertyBefore2023 = all(
  clause('C6', '人均存款和现金不超过低保标准的24个月', moneyWithinLimit, PROPERTY_BEFORE_2023),
  clause('C7', '名下没有汽车', is('household.ownsCar', false), PROPERTY_BEFORE_2023),
  any(
    clause('C8', '住房不到两套', is('household.ownsSecondHome', false), PROPERTY_BEFORE_2023),
    clause('C9', '有两套的，人均面积小不小由街道核定', is('household.floorArea', true), PROPERTY_BEFORE_2023),
  ),
  clause('C10', '名下没有商铺、写字楼这类房子', is('household.ownsShopOrOffice', false), PROPERTY_BEFORE_2023),
  clause('C11', '没有自费留学和高档用品', is('household.paysForLuxury', false), PROPERTY_BEFORE_2023),
);

/** The months are not published: while no row gives them, C6 answers review; an operator's row decides it. */
const propertySince2023 = all(
  clause('C6', '人均存款和现金不超过规定的数', moneyWithinLimit, PROPERTY_SINCE_2023),
  clause('C14', '房子、车这些财产由街道核定', is('household.property', true), PROPERTY_SINCE_2023),
);

/** 差额发放 (S4 “差额救助原则”): the standard times the members, less what the household has. */
const topUp = {
  text: '每户每月补差额',
  per: 'household-month',
  is: {
    kind: 'notBelowZero',
    of: {
      kind: 'minus',
      from: {
        kind: 'times',
        of: { kind: 'amount', of: { standard: 'minimum-living-allowance' } },
        by: { kind: 'fact', fact: 'household.memberCount' },
      },
      take: { kind: 'fact', fact: 'household.monthlyIncomeFen' },
    },
  },
} as const;

export const minimumLivingAllowance: Programme = {
  code: 'minimum-living-allowance',
  title: '低保',
  formalName: '最低生活保障',
  summary: '一家人的收入低于标准时，每月把差的那部分补上。',
  bureau: 'social-assistance',
  door: 'general',
  heldAs: 'household.hasMinimumLivingAllowance',
  words: ['低保', '没收入', '吃饭没钱', '收入低', '失业', '下岗', '低保户'],
  relations: [
    {
      kind: 'excludes',
      other: 'low-income-margin',
      prefer: 'this',
      why: '一家只能是低保、低保边缘里的一样。收入比低保标准低的先看低保，没批下来再看低保边缘。',
      source: ABOVE_THE_STANDARD,
    },
    {
      kind: 'falls-back-to',
      other: 'low-income-margin',
      why: '收入比低保标准高一些，或者低保没批下来的，可以看低保边缘。',
      source: ABOVE_THE_STANDARD,
    },
    {
      kind: 'falls-back-to',
      other: 'single-person-minimum-living-allowance',
      why: '全家办不了低保，家里残疾重、病得重的人，可以看看能不能自己一个人申请。',
      source: ALONE,
    },
    {
      kind: 'falls-back-to',
      other: 'temporary-assistance',
      why: '低保没批下来，眼下又过不去的，可以看临时救助。',
      source: HELP_FOR_NOW,
    },
  ],
  guide: {
    where: '户口所在街道或乡镇；住在别处的，也可以到住的地方的街道递交。',
    papers: ['身份证', '户口本', '收入的材料（有什么带什么）', '残疾证、诊断证明（家里有的话）'],
    howLong: '街道收下后，一般 20 到 30 个工作日有结果，中间名单要贴出来（公示）7 天。',
    phone: '12345',
  },
  decidedWithin: ALLOWANCE_DECIDED_WITHIN,
  stepClocks: ALLOWANCE_STEPS,
  publicNotice: ALLOWANCE_PUBLIC_NOTICE,
  versions: [
    {
      from: '2021-07-01',
      to: '2023-02-28',
      rule: all(ourHousehold, incomeBelowStandard, propertyBefore2023),
      amount: topUp,
    },
    { from: '2023-03-01', rule: all(ourHousehold, incomeBelowStandard, propertySince2023), amount: topUp },
  ],
};
