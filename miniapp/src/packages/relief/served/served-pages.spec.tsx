import { engine, programmes, RULES_RELEASE } from '@jinmen/shared/catalogue';
import type { Assessment } from '@jinmen/shared/eligibility/assessment';
import type { FactValues } from '@jinmen/shared/facts/fact';
import { standardRows } from '@jinmen/shared/standards/standards';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetVault } from '../../../../test/memory-vault';
import { phone, resetPhone } from '../../../../test/taro';
import { olderRules } from '../../../copy/older-rules';
import { today } from '../../../platform/clock';
import { keptKeys } from '../../../state/kept-on-phone';
import { useKeptResults } from '../../../state/kept-results';
import { useStandards } from '../../../state/standards';
import { newInterview } from '../interview';
import ProgrammePage from '../programme/index';
import ResultPage from '../result/index';
import { changeInterview, useSession } from '../session';
import SheetPage from '../sheet/index';
import { stopAsking } from './ask-server';

const NEWER = '2099.1+x';
/** A household of three with 800 yuan a head. */
const facts: FactValues = {
  'household.hukou': 'all-tianjin',
  'household.memberCount': 3,
  'household.monthlyWageIncomeFen': 0,
  'household.monthlyOtherIncomeFen': 240_000,
};
const asked = ['hukou', 'member-count', 'wages', 'other-income'];
const interview = { ...newInterview, facts, asked, at: asked.length, doors: ['general'] };
const [first] = programmes;
if (first === undefined) throw new Error('no programme');

/** What a server with this release's rules under a newer name would answer, changed as a test wants. */
const answerOf = (change: Partial<Assessment> = {}) => {
  const assessment = engine.assess(facts, { asOf: today(), standards: standardRows, doors: ['general'] });
  return { ...assessment, rulesVersion: NEWER, plan: undefined, ...change };
};
const replies = (statusCode: number, data: unknown) => async (url: string) =>
  url.endsWith('/catalogue') ? { statusCode: 200, data: catalogue, header: {} } : { statusCode, data, header: {} };

const newProgramme = {
  programme: 'new-one',
  verdict: 'likely' as const,
  clauses: [
    {
      id: 'C1',
      text: '新的一条',
      source: { document: '津民规〔2099〕1号', row: 'X.1', confidence: 'official' as const },
      fact: 'household.newFact',
      value: 123_456,
      threshold: 654_321,
      outcome: 'yes' as const,
      decides: 'eligibility' as const,
    },
  ],
  missing: ['household.otherNewFact'],
  review: [],
};
const catalogue = {
  programmes: [
    {
      code: 'new-one',
      title: '新补贴',
      formalName: '新的困难补贴',
      summary: '给有新困难的家庭。',
      door: 'general',
      guide: { where: '街道', papers: ['身份证'], howLong: '几天', phone: '12345' },
    },
  ],
  facts: { 'household.otherNewFact': { type: 'boolean', label: '新的情况' } },
  questions: [{ id: 'new-question', title: '家里有新的情况吗？', facts: ['household.otherNewFact'] }],
};

beforeEach(() => {
  resetPhone();
  resetVault();
  stopAsking();
  useKeptResults.setState({ results: [], read: false, problem: undefined, wiped: [] });
  useStandards.setState({ rulesVersion: NEWER });
  phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
  useSession.setState({ interview, kept: true, asking: undefined });
});
afterEach(() => act(() => useStandards.setState({ rulesVersion: undefined })));

