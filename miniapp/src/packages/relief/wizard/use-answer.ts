import type { FactDefinition, Question } from '@jinmen/shared/facts/fact';
import { useState } from 'react';
import { today } from '../../../platform/clock';
import type { Answer, Draft } from '../interview';
import { answerFrom, type Read, viewOf } from '../question-view';
import { isWholeIdNumber, mayKeep } from '../typed-age';

interface Asked {
  readonly question: Question;
  readonly definitions: Readonly<Record<string, FactDefinition>>;
  /** What stands on the screen. */
  readonly draft: Draft;
  /** On every keystroke and tick, so that a killed app loses nothing. */
  readonly keep: (draft: Draft) => void;
  readonly onConfirm: (answer: Answer) => void;
}

/** An answer on its way: what stands on the screen, and what is said beside it. */
export interface Answering {
  readonly draft: Draft;
  readonly problem: string | undefined;
  readonly note: string | undefined;
  /** More was typed than the question asks; it stands on the screen alone. */
  readonly long: boolean;
  /** Counts the times another text was put into the field than was typed. */
  readonly refilled: number;
  readonly change: (draft: Draft) => void;
  readonly type: (text: string) => void;
  readonly confirm: () => void;
  /** The field was left. In the interview nothing is confirmed by that. */
  readonly leave?: () => void;
}

/**
 * What is typed or ticked is kept at once, except what is more than the question asks: an ID number typed where an age is
 * asked stands on the screen until the age is read from it, and nowhere else.
 */
export function useAnswer({ question, definitions, draft, keep, onConfirm }: Asked): Answering {
  const [said, setSaid] = useState<{ readonly problem?: string; readonly note?: string }>({});
  const [unkept, setUnkept] = useState<string>();
  const [refilled, setRefilled] = useState(0);
  const change = (next: Draft) => {
    setSaid({});
    keep(next);
  };
  const take = (read: Read) => {
    if ('answer' in read) onConfirm(read.answer);
    else if ('problem' in read) setSaid(read);
    else {
      keep(read.instead);
      setUnkept(undefined);
      setSaid({ note: read.note });
      setRefilled((count) => count + 1);
    }
  };
  const type = (text: string) => {
    const typed = { question: question.id, text };
    const whole = viewOf(question, definitions).kind !== 'age' || mayKeep(text);
    setUnkept(whole ? undefined : text);
    change(whole ? typed : { question: question.id, text: '' });
    if (!whole && isWholeIdNumber(text)) take(answerFrom(question, definitions, typed, today()));
  };
  const confirm = () =>
    take(answerFrom(question, definitions, unkept === undefined ? draft : { ...draft, text: unkept }, today()));
  return { draft, problem: said.problem, note: said.note, long: unkept !== undefined, refilled, change, type, confirm };
}
