import { programmes } from '@jinmen/shared/catalogue';
import { versionOn } from '@jinmen/shared/eligibility/programme-of-day';
import { questions } from '@jinmen/shared/facts/questions';
import { standardRows } from '@jinmen/shared/standards/standards';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { phone, resetPhone } from '../../../test/taro';
import MinePage from '../../pages/mine/index';
import { today } from '../../platform/clock';
import { keptKeys } from '../../state/kept-on-phone';
import { useStandards } from '../../state/standards';
import { house } from './house';
import { newInterview } from './interview';
import { doorsAtStart } from './open-doors';
import ProgrammePage from './programme/index';
import ResultPage from './result/index';
import { restoreInterview, useSession } from './session';
import WizardPage from './wizard/index';

beforeEach(() => {
  resetPhone();
  // As from 家里有困难 on the home page.
  phone.params = { door: 'general' };
  useSession.setState({ interview: newInterview, kept: true, asking: undefined });
});

const press = (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing to press at ${selector}`);
  fireEvent.click(found);
};
const ticked = () => [...document.querySelectorAll('.choice-on .choice-text')].map((choice) => choice.textContent);
const opened = () => useSession.getState().interview.doors;
const title = () => document.querySelector('.question-title')?.textContent ?? '';

/** Answers whatever is asked with 不清楚 until the result is opened; what was asked, in order. */
function answerAllUnsure(): readonly string[] {
  const asked: string[] = [];
  while (!phone.opened.includes('/packages/relief/result/index')) {
    if (asked.length > 40) throw new Error('the questions do not end');
    asked.push(title() + (document.querySelector('.question-help')?.textContent ?? ''));
    press('.choice-unsure');
    press('#next');
  }
  return asked;
}

describe('the doors', () => {
  const titles = doorsAtStart(house).map((door) => door.title);

  it('come first, none ticked for whoever came in by none, and one at least is needed', () => {
    phone.params = {};
    render(<WizardPage />);
    expect(screen.getByText('您想看看哪些事？')).toBeTruthy();
    expect([...document.querySelectorAll('.choice-text')].map((choice) => choice.textContent)).toEqual(titles);
    expect(ticked()).toEqual([]);
    press('#start');
    expect(screen.getByRole('alert').textContent).toBe('先点一件想看的事。');
    expect(title()).toBe('');
  });

  it('have that one ticked by which the resident came in, which can be ticked off again', () => {
    render(<WizardPage />);
    expect(ticked()).toEqual(['家里钱不够用']);
    press('.choice-on');
    expect(ticked()).toEqual([]);
  });

  it('leave no trace before they are confirmed, and then are exactly those chosen', () => {
    const { unmount } = render(<WizardPage />);
    expect(phone.stored.has(keptKeys.reliefAnswers)).toBe(false);
    unmount();
    phone.params = { door: 'no-such-door' };
    render(<WizardPage />);
    press('.choice');
    press('#start');
    expect(opened()).toEqual([doorsAtStart(house)[0]?.code]);
    expect(title()).not.toBe('');
  });

  it('can be changed in the middle of the questions, which then go on where they were', () => {
    render(<WizardPage />);
    press('#start');
    press('.choice');
    press('#next');
    const [second, answers] = [title(), useSession.getState().interview.facts];
    press('#change-doors');
    expect(screen.getByText('前面答过的都留着。')).toBeTruthy();
    press('#keep-doors');
    expect(title()).toBe(second);
    press('#change-doors');
    press('#start');
    expect(title()).toBe(second);
    expect(useSession.getState().interview.facts).toBe(answers);
    expect(opened()).toEqual(['general']);
  });

  it('are where one goes back to from the first question', () => {
    render(<WizardPage />);
    press('#start');
    press('#back');
    expect(ticked()).toEqual(['家里钱不够用']);
    press('#start');
    expect(title()).not.toBe('');
  });

  it('can be changed from the result, and back there nothing is lost', () => {
    const wizard = render(<WizardPage />);
    press('#start');
    press('.choice');
    press('#next');
    press('#peek');
    wizard.unmount();
    const result = render(<ResultPage />);
    press('#change-doors');
    result.unmount();
    render(<WizardPage />);
    expect(ticked()).toEqual(['家里钱不够用']);
    expect(useSession.getState().interview.asked).toHaveLength(1);
  });

  it('of another page are offered to whoever comes back by one not opened yet', () => {
    const kept = { ...newInterview, facts: { 'household.memberCount': 2 }, asked: ['member-count'], at: 1 };
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify({ ...kept, doors: ['special-family'] }));
    render(<WizardPage />);
    expect(screen.getByText('上次还没答完')).toBeTruthy();
    press('#start');
    expect(ticked()).toEqual(['家里钱不够用']);
    press('#start');
    expect(opened()).toEqual(['special-family', 'general']);
  });
});

describe('the questions', () => {
  it('begin only after the start words, and end at the result without one request', () => {
    render(<WizardPage />);
    expect(screen.getByText(/不用登录/)).toBeTruthy();
    press('#start');
    const asked = answerAllUnsure();
    expect(asked.length).toBeGreaterThan(2);
    expect(new Set(asked).size).toBe(asked.length);
    expect(phone.requests).toEqual([]);
  });

  it('do not go on without an answer, and say why beside the question', () => {
    render(<WizardPage />);
    press('#start');
    const before = title();
    press('#next');
    expect(title()).toBe(before);
    expect(screen.getByRole('alert').textContent).toContain('不清楚');
  });

  it('keep the answers on the way back', () => {
    render(<WizardPage />);
    press('#start');
    const first = title();
    const chosen = document.querySelector('.choice .choice-text')?.textContent;
    press('.choice');
    press('#next');
    expect(title()).not.toBe(first);
    press('#back');
    expect(title()).toBe(first);
    expect(document.querySelector('.choice-on .choice-text')?.textContent).toBe(chosen);
  });

  it('keep what is ticked on a later question on the way back to the one before', () => {
    render(<WizardPage />);
    press('#start');
    press('.choice');
    press('#next');
    const second = title();
    press('.choice-unsure');
    press('#back');
    expect(title()).not.toBe(second);
    press('#next');
    expect(title()).toBe(second);
    expect(document.querySelector('.choice-unsure')?.className).toContain('choice-on');
  });

  it('are there again after the app was killed, and can be started over', async () => {
    const { unmount } = render(<WizardPage />);
    press('#start');
    press('.choice');
    press('#next');
    const second = title();
    unmount();
    useSession.setState({ interview: newInterview, kept: true, asking: undefined });
    render(<WizardPage />);
    expect(screen.getByText('上次还没答完')).toBeTruthy();
    press('#start');
    expect(title()).toBe(second);
  });

  it('started over forget everything, after asking', async () => {
    phone.stored.set(
      keptKeys.reliefAnswers,
      JSON.stringify({ ...newInterview, draft: { question: 'hukou', chosen: ['none'] } }),
    );
    render(<WizardPage />);
    await act(async () => press('#restart'));
    expect(phone.stored.has(keptKeys.reliefAnswers)).toBe(false);
    expect(screen.getByText('您想看看哪些事？')).toBeTruthy();
  });

  it('go on even when the phone keeps nothing, and say so', () => {
    phone.storageBroken = true;
    render(<WizardPage />);
    press('#start');
    press('.choice');
    expect(screen.getByText(/没让存/)).toBeTruthy();
    press('#next');
    expect(title()).not.toBe('');
  });
});

describe('the answers in memory', () => {
  const begin = () => {
    render(<WizardPage />);
    press('#start');
    press('.choice');
    press('#next');
    return useSession.getState().interview;
  };

  it('stand while the storage cannot be read', () => {
    const before = begin();
    phone.storageBroken = true;
    act(restoreInterview);
    expect(useSession.getState().interview).toBe(before);
  });

  it('are gone with those on the phone, also when the phone had stopped keeping them', async () => {
    const before = begin();
    act(() => useSession.setState({ kept: false }));
    expect(before.asked).toHaveLength(1);
    render(<MinePage />);
    await act(async () => press('#clear'));
    expect(useSession.getState().interview).toBe(newInterview);
    expect(phone.stored.has(keptKeys.reliefAnswers)).toBe(false);
  });
});

describe('the result', () => {
  it('answers every programme or offers its door, never 符合 without 可能, with rules and day', () => {
    useSession.setState({ interview: { ...newInterview, doors: ['general'] } });
    phone.storageBroken = true;
    render(<ResultPage />);
    for (const { code, title, door } of programmes) {
      if (door === 'general') expect(document.querySelector(`#verdict-${code}`)).not.toBeNull();
      else expect(document.querySelector('.not-asked')?.textContent).toContain(title);
    }
    const text = document.body.textContent ?? '';
    expect(text.replace(/可能符合/g, '')).not.toContain('符合');
    // One thing to do first: while questions are open, answering them.
    expect(document.querySelector('#continue')?.className).toContain('button-primary');
    expect(document.querySelector('#apply')?.className).toContain('button-second');
    expect(text).toMatch(/按 \d{4} 年 \d+ 月 \d+ 日的标准算/);
  });

  it('of nothing but 不清楚 refuses nobody', () => {
    const wizard = render(<WizardPage />);
    press('#start');
    answerAllUnsure();
    wizard.unmount();
    render(<ResultPage />);
    const badges = [...document.querySelectorAll('.verdict-badge')].map((badge) => badge.textContent);
    expect(badges).not.toContain('可能符合');
    expect(badges.filter((badge) => badge === '要街道核定').length).toBeGreaterThan(0);
  });

  it('lets one answer be changed and comes straight back', () => {
    const wizard = render(<WizardPage />);
    press('#start');
    answerAllUnsure();
    wizard.unmount();
    const result = render(<ResultPage />);
    phone.opened.length = 0;
    press('.answer-row');
    expect(phone.opened).toEqual(['/packages/relief/wizard/index']);
    result.unmount();
    render(<WizardPage />);
    expect(document.querySelector('#next')?.textContent).toBe('改好了');
    press('#next');
    expect(phone.opened).toContain('/packages/relief/result/index');
  });
});

