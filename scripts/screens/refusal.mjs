import { of } from './application.mjs';
import { ENDED, handedIn } from './application-answers.mjs';

const CASE = 'packages/relief/case/index?id=a1';
const DISPUTE = 'packages/relief/dispute/index?id=a1';
const APPEAL = 'packages/mine/appeal/index?id=a1&programme=minimum-living-allowance';
const ONE = '**/api/v1/relief/applications/a1';

const LIVING = 'minimum-living-allowance';
const OTHER_INCOME = 'household.monthlyOtherIncomeFen';
const SOURCE = { document: '《社会救助暂行办法》', article: '第九条', row: 'A.2', confidence: 'third-party-copy' };
const MARGIN = { document: '天津最低生活保障边缘家庭条件（2022）', row: 'A.2', confidence: 'third-party' };
const found = { fact: OTHER_INCOME, value: 480_000, from: '社会保险' };

const REFUSED = [
  {
    programme: LIVING,
    state: 'refused',
    decision: {
      outcome: 'refused',
      on: '2026-11-24',
      clause: { text: '共同生活的家庭成员人均月收入高于本市最低生活保障标准', id: 'C5', source: SOURCE },
      next: [],
      refusal: {
        figures: [
          { ...found, label: '全家每月的其他收入', origin: 'verified', said: 270_000 },
          { fact: 'household.memberCount', label: '一起生活的人数', value: 3, origin: 'declared' },
        ],
        deciding: {
          clause: {
            id: 'C5',
            text: '家里人均月收入低于低保标准',
            source: SOURCE,
            fact: 'household.monthlyIncomePerHeadFen',
            value: { min: 160_000, max: 160_000 },
            threshold: 104_500,
            outcome: 'no',
            decides: 'eligibility',
          },
          standards: [
            { key: LIVING, value: 104_500, unit: 'fen-per-person-month', from: '2025-09-01', source: SOURCE },
          ],
          asOf: '2026-11-24',
          named: 'bureau',
        },
        changes: [
          {
            how: 'tell',
            text: '家里要是有视力、肢体、智力、精神残疾一级或二级的人，还没算进去，带上残疾证请街道重算，收入可以少算一些。',
            facts: [],
            makes: 'needs-review',
          },
        ],
      },
      waysOn: [
        { kind: 'correct', facts: [OTHER_INCOME] },
        {
          kind: 'apply',
          programme: 'low-income-margin',
          verdict: 'needs-review',
          why: '收入比低保标准高一些，或者低保没批下来的，可以看低保边缘。',
          source: MARGIN,
        },
        {
          kind: 'apply',
          programme: 'single-person-minimum-living-allowance',
          verdict: 'needs-review',
          why: '全家办不了低保，家里残疾重、病得重的人，可以看看能不能自己一个人申请。',
          forOne: true,
        },
        { kind: 'again', facts: [OTHER_INCOME] },
        { kind: 'ask' },
        { kind: 'appeal', until: '2027-01-23' },
      ],
    },
  },
];

const STATEMENT = [
  '行政复议申请书',
  '',
  '递申请的人：（手写姓名、身份证号、住址、电话）',
  '作出决定的单位：西青区西营门街道办事处',
  '递给：西青区人民政府',
  '',
  '请求：请再看一遍 2026 年 11 月 24 日对我申请低保作出的不批准的决定（申请的回执号 JM20261124-7KQ2M9XB），请求撤销，重新作出决定。',
].join('\n');

const APPEALED = {
  programme: LIVING,
  title: '低保',
  decidedOn: '2026-11-24',
  reconsideration: {
    until: '2027-01-23',
    over: false,
    source: { document: '《行政复议法》', article: '第二十条、第二十四条' },
    to: '西青区人民政府',
    answeredWithin: { days: 60, simple: 30, source: {} },
  },
  lawsuit: {
    until: '2027-05-24',
    over: false,
    source: { document: '《行政诉讼法》', article: '第四十五条、第四十六条' },
    daysAfterReconsideration: 15,
  },
  inaction: { source: {} },
  statement: STATEMENT,
  handedIn: [],
};

const DISPUTED = {
  disputes: [
    {
      id: 'd1',
      fact: OTHER_INCOME,
      label: '全家每月的其他收入',
      says: 'other-value',
      value: 270_000,
      found,
      holder: '西青区西营门街道办事处',
      state: 'open',
      saidAt: '2026-11-25T02:00:00Z',
    },
  ],
};

/** A refusal, what can be done about it, and the two pages it leads to. */
export function refusalScreens() {
  const evaluations = [
    { basis: 'verified', at: '2026-11-23T08:00:00Z', rulesVersion: '2026.11.4+3fa1c2d4', verdicts: [], facts: [found] },
  ];
  const view = (more = {}) => handedIn(REFUSED, { state: 'closed', evaluations, ...more });
  const screen = (name, more, show) =>
    of(name, view(more), async (phone) => {
      await phone.answer(`${ONE}/timeline`, ENDED);
      await phone.answer(`${ONE}/appeal?**`, APPEALED);
      await show(phone);
    });
  return [
    screen('case-refused', {}, (phone) => phone.open(CASE, '#timeline')),
    screen('case-refused-open', DISPUTED, async (phone) => {
      await phone.open(CASE, '#timeline');
      await phone.tap(`#more-${LIVING}`);
      await phone.tap(`#figures-${LIVING}`);
    }),
    screen('dispute', {}, async (phone) => {
      await phone.open(DISPUTE, '#how');
      await phone.choose('应该是别的数');
      await phone.see('#value');
    }),
    screen('appeal', {}, (phone) => phone.open(APPEAL, '#statement')),
    screen('appeal-shut', {}, async (phone) => {
      await phone.open(APPEAL, '#statement');
      await phone.write('#statement-field', '这笔钱是去年的。');
      await phone.see('.line:has-text("存在这部手机里了")');
      await phone.spoil('relief-statements');
      await phone.see('.kept-shut');
    }),
  ];
}
