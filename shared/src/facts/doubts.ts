import { all, any, type Comparison, type Condition, type Leaf } from '../eligibility/condition';
import type { Doubt } from '../eligibility/doubts';
import type { DerivedDefinition, Expression } from '../eligibility/expression';
import { largeYuan } from '../kernel/money';
import type { Source } from '../kernel/source';
import { clause, is, number } from './clause';
import type { FactName } from './facts';

/** Bounds past which an answer is asked about. They are common sense, not policy: nobody is judged by them. */
export const doubtBounds = {
  /** A month, for all: more is a zero too many, or a year's. */
  incomeFen: 10_000_000,
  /** A month's income of which something would be put by. */
  comfortableFen: 3_000_000,
  /** As good as nothing put by. */
  nothingPutByFen: 100_000,
  /** A month, for all: more is hardly the basic pension of 城乡居民, rather that of an employer. */
  basicPensionFen: 300_000,
  /** Whom one calls old. */
  elderYears: 60,
} as const;

const SENSE: Source = { document: '常理：只用来问一句', row: '0', confidence: 'derived' };
/** A year's income this many times what twelve months come to, or that much less, was typed for the other. */
const TENFOLD = 10;
const WRONG_SOMEWHERE = '是不是有一处点错了？';

function that(tested: Parameters<typeof clause>[2]): Leaf {
  return clause('D', '', tested, SENSE);
}

/** Numbers only a doubt looks at. */
export const doubtNumbers = {
  'doubt.disabledBeyondMembers': beyondMembers('household.severelyDisabledCount', 'household.otherDisabledCount'),
  'doubt.illnessABeyondMembers': beyondMembers('household.illnessClassACount'),
  'doubt.illnessBBeyondMembers': beyondMembers('household.illnessClassBCount'),
  'doubt.illnessCBeyondMembers': beyondMembers('household.illnessClassCCount'),
  'doubt.yearBeyondMonthsFen': {
    label: '一年比每月多',
    unit: 'fen',
    is: { kind: 'minus', from: { kind: 'fact', fact: 'household.yearlyIncomeFen' }, take: monthsTimes(12 * TENFOLD) },
  },
  'doubt.monthsBeyondYearFen': {
    label: '每月比一年多',
    unit: 'fen',
    is: {
      kind: 'minus',
      from: monthsTimes(12),
      take: timesNumber({ kind: 'fact', fact: 'household.yearlyIncomeFen' }, TENFOLD),
    },
  },
  'doubt.earnedFen': {
    label: '工资和其他收入',
    unit: 'fen-per-month',
    is: sum('household.monthlyWageIncomeFen', 'household.monthlyOtherIncomeFen'),
  },
} as const satisfies Readonly<Record<string, DerivedDefinition>>;

function beyondMembers(...counted: readonly FactName[]): DerivedDefinition {
  const members: Expression = { kind: 'fact', fact: 'household.memberCount' };
  return { label: '多出来的人', unit: 'count', is: { kind: 'minus', from: sum(...counted), take: members } };
}

function sum(...names: readonly FactName[]): Expression {
  return { kind: 'sum', of: names.map((fact) => ({ kind: 'fact', fact })) };
}

/** What comes in a month, so many times. */
function monthsTimes(times: number): Expression {
  return timesNumber(
    sum('household.monthlyWageIncomeFen', 'household.monthlyOtherIncomeFen', 'household.monthlyBasicPensionFen'),
    times,
  );
}

function timesNumber(of: Expression, times: number): Expression {
  return { kind: 'times', of, by: { kind: 'amount', of: times } };
}

function its(fact: keyof typeof doubtNumbers, op: Comparison, limit: number): Leaf {
  return { ...that({ fact, test: { op, limit } }) };
}

const oneMember = that(number('household.memberCount', 'atMost', 1));
const someDisabled = that(is('household.hasDisabledMember', true));
const someIll = that(is('household.hasLongTermIllness', true));
const allAged = that(is('household.allAged60WithoutChildren', true));

