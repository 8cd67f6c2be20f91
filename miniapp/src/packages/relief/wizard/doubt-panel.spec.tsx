import { fireEvent, render, screen } from '@testing-library/react';
import { phone, resetPhone } from '../../../../test/taro';
import { keptKeys } from '../../../state/kept-on-phone';
import { newInterview } from '../interview';
import ResultPage from '../result/index';
import { useSession } from '../session';
import WizardPage from './index';

beforeEach(() => {
  resetPhone();
  useSession.setState({ interview: newInterview, kept: true, asking: undefined });
});

const press = (selector: string) => {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`nothing to press at ${selector}`);
  fireEvent.click(found);
};
const title = () => document.querySelector('.question-title')?.textContent ?? '';

describe('answers that hardly go together', () => {
  const PENSION = '家里老人领的城乡居民基础养老金，一个月多少？';
  const NOBODY_AGED = {
    'household.hasDisabledMember': false,
    'household.hasLongTermIllness': false,
    'household.hasMajorOrSpecialIllness': false,
    'household.hasMemberAged60': false,
    'household.hasMinor': true,
    'household.isSingleParentWithStudent': false,
  };
  /** At the pension, with nobody of sixty in the household. */
  const begin = () => {
    const facts = { ...NOBODY_AGED, 'household.monthlyBasicPensionFen': 0 };
    const kept = { ...newInterview, doors: ['general'], facts, asked: ['family', 'basic-pension'], at: 1 };
    phone.stored.set(keptKeys.reliefAnswers, JSON.stringify(kept));
    const page = render(<WizardPage />);
    press('#start');
    expect(title()).toBe(PENSION);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '300' } });
    press('#next');
    return page;
  };
  const answers = () => useSession.getState().interview.facts;

  it('are asked about where they stand, both named, and kept', () => {
    begin();
    expect(title()).toBe(PENSION);
    expect(screen.getByRole('alert').textContent).toContain('60岁');
    expect([...document.querySelectorAll('.doubt-answer-words')].map((line) => line.textContent)).toEqual([
      '您答的是：有18岁以下的孩子',
      '您答的是：300 元',
    ]);
    expect(answers()['household.monthlyBasicPensionFen']).toBe(30_000);
  });

  it('may be right: the questions go on and do not ask again', () => {
    begin();
    press('#settle');
    expect(title()).not.toBe(PENSION);
    press('#back');
    press('#next');
    expect(document.querySelector('.doubt')).toBeNull();
    expect(title()).not.toBe(PENSION);
  });

  it('can be changed in the earlier one, and then the questions go on behind the later one', () => {
    begin();
    fireEvent.click(screen.getByText('改前面那一题'));
    expect(title()).toBe('您家有下面这些情况吗？');
    fireEvent.click(screen.getByText('有60岁以上的老人'));
    press('#next');
    expect([PENSION, '您家有下面这些情况吗？']).not.toContain(title());
    expect(answers()).toMatchObject({ 'household.hasMemberAged60': true, 'household.monthlyBasicPensionFen': 30_000 });
  });

  it('can be changed where they stand', () => {
    begin();
    press('#change-this');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '0' } });
    press('#next');
    expect(title()).not.toBe(PENSION);
    expect(answers()['household.monthlyBasicPensionFen']).toBe(0);
  });

  it('left in the middle are asked about again on the way back, and on the result', () => {
    begin().unmount();
    useSession.setState({ interview: newInterview, kept: true, asking: undefined });
    const again = render(<WizardPage />);
    press('#start');
    expect(document.querySelector('.doubt')).not.toBeNull();
    again.unmount();
    const result = render(<ResultPage />);
    press('.look-into');
    result.unmount();
    render(<WizardPage />);
    expect(title()).toBe(PENSION);
    press('#settle');
    expect(title()).not.toBe(PENSION);
    render(<ResultPage />);
    expect(document.querySelector('.doubt-note')).toBeNull();
  });
});