describe('what to apply for together', () => {
  const begin = (facts: object) => {
    const known = { 'household.hukou': 'all-tianjin', 'household.memberCount': 3, ...facts };
    const asked = questions.filter(({ facts: names }) => names.every((name) => name in known)).map(({ id }) => id);
    phone.stored.set(
      keptKeys.reliefAnswers,
      JSON.stringify({ ...newInterview, facts: known, asked, at: asked.length, doors: ['general'] }),
    );
    render(<ResultPage />);
  };
  const working = {
    'household.monthlyWageIncomeFen': 240_000,
    'household.monthlyOtherIncomeFen': 0,
    'household.monthlyBasicPensionFen': 0,
    'household.hasAbleBodiedWithoutWork': false,
    'household.hasSupportFromOutside': false,
    'household.receivedSeverance': false,
    'household.moneyAssetsFen': 0,
  };

  it('stands above the answers, each step leads to its page, and why is told on tap', () => {
    begin(working);
    expect(document.querySelector('.plan-step .list-row-title')?.textContent).toContain('低保');
    expect(document.querySelector('.plan-reason')).toBeNull();
    press('#plan-why');
    expect(document.querySelector('.plan-reason')?.textContent).toContain('依据：');
    press('.plan-step');
    expect(phone.opened).toEqual(['/packages/relief/programme/index?code=minimum-living-allowance']);
  });

  it('proposes nothing that did not match', () => {
    begin({ ...working, 'household.monthlyOtherIncomeFen': 3_000_000 });
    const proposed = [...document.querySelectorAll('.plan-step')].map((row) => row.textContent);
    expect(proposed.filter((text) => text?.includes('低保'))).toEqual([]);
  });
});

