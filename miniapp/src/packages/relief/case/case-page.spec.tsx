import type { ApplicationView, CaseItemView, TimelineView } from '@jinmen/shared/applications/views';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { aDraft, signedIn } from '../../../../test/applications';
import { memoryVault, resetVault } from '../../../../test/memory-vault';
import { noNetwork, ok, problem, serve, unexpected } from '../../../../test/server';
import { phone, resetPhone } from '../../../../test/taro';
import { formWords } from '../../../copy/apply';
import { caseWords } from '../../../copy/case';
import { forgetApplications } from '../../../state/applications-on-phone';
import { keptKeys } from '../../../state/kept-on-phone';
import CasePage from './index';

const source = {
  document: '民发〔2021〕57号',
  article: '第二十二条',
  row: 'A.9',
  confidence: 'third-party-copy',
} as const;
const due = { on: '2027-01-08', clock: '30 个工作日', source, expected: true, overdue: false } as const;

const inHand = (programme: string): CaseItemView => ({ programme, state: 'in-hand' });
const anApplication = (items: readonly CaseItemView[], change: Partial<ApplicationView> = {}): ApplicationView =>
  aDraft({
    state: 'open',
    submittedAt: '2026-11-24T06:00:00Z',
    receiptNumber: 'JM-1',
    programmes: items.map(({ programme }) => programme),
    cases: [{ id: 'c1', bureau: 'social-assistance', holder: '西营门街道办事处', state: 'accepted', items }],
    ...change,
  });
const aTimeline = (change: Partial<TimelineView['steps'][number]> = {}): TimelineView => ({
  steps: [
    { id: 'submitted', state: 'done', title: '您递了申请', at: '2026-11-24T06:00:00Z' },
    {
      id: 'accepted',
      state: 'now',
      title: '街道在看材料',
      holder: '西营门街道办事处',
      since: '2026-11-24T07:00:00Z',
      due,
      ...change,
    },
    { id: 'decided', state: 'ahead', title: '定下来' },
  ],
});

