import { all, any } from '../../eligibility/condition';
import type { DecisionClock, Programme } from '../../eligibility/programme';
import { clause, is, number } from '../../facts/clause';
import { tianjinHousehold } from '../../facts/household-clauses';
import type { Source } from '../../kernel/source';

const MEASURES: Source = {
  document: '《天津市刚性支出困难家庭认定办法（试行）》',
  row: 'A.3',
  confidence: 'third-party-copy',
};
const NATIONAL: Source = {
  document: '《刚性支出困难家庭认定办法》',
  article: '第五条',
  effective: '2025-01-01',
  row: 'A.3',
  confidence: 'third-party-copy',
};
const NOT_ALREADY: Source = { ...NATIONAL, article: '第四条' };
/** The share of nothing is undefined, and neither text says what then. */
const NO_INCOME: Source = { ...MEASURES, confidence: 'unknown' };
/** “符合相关规定”; the numbers were not found. */
const PROPERTY: Source = { ...MEASURES, confidence: 'unknown' };

/** Urgent aid comes first, its formalities after; spending that a household cannot bear is a reason too. */
const HELP_FOR_NOW: Source = {
  document: '《天津市临时救助办法》',
  effective: '2025-01-01',
  row: 'A.4',
  confidence: 'third-party',
};

const notAlready = all(
  clause('C7', '家里没有在领低保', is('household.hasMinimumLivingAllowance', false), NOT_ALREADY),
  clause('C8', '家里没有特困人员', is('household.hasSpecialHardshipSupport', false), NOT_ALREADY),
  clause('C9', '还没办过低保边缘家庭', is('household.isLowIncomeMargin', false), NOT_ALREADY),
);

/** 病、学、灾、意外, and 残疾康复: whoever had none of these is asked for no sum. */
const bigSpending = any(
  clause('C10', '看病自己花了很多钱', is('household.hasMedicalSpending', true), MEASURES),
  clause('C11', '上学花了很多钱', is('household.hasSchoolSpending', true), MEASURES),
  clause('C12', '遭了灾，或出了意外', is('household.hadDisasterOrAccident', true), MEASURES),
  clause('C13', '残疾康复花了很多钱', is('household.hasRehabilitationSpending', true), NATIONAL),
);

const largeShare = any(
  all(
    clause('C14', '最近12个月有收入', number('household.yearlyIncomeFen', 'atLeast', 1), MEASURES),
    clause(
      'C15',
      '这些花费占到全年收入的六成',
      number('household.rigidSpendingShare', 'atLeast', { standard: 'rigid-expenditure-share' }),
      MEASURES,
    ),
  ),
  all(
    clause('C16', '最近12个月没有收入', number('household.yearlyIncomeFen', 'atMost', 0), MEASURES),
    clause('C17', '没有收入的怎么算，由街道核定', is('household.spendingWithoutIncome', true), NO_INCOME),
  ),
);

const DECIDED_WITHIN: DecisionClock = {
  legs: [{ workingDays: 30 }],
  apart: [{ workingDays: 45 }],
  source: { ...NATIONAL, article: '第八条' },
};

export const rigidExpenditureHardship: Programme = {
  code: 'rigid-expenditure-hardship',
  title: '刚性支出困难家庭',
  formalName: '刚性支出困难家庭',
  summary: '收入不算最低，可看病、上学、遭灾花掉全家大半收入的家庭。评上以后，可以去办别的救助。',
  bureau: 'social-assistance',
  door: 'general',
  words: ['看病花光了', '欠债', '因病致贫', '大病', '学费', '上学没钱', '遭灾', '康复', '花销大', '支出型'],
  relations: [
    {
      kind: 'excludes',
      other: 'minimum-living-allowance',
      prefer: 'other',
      why: '领了低保的家庭不再评这一项，先看低保。',
      source: NOT_ALREADY,
    },
    {
      kind: 'excludes',
      other: 'special-hardship-support',
      prefer: 'other',
      why: '已经是特困的不再评这一项，先看特困。',
      source: NOT_ALREADY,
    },
    {
      kind: 'excludes',
      other: 'low-income-margin',
      prefer: 'other',
      why: '评上低保边缘的家庭不再评这一项，先看低保边缘。',
      source: NOT_ALREADY,
    },
    {
      kind: 'falls-back-to',
      other: 'temporary-assistance',
      why: '这一项没评上，眼下又过不去的，可以看临时救助。',
      source: HELP_FOR_NOW,
    },
  ],
  guide: {
    where: '户口所在街道或乡镇；住在别处的，也可以到住的地方的街道递交。',
    papers: ['身份证', '户口本', '看病、上学、康复的发票和收据', '一年收入的材料（有什么带什么）'],
    howLong:
      '街道收下后，一般 30 个工作日有结果，难查清的 45 个。评上以后最多管 12 个月，到期再申请，只交有变化的材料。',
    phone: '12345',
  },
  decidedWithin: DECIDED_WITHIN,
  publicNotice: { kind: 'posted', source: { ...MEASURES, row: 'A.9', confidence: 'unknown' } },
  versions: [
    {
      from: '2026-05-09',
      rule: all(
        tianjinHousehold(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'], MEASURES),
        notAlready,
        bigSpending,
        largeShare,
        clause(
          'C18',
          '人均年收入低于上一年全市居民人均可支配收入',
          number('household.yearlyIncomePerHeadFen', 'below', { standard: 'disposable-income-per-head' }),
          MEASURES,
        ),
        clause('C19', '房子、存款这些财产由街道核定', is('household.property', true), PROPERTY),
      ),
    },
  ],
};
