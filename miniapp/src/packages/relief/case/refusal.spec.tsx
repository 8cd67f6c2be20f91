import type { FigureView, RefusalView, WayOn } from '@jinmen/shared/applications/refusal-views';
import type { ApplicationView, CaseItemView, TimelineView } from '@jinmen/shared/applications/views';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../test/applications';
import { resetVault } from '../../../../test/memory-vault';
import { ok, sentTo, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { disputeWords, refusalWords } from '../../../copy/refusal';
import { forgetApplications } from '../../../state/applications-on-phone';
import DisputePage from '../dispute/index';
import CasePage from './index';

const LIVING = 'minimum-living-allowance';
const DISPUTES = '/relief/applications/a1/disputes';
const INCOME = 'household.monthlyOtherIncomeFen';
const source = {
  document: '《社会救助暂行办法》',
  article: '第九条',
  row: 'A.2',
  confidence: 'third-party-copy',
} as const;

const figure: FigureView = {
  fact: INCOME,
  label: '全家每月的其他收入',
  value: 400_000,
  origin: 'verified',
  from: '社会保险',
  said: 90_000,
};
const refusal: RefusalView = {
  figures: [figure],
  deciding: {
    clause: {
      id: 'C5',
      text: '家里人均月收入低于低保标准',
      source,
      fact: 'household.monthlyIncomePerHeadFen',
      value: { min: 400_000, max: 400_000 },
      threshold: 104_500,
      outcome: 'no',
      decides: 'eligibility',
    },
    standards: [{ key: LIVING, value: 104_500, unit: 'fen-per-person-month', from: '2025-09-01', source }],
    asOf: '2026-11-25',
    named: 'bureau',
  },
  changes: [{ how: 'tell', text: '家里要是有残疾人还没算进去，可以重算。', facts: [], makes: 'needs-review' }],
};
const waysOn: readonly WayOn[] = [
  { kind: 'correct', facts: [INCOME] },
  { kind: 'apply', programme: 'low-income-margin', verdict: 'needs-review', why: '可以看低保边缘。' },
  { kind: 'again', facts: [INCOME] },
  { kind: 'ask' },
  { kind: 'appeal', until: '2027-01-24' },
];
const item: CaseItemView = {
  programme: LIVING,
  state: 'refused',
  decision: {
    outcome: 'refused',
    on: '2026-11-25',
    clause: { text: '人均收入高于标准', id: 'C5', source },
    next: [],
    refusal,
    waysOn,
  },
};
const view: ApplicationView = aDraft({
  state: 'closed',
  submittedAt: '2026-11-24T06:00:00Z',
  receiptNumber: 'JM-1',
  programmes: [LIVING],
  cases: [{ id: 'c1', bureau: 'social-assistance', holder: '西营门街道办事处', state: 'closed', items: [item] }],
  evaluations: [
    {
      basis: 'verified',
      at: '2026-11-24T08:00:00Z',
      rulesVersion: '1',
      verdicts: [],
      facts: [{ fact: INCOME, value: 400_000, from: '社会保险' }],
    },
  ],
});
const timeline: TimelineView = { steps: [{ id: 'submitted', state: 'done', title: '您递了申请' }] };
const serveCase = (seen: ApplicationView, more = {}) =>
  serve({
    'GET /relief/applications/a1': () => ok(seen),
    'GET /relief/applications/a1/timeline': () => ok(timeline),
    ...more,
  });

beforeEach(async () => {
  resetPhone();
  resetVault();
  await forgetApplications();
  await signedIn();
  phone.params = { id: 'a1' };
});
afterEach(() => expect(unexpected).toEqual([]));

const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
const show = async (page: 'case' | 'dispute') => {
  render(page === 'case' ? <CasePage /> : <DisputePage />);
  await settle();
};
const find = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing at ${selector}`);
  return found;
};
const press = async (selector: string) => {
  fireEvent.click(find(selector));
  await settle();
};
const pressText = async (text: string) => {
  fireEvent.click(screen.getByText(text));
  await settle();
};

describe('a refusal', () => {
  it('says the bureau’s words, the figure against its standard, and one thing to do first', async () => {
    serveCase(view);
    await show('case');
    const card = find(`#decision-${LIVING}`).textContent ?? '';
    expect(card).toContain('人均收入高于标准');
    expect(card).toContain('4000');
    expect(card).toContain(refusalWords.standard('1045 元', '2025 年 9 月 1 日'));
    expect(document.querySelectorAll('.way')).toHaveLength(1);
    await press('.way-correct-action');
    expect(phone.opened.at(-1)).toContain('dispute');
  });

  it('opens what else can be done, and whose each figure is', async () => {
    serveCase(view);
    await show('case');
    await press(`#more-${LIVING}`);
    expect(document.querySelectorAll('.way')).toHaveLength(4);
    expect(screen.getByText(refusal.changes[0]?.text ?? '')).toBeTruthy();
    await press(`#figures-${LIVING}`);
    const card = find(`#decision-${LIVING}`).textContent ?? '';
    expect(card).toContain(refusalWords.figures.verified('社会保险'));
    expect(card).toContain(refusalWords.figures.said('900 元'));
    await press('.way-appeal-action');
    expect(phone.opened.at(-1)).toContain('appeal');
  });

  it('begins another application with what this one knew, in one tap', async () => {
    serveCase(view, { 'POST /relief/applications': () => ok(aDraft({ id: 'a2' })) });
    await show('case');
    await press(`#more-${LIVING}`);
    await press('.way-apply-action');
    expect(sentTo('POST', '/relief/applications')).toEqual([{ programmes: ['low-income-margin'], after: 'a1' }]);
    expect(phone.opened.at(-1)).toContain('apply/index?id=a2');
  });
});

