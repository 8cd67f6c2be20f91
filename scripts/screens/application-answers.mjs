/** What the server says of applications in the pictures: made up, marked so by the street's name alone. */

const SOURCE = {
  document: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  article: '第二十二条',
  row: 'A.9',
  confidence: 'third-party-copy',
};
const HOLDER = '西青区西营门街道办事处';
export const BOTH = ['minimum-living-allowance', 'temporary-assistance'];
const DUE = { on: '2027-01-06', clock: '30 个工作日', source: SOURCE, expected: true, overdue: false };

/** Everything two programmes ask, as far as a resident would have got. */
export const FILLED = {
  'applicant.phone': '13812345678',
  'applicant.street': '120111001',
  'applicant.address': '幸福里 3 号楼 2 门 401',
  'household.members': [
    { id: 'm1', name: '示例乙', idNumber: '1****************8', relation: 'spouse' },
    { id: 'm2', name: '示例丙', idNumber: '1****************4', relation: 'child' },
  ],
  'fact:household.hukou': 'all-tianjin',
  'fact:household.memberCount': 3,
  'fact:household.monthlyWageIncomeFen': 0,
  'fact:household.monthlyOtherIncomeFen': 240_000,
};

export function draft(change = {}) {
  return {
    id: 'a1',
    version: 3,
    state: 'draft',
    programmes: BOTH,
    fields: FILLED,
    changedAt: {},
    updatedAt: '2026-11-24T06:05:00Z',
    atTheStreet: [],
    cases: [],
    evaluations: [],
    ...change,
  };
}

export function handedIn(items, change = {}) {
  return draft({
    state: 'open',
    submittedAt: '2026-11-20T06:05:00Z',
    receiptNumber: 'JM20261120000017',
    cases: [{ id: 'c1', bureau: 'social-assistance', holder: HOLDER, state: 'accepted', items }],
    ...change,
  });
}

export const IN_HAND = BOTH.map((programme) => ({ programme, state: 'in-hand' }));

export const HELD_BACK = [
  { programme: BOTH[0], state: 'in-hand' },
  { programme: BOTH[1], state: 'held-back', why: '先等那边的结果。', waitsFor: [BOTH[0]] },
];

export const WITHDRAWN = BOTH.map((programme) => ({ programme, state: 'withdrawn' }));

export const DECIDED = [
  {
    programme: 'minimum-living-allowance',
    state: 'approved',
    decision: {
      outcome: 'approved',
      on: '2026-12-18',
      amount: { fen: 73_500, per: 'household-month' },
      from: '2027-01-01',
      next: [],
    },
  },
  {
    programme: 'temporary-assistance',
    state: 'refused',
    decision: {
      outcome: 'refused',
      on: '2026-12-18',
      clause: { text: '低保已经批下来，这次的难处低保能接得住。', source: SOURCE },
      next: ['rigid-expenditure-hardship'],
    },
  },
];

export const PAPERS = {
  askedOn: '2026-11-23',
  by: '2026-12-01',
  holder: HOLDER,
  papers: [
    { name: '户口本', received: true },
    { name: '离职证明，或者单位写的情况', received: false },
  ],
};

export function timeline(change = {}, notice = undefined) {
  return {
    ...(notice && { notice }),
    steps: [
      { id: 'submitted', state: 'done', title: '您递了申请', at: '2026-11-20T06:05:00Z' },
      { id: 'accepted', state: 'done', title: '街道收下了', at: '2026-11-21T01:30:00Z', holder: HOLDER },
      {
        id: 'verifying',
        state: 'now',
        title: '查收入和存款',
        line: '您签了字，区里正在查。',
        holder: HOLDER,
        since: '2026-11-21T02:00:00Z',
        due: DUE,
        ...change,
      },
      { id: 'investigating', state: 'ahead', title: '上门看看' },
      { id: 'publicised', state: 'ahead', title: '贴出来，让邻居看' },
      { id: 'decided', state: 'ahead', title: '定下来' },
    ],
  };
}

