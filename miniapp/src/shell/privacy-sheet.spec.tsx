import { act, fireEvent, render, screen } from '@testing-library/react';
import { phone, resetPhone } from '../../test/taro';
import { answerPrivacyQuestions, usePrivacy } from '../state/privacy';
import { PrivacySheet } from './privacy-sheet';

const inWechat = (work: () => void) => {
  Object.assign(process.env, { TARO_ENV: 'weapp' });
  work();
  Object.assign(process.env, { TARO_ENV: 'h5' });
};

/** WeChat's question; what it is told, one after the other. */
function ask(): { event: string; buttonId?: string }[] {
  const told: { event: string; buttonId?: string }[] = [];
  act(() => phone.askPrivacy?.((answer) => told.push(answer)));
  return told;
}

describe("WeChat's question on privacy", () => {
  beforeEach(() => {
    resetPhone();
    usePrivacy.setState({ questions: [] });
    inWechat(answerPrivacyQuestions);
  });

  it('is not drawn before something asks', () => {
    const { container } = render(<PrivacySheet />);
    expect(container.textContent).toBe('');
  });

  it('answered yes names the button that was tapped, to everything that waited', () => {
    render(<PrivacySheet />);
    const told = [ask(), ask()];
    fireEvent.click(screen.getByText('同意'));
    const answers = [{ event: 'exposureAuthorization' }, { event: 'agree', buttonId: 'privacy-agree' }];
    expect(told).toEqual([answers, answers]);
    expect(screen.queryByText('同意')).toBeNull();
    expect(document.getElementById('privacy-agree')).toBeNull();
  });

  it('answered no lets the rest be used, says so first, and can be asked again', () => {
    render(<PrivacySheet />);
    const told = ask();
    expect(screen.getByText(/别的都照常能看、能填/)).toBeTruthy();
    fireEvent.click(screen.getByText('不同意'));
    expect(told.at(-1)).toEqual({ event: 'disagree' });
    ask();
    expect(screen.getByText('不同意')).toBeTruthy();
  });

  it('shows the guideline before anything is answered', () => {
    render(<PrivacySheet />);
    const told = ask();
    fireEvent.click(screen.getByText('看看指引'));
    expect(phone.opened).toEqual(['privacy guideline']);
    expect(told).toEqual([{ event: 'exposureAuthorization' }]);
  });

  it('is listened for in no browser', () => {
    resetPhone();
    answerPrivacyQuestions();
    expect(phone.askPrivacy).toBeUndefined();
  });
});