describe('what may hurt', () => {
  /** Above the 低保 line, none of the kinds of household that get the grant: only the closed door could still matter. */
  const facts = {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 3,
    'household.monthlyWageIncomeFen': 0,
    'household.monthlyOtherIncomeFen': 390_000,
    'household.monthlyBasicPensionFen': 0,
  };
  const begin = () => {
    const asked = ['hukou', 'member-count', 'wages', 'other-income', 'basic-pension'];
    const kept = { ...newInterview, doors: ['general'], facts, asked, at: asked.length };
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(kept));
  };

  it('is not asked but listed, softly, and asked only after 我愿意说', () => {
    begin();
    const result = render(<ResultPage />);
    expect(screen.getByText('还没问的')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '计划生育特别扶助的事：我愿意说' }));
    result.unmount();
    expect(useSession.getState().interview.doors).toContain('special-family');
    expect(phone.opened).toEqual(['/packages/relief/wizard/index']);
    render(<ResultPage />);
    expect(screen.queryByText('计划生育特别扶助的事')).toBeNull();
  });
});

it('a programme says whom it is for, what to bring, where it is written and whom to call', () => {
  for (const { code, summary, guide } of programmes) {
    phone.params = { code };
    const { unmount } = render(<ProgrammePage />);
    expect(screen.getByText(summary)).toBeTruthy();
    for (const paper of guide.papers) expect(screen.getByText(paper)).toBeTruthy();
    expect(document.querySelectorAll('.clause').length).toBeGreaterThan(0);
    unmount();
  }
});