const press = async (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing to press at ${selector}`);
  await act(async () => void fireEvent.click(found));
};
const show = async (page: React.ReactElement) => {
  const shown = render(page);
  await act(async () => undefined);
  return shown;
};
const text = () => document.body.textContent ?? '';
const askNow = async () => {
  await show(<ResultPage />);
  await press('#ask-server');
  await press('#send');
};

describe('older rules on the phone', () => {
  it('are said, with an offer to ask, only while the server is ahead', async () => {
    const page = await show(<ResultPage />);
    expect(document.querySelector('#older-rules')?.textContent).toContain('以街道说的为准');
    for (const rulesVersion of ['2020.1+x', `${RULES_RELEASE}+x`, undefined]) {
      act(() => useStandards.setState({ rulesVersion }));
      expect(document.querySelector('#older-rules')).toBeNull();
    }
    page.unmount();
  });

  it('send nothing before the resident has seen what is sent, and said yes', async () => {
    await show(<ResultPage />);
    await press('#ask-server');
    expect(screen.getByText(olderRules.consent.sends(asked.length))).toBeTruthy();
    expect(screen.getByText(olderRules.consent.keepsBack)).toBeTruthy();
    await press('#what-is-sent');
    expect(document.querySelectorAll('.sent-answer')).toHaveLength(asked.length);
    await press('#do-not-send');
    expect(phone.requests).toEqual([]);
    expect(document.querySelector('#ask-server')).not.toBeNull();
  });

  it('send the answers and the doors, and nothing else, and show what the server says', async () => {
    phone.reply = replies(200, answerOf());
    await askNow();
    expect(phone.requests).toEqual(['/api/v1/eligibility/assessments']);
    expect(phone.sent).toEqual([{ facts, doors: ['general'] }]);
    expect(document.querySelector('#served')?.textContent).toContain('2099.1');
    expect(document.querySelector('#older-rules')).toBeNull();
    expect(document.querySelector('.rules-version')).toBeNull();
  });

  it('ask anew for every use: the yes of one result is none for the next', async () => {
    phone.reply = replies(200, answerOf());
    await askNow();
    act(() => changeInterview((now) => ({ ...now, facts: { ...now.facts, 'household.memberCount': 4 } })));
    expect(document.querySelector('#served')).toBeNull();
    expect(screen.getByText(olderRules.wentBack)).toBeTruthy();
    expect(document.querySelector('.rules-version')?.textContent).toContain(RULES_RELEASE);
    expect(phone.requests).toHaveLength(1);
  });

  it('show a verdict that is another by the new rules in place of the phone’s', async () => {
    const verdicts = answerOf().verdicts.map((verdict) =>
      verdict.programme === first.code ? { ...verdict, verdict: 'likely' as const } : verdict,
    );
    phone.reply = replies(200, answerOf({ verdicts }));
    await show(<ResultPage />);
    const badge = () => document.querySelector(`#verdict-${first.code} .verdict-badge`)?.textContent;
    expect(badge()).not.toBe('可能符合');
    await press('#ask-server');
    await press('#send');
    expect(badge()).toBe('可能符合');
  });
});

describe('what only the new rules know', () => {
  const withNews = () =>
    answerOf({
      verdicts: [...answerOf().verdicts, newProgramme],
      nextQuestion: { id: 'new-question', facts: ['household.otherNewFact'] },
    });

  it('is called as the server calls it, on the result, the programme’s page and the sheet', async () => {
    phone.reply = replies(200, withNews());
    await askNow();
    expect(phone.requests).toEqual(['/api/v1/eligibility/assessments', '/api/v1/catalogue']);
    expect(phone.sent[1]).toBeUndefined();
    expect(document.querySelector('#verdict-new-one')?.textContent).toContain('新补贴');
    expect(document.querySelector('.served-asks')?.textContent).toContain('家里有新的情况吗？');
    await press('#sheet');
    document.body.innerHTML = '';
    await show(<SheetPage />);
    expect(text()).toContain('新补贴（新的困难补贴）');
    phone.params = { code: 'new-one' };
    await show(<ProgrammePage />);
    expect(screen.getByText('给有新困难的家庭。')).toBeTruthy();
  });

  it('never shows a code, a bare number or English where there are no words', async () => {
    phone.reply = async (url) => {
      if (url.endsWith('/catalogue')) throw new Error('request:fail');
      return { statusCode: 200, data: withNews(), header: {} };
    };
    await askNow();
    const card = document.querySelector('#verdict-new-one');
    expect(card?.textContent).toContain(olderRules.unknown.programme);
    await act(async () => void fireEvent.click(card?.querySelector('.verdict-open') as Element));
    expect(card?.textContent).not.toMatch(/new|Fact|123456|654321/);
    expect(document.querySelector('.served-asks')?.textContent).toBe(olderRules.answered.asksMore);
  });

  it('keeps its name in a result that is kept', async () => {
    phone.reply = replies(200, withNews());
    await askNow();
    await press('#keep');
    const [kept] = useKeptResults.getState().results;
    expect(kept?.verdicts.find(({ programme }) => programme === 'new-one')?.title).toBe('新补贴');
    expect(kept?.rulesVersion).toBe(NEWER);
  });

  it('is shown though no door of this release leads to its question', async () => {
    const verdicts = answerOf().verdicts.map((verdict) =>
      verdict.programme === first.code
        ? { ...verdict, verdict: 'need-facts' as const, missing: ['household.otherNewFact'] }
        : verdict,
    );
    phone.reply = replies(200, answerOf({ verdicts }));
    await askNow();
    expect(document.querySelector(`#verdict-${first.code}`)?.textContent).toContain('新的情况');
  });

  it('does not name a clause as the reason when it cannot tell which of several decided', async () => {
    const verdicts = answerOf().verdicts.map((verdict) =>
      verdict.programme === first.code
        ? {
            ...verdict,
            verdict: 'unlikely' as const,
            clauses: verdict.clauses.map((clause) => ({ ...clause, id: `N${clause.id}`, outcome: 'no' as const })),
          }
        : verdict,
    );
    phone.reply = replies(200, answerOf({ verdicts }));
    await askNow();
    expect(document.querySelector(`#verdict-${first.code} .verdict-why`)?.textContent).toBe(olderRules.unknown.why);
  });

  it('has no plan of the old rules made over it, nor one this release cannot read', async () => {
    phone.reply = replies(200, { ...withNews(), plan: { apply: 'something else' } });
    await askNow();
    expect(document.querySelector('#verdict-new-one')).not.toBeNull();
    expect(document.querySelector('#plan')).toBeNull();
  });
});