/** In the order they are asked about, when one answer raises several. */
export const doubts: readonly Doubt[] = [
  {
    id: 'pension-without-aged',
    when: all(
      that(number('household.monthlyBasicPensionFen', 'above', 0)),
      that(is('household.hasMemberAged60', false)),
    ),
    text: `您说家里没有60岁以上的老人，又填了老人的基础养老金。${WRONG_SOMEWHERE}`,
  },
  {
    id: 'basic-pension-large',
    when: that(number('household.monthlyBasicPensionFen', 'above', doubtBounds.basicPensionFen)),
    text: `您填的基础养老金超过 ${largeYuan(doubtBounds.basicPensionFen)}。单位的退休金，请填在“其他收入”那一题。是不是填混了？`,
  },
  { ...beyond('disabled-beyond-members', 'doubt.disabledBeyondMembers', '残疾人'), given: someDisabled },
  { ...beyond('illness-a-beyond-members', 'doubt.illnessABeyondMembers', '得这类病的人'), given: someIll },
  { ...beyond('illness-b-beyond-members', 'doubt.illnessBBeyondMembers', '得这类病的人'), given: someIll },
  { ...beyond('illness-c-beyond-members', 'doubt.illnessCBeyondMembers', '得这类病的人'), given: someIll },
  {
    id: 'special-illness-without-illness',
    when: all(that(is('household.hasMajorOrSpecialIllness', true)), that(is('household.hasLongTermIllness', false))),
    text: '您点了办过大病或门诊特殊病。这样的人，“重病或慢性病”那一样也算。要不要一起点上？',
  },
  {
    id: 'tianjin-family-disabled-elsewhere',
    when: all(that(is('household.hukou', 'all-tianjin')), that(is('disabledPerson.hukouInTianjin', false))),
    given: someDisabled,
    text: `您说全家都是天津户口，又说那位残疾人不是。${WRONG_SOMEWHERE}`,
  },
  {
    id: 'family-elsewhere-tianjin-disabled',
    when: all(that(is('household.hukou', 'residence-permit', 'none')), that(is('disabledPerson.hukouInTianjin', true))),
    given: someDisabled,
    text: `您说家里人都不是天津户口，又说那位残疾人是。${WRONG_SOMEWHERE}`,
  },
  {
    id: 'one-member-mixed-hukou',
    when: all(oneMember, that(is('household.hukou', 'some-tianjin'))),
    text: '您说家里只有一口人。户口那题又说有人是、有人不是。是不是少算了谁？',
  },
  {
    id: 'one-member-single-parent',
    when: all(oneMember, that(is('household.isSingleParentWithStudent', true))),
    text: '您说家里只有一口人，又点了单亲带着上学的孩子。是不是少算了孩子？',
  },
  {
    id: 'one-member-old-and-young',
    when: all(oneMember, that(is('household.hasMinor', true)), that(is('household.hasMemberAged60', true))),
    text: '您说家里只有一口人，又点了有老人，也有孩子。是不是少算了谁？',
  },
  {
    id: 'all-aged-with-young',
    when: all(
      allAged,
      any(that(is('household.hasMinor', true)), that(is('household.isSingleParentWithStudent', true))),
    ),
    text: `您说全家都满60岁，没有子女，又点了家里有孩子。${WRONG_SOMEWHERE}`,
  },
  {
    id: 'all-aged-none-aged',
    when: all(allAged, that(is('household.hasMemberAged60', false))),
    text: `您说全家都满60岁，又说没有60岁以上的老人。${WRONG_SOMEWHERE}`,
  },
  large('wages-large', 'household.monthlyWageIncomeFen', '工资'),
  large('other-income-large', 'household.monthlyOtherIncomeFen', '其他收入'),
  {
    id: 'comfortable-with-nothing-put-by',
    when: all(
      its('doubt.earnedFen', 'above', doubtBounds.comfortableFen),
      that(number('household.moneyAssetsFen', 'below', doubtBounds.nothingPutByFen)),
    ),
    text: `您填的收入，一个月超过 ${largeYuan(doubtBounds.comfortableFen)}。存款和现金却几乎没有。是不是把一年的填成一个月的了？`,
  },
  {
    id: 'year-far-above-months',
    when: all(its('doubt.yearBeyondMonthsFen', 'above', 0), its('doubt.earnedFen', 'above', 0)),
    text: '您填的全年收入，比每个月加起来多出十倍。是不是有一处填错了？',
  },
  {
    id: 'year-far-below-months',
    when: its('doubt.monthsBeyondYearFen', 'above', 0),
    text: '您填的全年收入，还不到每个月加起来的十分之一。是不是填成一个月的了？',
  },
  {
    id: 'elder-under-sixty',
    when: that(number('elder.age', 'below', doubtBounds.elderYears)),
    text: `您填的那位老人，还不到 ${doubtBounds.elderYears}\u00a0岁。岁数是不是填错了？`,
  },
];

function beyond(id: string, number: keyof typeof doubtNumbers, who: string): Doubt {
  const when: Condition = its(number, 'above', 0);
  return { id, when, text: `${who}比一起过日子的人还多。是不是有一处填错了？` };
}

function large(id: string, fact: 'household.monthlyWageIncomeFen' | 'household.monthlyOtherIncomeFen', what: string) {
  return {
    id,
    when: that(number(fact, 'above', doubtBounds.incomeFen)),
    text: `您填的${what}，一个月超过 ${largeYuan(doubtBounds.incomeFen)}。是不是多按了 0，或者填了一年的？`,
  };
}
