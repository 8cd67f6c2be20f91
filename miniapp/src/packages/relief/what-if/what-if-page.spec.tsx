import { questions } from '@jinmen/shared/facts/questions';
import { fireEvent, render, screen } from '@testing-library/react';
import { phone, resetPhone } from '../../../../test/taro';
import { keptKeys } from '../../../state/kept-on-phone';
import { newInterview } from '../interview';
import ResultPage from '../result/index';
import { useSession } from '../session';
import WhatIfPage from './index';

beforeEach(() => {
  resetPhone();
  useSession.setState({ interview: newInterview, kept: true, asking: undefined });
});

const working = {
  'household.hukou': 'all-tianjin',
  'household.memberCount': 3,
  'household.monthlyWageIncomeFen': 240_000,
  'household.monthlyOtherIncomeFen': 0,
  'household.monthlyBasicPensionFen': 0,
  'household.hasAbleBodiedWithoutWork': false,
  'household.hasSupportFromOutside': false,
  'household.receivedSeverance': false,
  'household.moneyAssetsFen': 0,
};

function keep(facts: object): void {
  const asked = questions.filter(({ facts: names }) => names.every((name) => name in facts)).map(({ id }) => id);
  const interview = { ...newInterview, facts, asked, at: asked.length, doors: ['general'] };
  phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(interview));
}

function press(selector: string): void {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing to press at ${selector}`);
  fireEvent.click(found);
}

const heading = () => document.querySelector('#what-changes .heading')?.textContent;

describe('the page of 先算后挣', () => {
  it('is reached from the result, once it is known what the household earns', () => {
    keep({ 'household.hukou': 'all-tianjin', 'household.memberCount': 3 });
    const { unmount } = render(<ResultPage />);
    expect(document.querySelector('#what-if')).toBeNull();
    unmount();
    keep(working);
    render(<ResultPage />);
    press('#what-if');
    expect(phone.opened).toEqual(['/packages/relief/what-if/index']);
  });

  it('shows at once what a usual sum would change, and another one when it is chosen', () => {
    keep(working);
    render(<WhatIfPage />);
    expect(heading()).toBe('每月多挣 500 元');
    fireEvent.click(screen.getByRole('radio', { name: '2000 元' }));
    expect(heading()).toBe('每月多挣 2000 元');
    expect(document.querySelector('.what-if-turns')?.textContent).toContain('低保：多挣 735 元起');
  });

  it('keeps what was typed wrongly in its field, with words beside it', () => {
    keep(working);
    render(<WhatIfPage />);
    fireEvent.click(screen.getByRole('radio', { name: '自己填' }));
    const field = document.querySelector('input');
    if (field === null) throw new Error('nowhere to type');
    fireEvent.input(field, { target: { value: '八百' } });
    press('#see');
    expect(screen.getByRole('alert').textContent).toContain('1200');
    expect(heading()).toBe('每月多挣 500 元');
    fireEvent.input(field, { target: { value: '800' } });
    press('#see');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(heading()).toBe('每月多挣 800 元');
  });

  it('keeps and sends nothing of what is chosen', () => {
    keep(working);
    const before = new Map(phone.stored);
    render(<WhatIfPage />);
    fireEvent.click(screen.getByRole('radio', { name: '3000 元' }));
    expect(phone.stored).toEqual(before);
    expect(phone.requests).toEqual([]);
  });

  it('says that 渐退 exists, with its source and without a promise', () => {
    keep(working);
    render(<WhatIfPage />);
    const text = document.body.textContent ?? '';
    expect(text).toMatch(/渐退.*最多 6 个月.*由街道核定.*依据：/);
  });

  it('leads to the question when nothing is known of what is earned', () => {
    render(<WhatIfPage />);
    press('#to-questions');
    expect(phone.opened).toEqual(['/packages/relief/wizard/index']);
    expect(document.querySelector('#what-changes')).toBeNull();
  });
});
