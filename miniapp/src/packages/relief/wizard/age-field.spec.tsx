import { checkDigit } from '@jinmen/shared/kernel/id-number';
import { fireEvent, render, screen } from '@testing-library/react';
import { phone, resetPhone } from '../../../../test/taro';
import { teaFacts, teaQuestion } from '../../../../test/tea-house';
import { newInterview } from '../interview';
import { useSession } from '../session';
import { QuestionPanel } from './question-panel';

const onConfirm = jest.fn();

/** As the page does: the panel is drawn anew with every change of the interview. */
function AgeQuestion() {
  const interview = useSession((session) => session.interview);
  return (
    <QuestionPanel
      question={teaQuestion('age')}
      definitions={teaFacts}
      interview={interview}
      onBack={() => {}}
      onConfirm={onConfirm}
    />
  );
}

beforeEach(() => {
  resetPhone();
  onConfirm.mockClear();
  useSession.setState({ interview: newInterview, kept: true, asking: undefined });
  render(<AgeQuestion />);
});

/** Nobody's: there is no such place. */
const SEVENTEEN = '99999919530215000';
const NUMBER = `${SEVENTEEN}${checkDigit(SEVENTEEN)}`;

const field = () => screen.getByRole<HTMLInputElement>('textbox');
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const next = () => fireEvent.click(screen.getByText('下一题'));
/** Everything the phone keeps, and everything the app remembers of the answers. */
const kept = () => JSON.stringify([[...phone.stored.values()], useSession.getState().interview]);

describe('an ID number typed where an age is asked', () => {
  it('becomes the age, and is said not to be kept', () => {
    type(NUMBER);
    expect(field().value).toMatch(/^7\d$/);
    expect(screen.getByRole('status').textContent).toContain('号码没有存下来');
    expect(onConfirm).not.toHaveBeenCalled();
    next();
    expect(onConfirm).toHaveBeenCalledWith({ 'guest.age': Number(field().value) });
  });

  it('is kept nowhere, however it is typed', () => {
    for (let length = 1; length <= NUMBER.length; length++) {
      type(NUMBER.slice(0, length));
      if (length > 3) expect(kept()).not.toContain(NUMBER.slice(0, 3));
    }
    expect(kept()).not.toContain('19530215');
    expect(phone.requests).toEqual([]);
  });

  it('with a digit typed wrongly stays on the screen and is asked about there', () => {
    const wrong = NUMBER.slice(0, 17) + (NUMBER.endsWith('1') ? '2' : '1');
    type(wrong);
    expect(screen.getByRole('alert').textContent).toContain('好像有一位填错了');
    expect(field().value).toBe(wrong);
    expect(kept()).not.toContain(wrong.slice(0, 4));
    next();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('half typed does not go on, and stands as it was when 不清楚 was ticked and taken back', () => {
    type(NUMBER.slice(0, 10));
    fireEvent.click(screen.getByRole('checkbox', { name: '不清楚' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '不清楚' }));
    expect(field().value).toBe(NUMBER.slice(0, 10));
    next();
    expect(screen.getByRole('alert').textContent).toContain('请填全 18 位');
  });

  it('of fifteen digits becomes the age when the resident goes on, and is looked at first', () => {
    type('999999530215000');
    expect(screen.queryByRole('status')).toBeNull();
    next();
    expect(field().value).toMatch(/^7\d$/);
    expect(onConfirm).not.toHaveBeenCalled();
  });
});

it('an age itself is kept as typed, so that a killed app loses nothing', () => {
  type('72');
  expect(useSession.getState().interview.drafts).toEqual({ age: { question: 'age', text: '72' } });
  next();
  expect(onConfirm).toHaveBeenCalledWith({ 'guest.age': 72 });
});
