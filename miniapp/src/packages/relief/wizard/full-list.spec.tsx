import type { Question } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import { questions } from '@jinmen/shared/facts/questions';
import { fireEvent, render, screen } from '@testing-library/react';
import { newInterview } from '../interview';
import { QuestionPanel } from './question-panel';

const listed: readonly Question[] = questions.filter((question) => 'list' in question);
const ask = (question: Question) =>
  render(
    <QuestionPanel
      question={question}
      definitions={facts}
      interview={newInterview}
      onBack={() => {}}
      onConfirm={() => {}}
    />,
  );
const opener = () => screen.getByRole('button', { name: /名单/ });

describe('看全部名单', () => {
  it('stands at each of the three classes of illness', () => {
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(['illness-a', 'illness-b', 'illness-c']));
  });

  it.each(listed.map((question) => [question.id, question] as const))('opens at %s and closes again', (_, question) => {
    ask(question);
    const items = question.list?.items ?? [];
    expect(opener().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    fireEvent.click(opener());
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(items);
    fireEvent.click(opener());
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });

  it('leaves what is already typed in the field', () => {
    const [question] = listed;
    if (question === undefined) throw new Error('no question has a list');
    ask(question);
    const field = document.querySelector('input');
    if (field === null) throw new Error('no field to type in');
    fireEvent.input(field, { target: { value: '2' } });
    fireEvent.click(opener());
    expect(document.querySelector('input')?.value).toBe('2');
  });

  it('is not offered where a question has no list', () => {
    const plain = questions.find((question) => !('list' in question));
    if (plain === undefined) throw new Error('every question has a list');
    ask(plain);
    expect(screen.queryByRole('button', { name: /名单/ })).toBeNull();
  });
});