it('a figure that is no longer in force is named as over, never as the one of today', () => {
  phone.params = { code: 'disability-care-subsidy' };
  render(<ProgrammePage />);
  expect(screen.getByText('重度残疾人护理补贴：现在多少待核定。最近查到的是每人每月 200 元。')).toBeTruthy();
  expect(screen.queryByText('重度残疾人护理补贴：每人每月 200 元')).toBeNull();
});

it('a figure that arrives while a page is open is judged by at once, on every page', () => {
  const asked = ['hukou', 'member-count', 'wages', 'other-income', 'basic-pension'];
  const facts = {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 3,
    'household.monthlyWageIncomeFen': 0,
    'household.monthlyOtherIncomeFen': 390_000,
    'household.monthlyBasicPensionFen': 0,
  };
  const kept = { ...newInterview, doors: ['general'], facts, asked, at: asked.length };
  phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(kept));
  const higher = standardRows.map((row) => (row.key === 'minimum-living-allowance' ? { ...row, value: 130_100 } : row));
  const badge = () =>
    (document.querySelector('#verdict-minimum-living-allowance .verdict-badge') ?? document.querySelector('.pill'))
      ?.textContent;
  for (const page of [<ResultPage key="result" />, <ProgrammePage key="programme" />]) {
    phone.params = { code: 'minimum-living-allowance' };
    const { unmount } = render(page);
    expect(badge()).toBe('还差几题');
    act(() => useStandards.setState({ rows: higher }));
    expect(badge()).toBe('要街道核定');
    act(() => useStandards.setState({ rows: standardRows }));
    unmount();
  }
});

it('a programme nobody knows leads home', () => {
  phone.params = { code: 'no-such-programme' };
  render(<ProgrammePage />);
  expect(screen.getByText('回首页')).toBeTruthy();
});

it.each(programmes.map(({ code, door }) => [code, door]))('the page of %s wears the colours of %s', (code, door) => {
  phone.params = { code: code ?? '' };
  const { container } = render(<ProgrammePage />);
  expect(container.querySelector('.theme-funeral') !== null).toBe(door === 'farewell');
});

it('a programme always says what is paid: a figure, that nobody has published it, or that its rule names none', () => {
  for (const programme of programmes) {
    phone.params = { code: programme.code };
    const { container, unmount } = render(<ProgrammePage />);
    const paysNothing = versionOn(programme, today())?.amount === undefined;
    expect([programme.code, screen.queryByText('这一项的规定里没有写发多少钱。') !== null]).toEqual([
      programme.code,
      paysNothing,
    ]);
    expect(container.querySelectorAll('.standard').length).toBeGreaterThan(0);
    unmount();
  }
});