const HANDED_IN = {
  id: 'submitted',
  state: 'done',
  title: '您递出去了',
  line: '回执号 JM20261120-7KQ2M9XB',
  at: '2026-11-20T06:05:00Z',
};
const AHEAD = [
  { id: 'visited', state: 'ahead', title: '街道上门看看' },
  { id: 'publicised', state: 'ahead', title: '把名单贴出来，让邻居看' },
  { id: 'living', state: 'ahead', title: '低保：等结果', programmes: [BOTH[0]] },
  { id: 'emergency', state: 'ahead', title: '临时救助：等结果', programmes: [BOTH[1]] },
];
const TAKEN = { id: 'accepted', state: 'done', title: '收下了，开始看材料', at: '2026-11-21T01:30:00Z' };

export const SENT = {
  steps: [HANDED_IN, { id: 'sent', state: 'now', title: '正在送过去', holder: HOLDER }, ...AHEAD],
};

export const UNSIGNED = {
  steps: [
    HANDED_IN,
    TAKEN,
    {
      id: 'check',
      state: 'now',
      title: '等您家签字，再查收入和存款',
      line: '您还没同意查收入和存款。可以在申请里同意，也可以到街道签字。',
      asks: 'signature',
    },
    ...AHEAD,
  ],
};

export const PUBLICISED = {
  steps: [
    HANDED_IN,
    TAKEN,
    { id: 'visited', state: 'done', title: '上门看过了', at: '2026-12-01T01:30:00Z' },
    {
      id: 'publicised',
      state: 'now',
      title: '名单贴出来，让邻居看',
      holder: HOLDER,
      since: '2026-12-02T01:30:00Z',
      due: { ...DUE, on: '2026-12-09', clock: '7 天', expected: false },
    },
    ...AHEAD.slice(2),
  ],
};

export const TAKEN_BACK = {
  steps: [
    HANDED_IN,
    TAKEN,
    { id: 'living', state: 'stopped', title: '低保：您撤回了', programmes: [BOTH[0]] },
    { id: 'emergency', state: 'stopped', title: '临时救助：您撤回了', programmes: [BOTH[1]] },
  ],
};

export const OVERDUE = { due: { ...DUE, on: '2026-11-23', expected: false, overdue: true } };

export const ENDED = {
  steps: [
    { id: 'submitted', state: 'done', title: '您递了申请', at: '2026-11-20T06:05:00Z' },
    { id: 'accepted', state: 'done', title: '街道收下了', at: '2026-11-21T01:30:00Z' },
    { id: 'decided', state: 'done', title: '定下来了', at: '2026-12-18T03:00:00Z' },
  ],
};

export const RECEIPT = {
  receiptNumber: 'JM20261120000017',
  submittedAt: '2026-11-20T06:05:00Z',
  applicant: '示**',
  programmes: [
    { code: BOTH[0], title: '低保', holder: HOLDER, due: DUE },
    { code: BOTH[1], title: '临时救助', holder: HOLDER },
  ],
  papers: ['户口本', '家里人的身份证'],
  next: ['街道看您填的，少什么会一次告诉您。', '街道会上门看看，去之前打您留的电话。'],
  phone: '12345',
};

const item = (id, change) => ({
  id,
  version: 1,
  state: 'open',
  programmes: BOTH,
  updatedAt: '2026-11-24T06:05:00Z',
  submittedAt: '2026-11-20T06:05:00Z',
  now: '西营门街道在看材料',
  waitsForYou: false,
  ...change,
});

export const LIST = {
  items: [
    item('a1', { waitsForYou: true, now: '等您补 1 样材料，12 月 1 日前带到街道' }),
    item('a2', { programmes: ['disability-care-subsidy'] }),
    item('a3', { state: 'draft', programmes: ['old-age-allowance', 'elder-meal-subsidy'] }),
    item('a4', { state: 'closed', programmes: ['orphan-living-allowance'], now: '有结果了，点开看' }),
  ],
};

export const ME = {
  accountId: 'one',
  realName: { name: '示**', idNumber: '1****************X', birth: '1986-01-01', verifiedAt: '2026-11-20T06:00:00Z' },
};