const serveCase = (view: ApplicationView, timeline: TimelineView = aTimeline(), more = {}) =>
  serve({
    'GET /relief/applications/a1': () => ok(view),
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
const show = async () => {
  const shown = render(<CasePage />);
  await settle();
  return shown;
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

describe('a case on its way', () => {
  it('says of the step it is in who has it, since when and by when, and that a day nobody published is expected', async () => {
    serveCase(anApplication([inHand('minimum-living-allowance')]));
    await show();
    const now = find('#step-accepted').textContent ?? '';
    expect(now).toContain('在西营门街道办事处手里');
    expect(now).toContain('从 11 月 24 日 15:00 开始');
    expect(now).toContain('最晚 1 月 8 日 周五（30 个工作日）');
    expect(now).toContain(caseWords.step.expected);
    expect(now).not.toContain(caseWords.step.overdue);
    expect(find('#step-submitted').textContent).not.toContain('手里');
    expect(screen.getByText(caseWords.call.none('西营门街道办事处'))).toBeTruthy();
    // Whom it says to call instead can be called from there.
    expect(find('#holders .phone-number').textContent).toBe('12345');
  });

  it('offers help first to whoever cannot wait, and brings along what it knows', async () => {
    const waiting = anApplication([inHand('minimum-living-allowance')]);
    serveCase(waiting);
    await show();
    await press('#help-first-go');
    expect(phone.opened).toEqual([`/packages/urgent/call/index?application=${waiting.id}`]);
  });

  it('says of a step that is late whom we told, what they say, and whom to ask', async () => {
    const late = {
      told: [{ whom: '西营门街道办事处', on: '2026-11-20' }] as const,
      word: { from: '西营门街道办事处', on: '2026-11-21', text: '明天上门。' } as const,
      ask: '想问，打 12345。',
    };
    serveCase(anApplication([inHand('minimum-living-allowance')]), aTimeline({ due: { ...due, overdue: true }, late }));
    await show();
    expect(screen.getByText('2026 年 11 月 20 日，我们提醒了西营门街道办事处。')).toBeTruthy();
    expect(screen.getByText('西营门街道办事处 2026 年 11 月 21 日回话：明天上门。')).toBeTruthy();
    expect(screen.getByText('想问，打 12345。')).toBeTruthy();
  });

  it('shows the offices a case went through, why, and who decides', async () => {
    const path = [
      { office: '西营门街道办事处', since: '2026-11-24T06:00:00Z' },
      { office: '李七庄街道办事处', since: '2026-11-25T06:00:00Z', why: '住处划过去了' },
    ];
    const application = anApplication([inHand('minimum-living-allowance')]);
    const [first] = application.cases;
    serveCase({ ...application, cases: first ? [{ ...first, path, decidedBy: '西青区民政局' }] : [] });
    await show();
    expect(screen.getByText('李七庄街道办事处')).toBeTruthy();
    expect(screen.getByText('为什么转过来：住处划过去了')).toBeTruthy();
    expect(screen.getByText('最后由西青区民政局定。')).toBeTruthy();
  });

  it('says so when the day has gone by', async () => {
    serveCase(anApplication([inHand('minimum-living-allowance')]), aTimeline({ due: { ...due, overdue: true } }));
    await show();
    expect(screen.getByText(caseWords.step.overdue)).toBeTruthy();
  });

  it('says first when a bureau does not answer', async () => {
    const notice = '已收下，核对系统暂时没有回音。';
    serveCase(anApplication([inHand('minimum-living-allowance')]), { ...aTimeline(), notice });
    await show();
    expect(find('.case-notice').textContent).toBe(notice);
  });

  it('lists what is asked for once, and ticks off what is there', async () => {
    const papers = [
      { name: '户口本', received: true },
      { name: '残疾证', received: false },
    ];
    const paperRequest = { askedOn: '2026-11-25', by: '2026-12-01', holder: '西营门街道办事处', papers } as const;
    serveCase(anApplication([inHand('minimum-living-allowance')], { paperRequest }));
    await show();
    expect([...document.querySelectorAll('.case-paper')].map((row) => row.textContent)).toEqual([
      '户口本收到了',
      '残疾证还要补',
    ]);
    expect(find('#papers').textContent).toContain('12 月 1 日 周二前，交给西营门街道办事处');
  });

  it('that waits for a signature can be signed here, and is looked at again', async () => {
    let asks: TimelineView['steps'][number]['asks'] = 'signature';
    serve({
      'GET /relief/applications/a1': () => ok(anApplication([inHand('minimum-living-allowance')])),
      'GET /relief/applications/a1/timeline': () => ok(aTimeline(asks && { asks })),
      'POST /relief/applications/a1/authorisations': () => {
        asks = undefined;
        return ok({});
      },
    });
    await show();
    await press('#sign');
    expect(find('.authorised')).toBeTruthy();
    expect(phone.requests.filter((url) => url.endsWith('/timeline'))).toHaveLength(2);
  });

  it('says what is held back and what is handled at the street', async () => {
    serveCase(
      anApplication(
        [
          inHand('minimum-living-allowance'),
          { programme: 'disability-living-subsidy', state: 'held-back', waitsFor: ['minimum-living-allowance'] },
        ],
        { atTheStreet: ['old-age-allowance'] },
      ),
    );
    await show();
    expect(find('#item-disability-living-subsidy').textContent).toContain('等低保有了结果');
    expect(find('#at-the-street').textContent).toContain('高龄津贴');
  });
});

describe('the crossing over the steps', () => {
  const words = () => find('#timeline .bridge-words').textContent;
  const piers = () => document.querySelectorAll('#timeline .bridge-pier-done').length;

  it('says what is going on, and has a pier for what is done', async () => {
    serveCase(anApplication([inHand('minimum-living-allowance')]));
    await show();
    expect(words()).toBe('现在：街道在看材料');
    expect(piers()).toBe(1);
  });

  it('says what stopped where nothing goes on', async () => {
    serveCase(anApplication([inHand('minimum-living-allowance')]), aTimeline({ state: 'stopped', title: '没收下' }));
    await show();
    expect(words()).toBe('现在：没收下');
  });

  it('says that all have their answer, or that it was taken back, and not what the last step was', async () => {
    serveCase(anApplication([inHand('minimum-living-allowance')], { state: 'closed' }));
    const closed = await show();
    expect(words()).toBe(caseWords.crossing.closed);
    closed.unmount();
    await forgetApplications();
    serveCase(anApplication([inHand('minimum-living-allowance')], { state: 'withdrawn' }));
    await show();
    expect(words()).toBe(caseWords.crossing.withdrawn);
  });
});

describe('what is said once', () => {
  it('is not said again of a step that names its programme', async () => {
    const items = [inHand('minimum-living-allowance'), inHand('temporary-assistance')];
    const own = { programmes: ['minimum-living-allowance'] };
    serveCase(anApplication(items), aTimeline({ ...own, title: '低保：等结果' }));
    const named = await show();
    expect(find('#step-accepted').textContent).not.toContain('说的是');
    named.unmount();
    await forgetApplications();
    serveCase(anApplication(items), aTimeline(own));
    await show();
    expect(find('#step-accepted').textContent).toContain('说的是：低保');
  });

  it('is not said again of programmes that all stand the same', async () => {
    serveCase(anApplication([inHand('minimum-living-allowance'), inHand('temporary-assistance')]));
    await show();
    expect(document.querySelector('#items')).toBeNull();
  });

  it('is what the rules said before, shown to whoever asks for it', async () => {
    const evaluation = { basis: 'declared', at: '2026-11-24T06:00:00Z', rulesVersion: 'r1' } as const;
    const evaluations = [{ ...evaluation, verdicts: [], facts: [] }];
    serveCase(anApplication([inHand('minimum-living-allowance')], { evaluations }));
    await show();
    expect(document.querySelector('#evaluations')).toBeNull();
    await press('#show-evaluations');
    expect(find('#evaluations').textContent).toContain('按您说的看');
  });
});

describe('a decision', () => {
  const decided = [
    {
      programme: 'minimum-living-allowance',
      state: 'approved',
      decision: {
        outcome: 'approved',
        on: '2026-12-20',
        amount: { fen: 104_550, per: 'household-month' },
        from: '2027-01-01',
        next: [],
      },
    },
    {
      programme: 'temporary-assistance',
      state: 'refused',
      decision: {
        outcome: 'refused',
        on: '2026-12-21',
        clause: { text: '家里的存款比规定的多', source },
        next: ['rigid-expenditure-hardship'],
      },
    },
  ] as const satisfies readonly CaseItemView[];

  it('to grant says how much and from when', async () => {
    serveCase(anApplication(decided, { state: 'closed' }));
    await show();
    const words = find('#decision-minimum-living-allowance').textContent ?? '';
    expect(words).toContain('低保批下来了');
    expect(words).toContain('每户每月 1045.50 元');
    expect(words).toContain('从 2027 年 1 月 1 日起');
    expect(document.querySelector('#decision-minimum-living-allowance .disagree')).toBeNull();
  });

  it('to refuse says the clause, what else to try, and what to do who does not agree', async () => {
    serveCase(anApplication(decided, { state: 'closed' }));
    await show();
    const words = find('#decision-temporary-assistance').textContent ?? '';
    expect(words).toContain('家里的存款比规定的多');
    expect(words).toContain('民发〔2021〕57号 第二十二条');
    await press('.apply-next');
    expect(phone.opened).toEqual(['/packages/relief/choose/index?programme=rigid-expenditure-hardship']);
    await press('.disagree');
    expect(find('#decision-temporary-assistance').textContent).toContain('60 天内');
    expect(screen.getByRole('button', { name: /12348/ })).toBeTruthy();
  });

  it('leaves nothing to take back', async () => {
    serveCase(anApplication(decided, { state: 'closed' }));
    await show();
    expect(document.querySelector('#withdraw')).toBeNull();
  });
});

describe('taking it back', () => {
  const items = [inHand('minimum-living-allowance'), inHand('temporary-assistance')];

  it('asks first, and takes back only the one named', async () => {
    const sent: unknown[] = [];
    serveCase(anApplication(items), aTimeline(), {
      'POST /relief/applications/a1/withdrawal': ({ body }: { body: unknown }) => {
        sent.push(body);
        return ok(anApplication(items));
      },
    });
    await show();
    phone.confirms = false;
    await press('#withdraw');
    await press('#withdraw-temporary-assistance');
    expect(sent).toEqual([]);
    phone.confirms = true;
    await press('#withdraw-temporary-assistance');
    expect(sent).toEqual([{ programmes: ['temporary-assistance'] }]);
    expect(find('.withdraw-said').textContent).toBe('撤回了：临时救助。');
  });
});

describe('without a network', () => {
  it('shows the copy of this phone and of when it is, kept encrypted', async () => {
    serveCase(anApplication([inHand('minimum-living-allowance')]));
    const first = await show();
    first.unmount();
    expect(memoryVault.sealed.get(keptKeys.reliefCases)).toContain('西营门');
    phone.reply = noNetwork;
    await show();
    expect(find('#step-accepted').textContent).toContain('街道在看材料');
    expect(document.querySelector('.notice-warn')?.textContent).toMatch(/^没网，看的是 \d{1,2}:\d\d 的内容。$/);
  });

  it('and without a copy says so and offers to try again', async () => {
    phone.reply = noNetwork;
    await show();
    expect(screen.getByText(caseWords.problems.offline)).toBeTruthy();
    serveCase(anApplication([inHand('minimum-living-allowance')]));
    await press('#way-on');
    expect(find('#step-accepted')).toBeTruthy();
  });
});

it('of somebody else, or of nobody, leads to one’s own', async () => {
  serve({
    'GET /relief/applications/a1': () => problem(404, 'not-found'),
    'GET /relief/applications/a1/timeline': () => problem(404, 'not-found'),
  });
  await show();
  expect(screen.getByText(caseWords.notFound)).toBeTruthy();
});

it('of somebody who stopped being helped says so, and no copy of it stays on this phone', async () => {
  const subject = { kind: 'helped', mandateId: 'm1', name: '示*娘', until: '2027-02-23', state: 'acting' } as const;
  serveCase(anApplication([inHand('old-age-allowance')], { subject }));
  await show();
  const gone = () => problem(404, 'not-found');
  serve({ 'GET /relief/applications/a1': gone, 'GET /relief/applications/a1/timeline': gone });
  await press('#refresh');
  expect(screen.getByText(formWords.handedBack)).toBeTruthy();
  expect(document.querySelector('#timeline')).toBeNull();
  expect(JSON.parse(memoryVault.sealed.get(keptKeys.reliefCases) ?? '')).toEqual({});
});
