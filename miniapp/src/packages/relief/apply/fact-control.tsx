import type { FieldValues } from '@jinmen/shared/applications/field';
import { factsIn } from '@jinmen/shared/applications/form';
import type { Question } from '@jinmen/shared/facts/fact';
import { facts } from '@jinmen/shared/facts/facts';
import { today } from '../../../platform/clock';
import type { Answer, Draft } from '../interview';
import { answerFrom, draftFor, viewOf } from '../question-view';
import { AnswerControls } from '../wizard/answer-controls';
import { FullList } from '../wizard/full-list';
import { type Answering, useAnswer } from '../wizard/use-answer';
import { changeFields, forgetTyped, typeInto, useDraft } from './draft-session';
import { useRefill } from './use-refill';

/** A question of the wizard on the form: a choice is an answer at once, a number is one when its field is left. */
export function FactControl({ question, values }: { question: Question; values: FieldValues }) {
  const typed = useDraft((draft) => draft.unsent.typed[question.id]);
  const answering = useFieldAnswer(question, values, typed);
  return (
    <>
      {question.list !== undefined && <FullList list={question.list} />}
      <AnswerControls question={question} view={viewOf(question, facts)} answering={answering} />
    </>
  );
}

function useFieldAnswer(question: Question, values: FieldValues, typed: Draft | undefined): Answering {
  const answers = factsIn(values);
  const confirm = (answer: Answer) => changeFields(fieldsOfAnswer(answer), [question.id]);
  const answering = useAnswer({
    question,
    definitions: facts,
    draft: draftFor(question, facts, answers, typed),
    keep: typeInto,
    onConfirm: confirm,
  });
  const refill = useRefill(draftFor(question, facts, answers, undefined).text ?? '', typed !== undefined);
  const type = (text: string) => {
    refill.typed(text);
    answering.type(text);
  };
  const change = (draft: Draft) => {
    answering.change(draft);
    const read = answerFrom(question, facts, draft, today());
    if ('answer' in read) confirm(read.answer);
  };
  const leave = () => {
    if (typed === undefined && !answering.long) return;
    const nothing = (typed?.text ?? '') === '' && !answering.long;
    if (nothing && question.facts.every((fact) => answers[fact] === undefined)) forgetTyped([question.id]);
    else answering.confirm();
  };
  return { ...answering, refilled: answering.refilled + refill.refilled, type, change, leave, confirm: leave };
}

function fieldsOfAnswer(answer: Answer): FieldValues {
  return Object.fromEntries(Object.entries(answer).map(([fact, value]) => [`fact:${fact}`, value]));
}