describe('what is for one of the family alone', () => {
  const alone = 'single-person-minimum-living-allowance';
  const wards = [{ dependant: 'd1', name: '示*明' }];
  const way: WayOn = { kind: 'apply', programme: alone, verdict: 'likely', why: '可以一个人办。', forOne: true, wards };
  const offered = (): ApplicationView => {
    const offer: CaseItemView = { ...item, ...(item.decision && { decision: { ...item.decision, waysOn: [way] } }) };
    return { ...view, cases: view.cases.map((each) => ({ ...each, items: [offer] })) };
  };

  it('is begun for the child in one tap, and can be begun for oneself', async () => {
    serveCase(offered(), { 'POST /relief/applications': () => ok(aDraft({ id: 'a2' })) });
    await show('case');
    await pressText(refusalWords.apply.forWard('示*明', '单人保'));
    const begun = { programmes: [alone], after: 'a1' };
    expect(sentTo('POST', '/relief/applications')).toEqual([{ ...begun, for: { dependant: 'd1' } }]);
    await press(`#more-${LIVING}`);
    await pressText(refusalWords.apply.forSelf('单人保'));
    expect(sentTo('POST', '/relief/applications').at(-1)).toEqual(begun);
  });
});

describe('a figure that is wrong', () => {
  it('is sent once with what it should be, and is told to be looked at', async () => {
    serveCase(view, { 'POST /relief/applications/a1/disputes': () => ok(view) });
    await show('dispute');
    await pressText(disputeWords.says['other-value'].label);
    await press('#send-dispute');
    expect(sentTo('POST', DISPUTES)).toEqual([]);
    fireEvent.input(find('#value input'), { target: { value: '1200' } });
    await press('#send-dispute');
    expect(sentTo('POST', DISPUTES)).toEqual([{ fact: INCOME, says: 'other-value', value: 120_000 }]);
    expect(screen.getByText(disputeWords.sent)).toBeTruthy();
  });

  it('that nobody found cannot be disputed', async () => {
    serveCase({ ...view, evaluations: [] });
    await show('dispute');
    expect(screen.getByText(disputeWords.none)).toBeTruthy();
  });
});