describe('asking the server', () => {
  it('without a network says so, keeps the phone’s result, and tries again at a press', async () => {
    phone.reply = async () => {
      throw new Error('request:fail');
    };
    await askNow();
    expect(screen.getByRole('alert').textContent).toBe(olderRules.failed.offline);
    expect(document.querySelectorAll('.verdict-card').length).toBeGreaterThan(1);
    phone.reply = replies(200, answerOf());
    await press('#retry');
    expect(document.querySelector('#served')).not.toBeNull();
  });

  it.each([
    ['a fault of ours', 500, { detail: 'stack' }, '12345'],
    ['a refusal with a reason', 429, { code: 'too-many', detail: '请过一会儿再试。' }, '请过一会儿再试。'],
    ['half an answer', 200, { ...answerOf(), verdicts: [{ programme: 'x' }] }, olderRules.failed.unreadable],
    ['an answer of no programme', 200, answerOf({ verdicts: [] }), olderRules.failed.unreadable],
    ['the rules this phone has', 200, answerOf({ rulesVersion: `${RULES_RELEASE}+y` }), olderRules.failed['not-newer']],
    ['older rules than this phone has', 200, answerOf({ rulesVersion: '2020.1+y' }), olderRules.failed['not-newer']],
  ])('answered with %s says so and goes on with the phone’s result', async (_what, status, data, words) => {
    phone.reply = replies(status, data);
    await askNow();
    expect(screen.getByRole('alert').textContent).toContain(words);
    expect(document.querySelector('#served')).toBeNull();
    expect(document.querySelectorAll('.verdict-card').length).toBeGreaterThan(1);
  });

  it('that takes long says so, and can be given up: a late answer changes nothing', async () => {
    jest.useFakeTimers();
    let answer: (reply: Awaited<ReturnType<typeof phone.reply>>) => void = () => undefined;
    phone.reply = () => new Promise((resolve) => (answer = resolve));
    await askNow();
    expect(document.querySelector('.older-sending')?.textContent).toBe(olderRules.sending);
    await act(async () => jest.advanceTimersByTime(5_000));
    expect(document.querySelector('.older-sending')?.textContent).toBe(olderRules.slow);
    await press('#stop-asking');
    expect(document.querySelector('#ask-server')).not.toBeNull();
    await act(async () => answer({ statusCode: 200, data: answerOf(), header: {} }));
    expect(document.querySelector('#served')).toBeNull();
    jest.useRealTimers();
  });

  it('whose rules do not take an answer says which question, and leads to it', async () => {
    const errors = [
      { field: 'facts.household.memberCount', code: 'fact.out-of-range', message: '请填 1 到 2 之间的数。' },
    ];
    phone.reply = replies(400, { code: 'eligibility.bad-facts', detail: '有几项填得不对。', errors });
    await askNow();
    expect(document.querySelector('.answer-problem')?.textContent).toContain('请填 1 到 2 之间的数。');
    await press('.change-answer');
    expect(useSession.getState().interview).toMatchObject({ at: 1, editing: true });
    expect(phone.opened).toEqual(['/packages/relief/wizard/index']);
  });

  it('whose rules have a question no more offers to ask without it, and says what was left out', async () => {
    const errors = [{ field: 'facts.household.memberCount', code: 'fact.unknown', message: '没有这一项。' }];
    phone.reply = replies(400, { code: 'eligibility.bad-facts', detail: '有几项填得不对。', errors });
    await askNow();
    phone.reply = replies(200, answerOf());
    await press('#without-gone');
    const { 'household.memberCount': _gone, ...left } = facts;
    expect(phone.sent.at(-1)).toEqual({ facts: left, doors: ['general'] });
    expect(document.querySelector('#served')?.textContent).toContain('没有算进去的题');
  });
});

it('forgetting the answers forgets what the server said to them', async () => {
  phone.reply = replies(200, answerOf());
  await askNow();
  await press('#restart');
  phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
  await show(<ResultPage />);
  expect(document.querySelector('#served')).toBeNull();
});
