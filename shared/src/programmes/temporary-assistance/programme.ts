import { all, any, type Condition } from '../../eligibility/condition';
import type { AmountRule, Programme } from '../../eligibility/programme';
import { clause, is, number } from '../../facts/clause';
import type { Source } from '../../kernel/source';

const MEASURES: Source = {
  document: '《天津市临时救助办法》',
  effective: '2025-01-01',
  row: 'A.4',
  confidence: 'third-party',
};
const NATIONAL_2018: Source = {
  document: '民政部、财政部临时救助意见（2018-01-23）',
  effective: '2018-01-23',
  row: 'A.4',
  confidence: 'third-party-copy',
};
/** One-off aid at the place of work or residence for people without work whom no insurance pays. */
const NOTICE_OF_2022: Source = {
  document: '民政部等困难群众基本生活兜底保障通知（2022-10-20）',
  effective: '2022-10-20',
  row: 'A.4',
  confidence: 'third-party-copy',
};
const NON_LOCALS: Source = { document: '滨海新区外来建设者救助报道（2026-05）', row: 'J12', confidence: 'seed' };
/** Urgent aid comes first and its formalities after, so it does not wait for any other. */
const AID_FIRST: Source = { ...NATIONAL_2018 };
const THREE_MONTHS: Source = { document: '天津日报 2021-08-30', row: 'A.4', confidence: 'third-party-copy' };

interface Texts {
  /** That names the kinds of urgent need. */
  readonly urgent: Source;
  /** That names the kinds of spending. */
  readonly spending: Source;
}

/** 急难型: no hukou, no property, no 核对. */
function urgentNeed({ urgent }: Texts): Condition {
  return all(
    any(
      clause('C1', '遇到着火、车祸这样的意外', is('emergency.hadAccident', true), urgent),
      clause('C2', '有人突然得了重病', is('emergency.hasSuddenIllness', true), urgent),
      all(
        clause('C3', '遇到别的突然的难处', is('emergency.hasOtherHardship', true), urgent),
        clause('C4', '别的难处算不算，由街道核定', is('emergency.otherHardshipCounts', true), urgent),
      ),
    ),
    clause('C5', '吃饭、住处或看病的钱，现在拿不出来', is('emergency.cannotPayForNeeds', true), urgent),
  );
}

const withoutWork = clause(
  'C6',
  '没了工作，连着三个月没收入，以前没上失业保险',
  is('emergency.isJoblessUninsured', true),
  NOTICE_OF_2022,
);

/** 支出型: for residents, by income and property; neither line is on record. */
function bigSpending({ spending }: Texts): Condition {
  return all(
    any(
      clause('C7', '看病自己花了很多钱', is('household.hasMedicalSpending', true), spending),
      clause('C8', '上学花了很多钱', is('household.hasSchoolSpending', true), spending),
      clause('C9', '遭了灾，或出了意外', is('household.hadDisasterOrAccident', true), spending),
      clause('C10', '残疾康复花了很多钱', is('household.hasRehabilitationSpending', true), spending),
    ),
    clause(
      'C11',
      '人均年收入低于上一年全市居民人均可支配收入',
      number('household.yearlyIncomePerHeadFen', 'below', { standard: 'disposable-income-per-head' }),
      NATIONAL_2018,
    ),
    any(
      clause('C12', '家里有人是天津户口', is('household.hukou', 'all-tianjin', 'some-tianjin'), spending),
      all(
        clause('C13', '家里没有天津户口', is('household.hukou', 'residence-permit', 'none'), NON_LOCALS),
        clause('C14', '能不能在住处办，由街道核定', is('household.reliefAtResidence', true), NON_LOCALS),
      ),
    ),
    clause('C15', '房子、存款这些财产由街道核定', is('household.property', true), NATIONAL_2018),
  );
}

function ruleOf(texts: Texts): Condition {
  return any(urgentNeed(texts), withoutWork, bigSpending(texts));
}

/** Up to some months of the 低保 standard for daily life; what illness and spending add is not on record, nor the months now. */
function amountOf(texts: Texts): AmountRule {
  return {
    text: '急难型管吃住的一份，每人',
    per: 'once',
    is: {
      kind: 'cases',
      of: [
        {
          when: urgentNeed(texts),
          is: {
            kind: 'unknown',
            to: {
              kind: 'amount',
              of: {
                standard: 'minimum-living-allowance',
                times: { standard: 'temporary-assistance-urgent-months' },
              },
            },
            source: THREE_MONTHS,
          },
        },
      ],
      otherwise: { kind: 'unknown', source: texts.spending },
    },
  };
}

const IN_2024: Texts = { urgent: NATIONAL_2018, spending: NATIONAL_2018 };
const SINCE_2025: Texts = { urgent: MEASURES, spending: MEASURES };

export const temporaryAssistance: Programme = {
  code: 'temporary-assistance',
  title: '临时救助',
  formalName: '临时救助',
  summary: '着火、车祸、突然重病，一下子过不下去的，不看户口先帮一把。看病、上学花得太多的也可以申请。',
  bureau: 'social-assistance',
  door: 'emergency',
  urgent: true,
  words: [
    '急难',
    '救急',
    '着火',
    '火灾',
    '车祸',
    '意外',
    '突然生病',
    '没饭吃',
    '没钱看病',
    '没地方住',
    '失业',
    '断了收入',
    '外地人',
  ],
  relations: [
    {
      kind: 'stacks-with',
      other: 'minimum-living-allowance',
      why: '低保还在看的时候，也可以先申请临时救助，不用等。',
      source: AID_FIRST,
    },
    {
      kind: 'stacks-with',
      other: 'low-income-margin',
      why: '低保边缘还在看的时候，也可以先申请临时救助，不用等。',
      source: AID_FIRST,
    },
    {
      kind: 'stacks-with',
      other: 'special-hardship-support',
      why: '特困还在看的时候，也可以先申请临时救助，不用等。',
      source: AID_FIRST,
    },
    {
      kind: 'stacks-with',
      other: 'rigid-expenditure-hardship',
      why: '刚性支出困难家庭还在评的时候，也可以先申请临时救助，不用等。',
      source: AID_FIRST,
    },
  ],
  guide: {
    where: '急事不看户口：在哪儿遇到难处，就找哪儿的街道或乡镇。别的情况找住的地方的街道。',
    papers: ['身份证（一时没有，也先去说）', '花了钱的单据（有什么带什么）'],
    howLong: '急的可以先帮、后补手续。最晚几天，待核定。',
    phone: '12345',
  },
  publicNotice: {
    kind: 'posted',
    mayBeSkipped: { source: NATIONAL_2018 },
    source: { ...MEASURES, row: 'A.9', confidence: 'unknown' },
  },
  versions: [
    { from: '2024-01-01', to: '2024-12-31', rule: ruleOf(IN_2024), amount: amountOf(IN_2024) },
    { from: '2025-01-01', rule: ruleOf(SINCE_2025), amount: amountOf(SINCE_2025) },
  ],
};
