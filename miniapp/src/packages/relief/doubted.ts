import type { RaisedDoubt } from '@jinmen/shared/eligibility/doubts';
import type { FactValues, Question } from '@jinmen/shared/facts/fact';
import { type Answer, confirmAnswer, goToEnd, type Interview } from './interview';

/** What finds answers that hardly go together, and the questions they were given to. */
export interface Asking {
  readonly doubtsIn: (facts: FactValues) => readonly RaisedDoubt[];
  readonly questions: readonly Question[];
}

/** Doubts nobody has answered 没填错 to, as long as the answers it was said of are the same. */
export function openDoubts({ facts, settled }: Interview, { doubtsIn }: Asking): readonly RaisedDoubt[] {
  return doubtsIn(facts).filter(({ id }) => {
    const saidOf = settled?.[id];
    return saidOf === undefined || Object.entries(saidOf).some(([fact, value]) => facts[fact] !== value);
  });
}

/** The doubt on the screen, while the answers still raise it. */
export function doubtOnScreen({ doubt, facts }: Interview, { doubtsIn }: Asking): RaisedDoubt | undefined {
  return doubt === undefined ? undefined : doubtsIn(facts).find(({ id }) => id === doubt);
}

/** The answered questions a doubt is about, in the order they were asked. */
export function questionsOf(doubt: RaisedDoubt, { asked }: Interview, { questions }: Asking): readonly Question[] {
  return asked.flatMap((id) => questions.find((each) => each.id === id && isAbout(doubt, each)) ?? []);
}

/**
 * Confirms the answer and moves on, unless it raises a doubt: then it is kept all the same, and the question stays to be
 * asked about. After another answer was changed for a doubt's sake, the doubted question comes back only while doubted.
 */
export function confirmOrAsk(interview: Interview, question: Question, answer: Answer, asking: Asking): Interview {
  const confirmed = confirmAnswer(interview, question, answer);
  const { backTo } = interview;
  const origin = backTo && asking.questions.find(({ id }) => id === backTo.question);
  if (!origin) return askAbout(confirmed, question, interview.editing, asking);
  const resumed = { ...behind(confirmed, origin, backTo.editing), backTo: undefined };
  const about = askAbout(resumed, origin, backTo.editing, asking);
  return about.doubt === undefined ? askAbout(about, question, backTo.editing, asking) : about;
}

/** 改这一题: the doubted answer stands in its question, to be changed. */
export function changeThis(interview: Interview): Interview {
  return { ...interview, doubt: undefined };
}

/** 改前面那一题: to the other answer, and afterwards back. */
export function changeOther(interview: Interview, other: string): Interview {
  const { asked, at, doubt, editing } = interview;
  const question = asked[at];
  if (question === undefined || doubt === undefined || !asked.includes(other)) return interview;
  const backTo = { question, doubt, editing };
  return { ...interview, at: asked.indexOf(other), editing: true, doubt: undefined, backTo };
}

/** 没填错: remembered for these answers; the next doubt about the question, or on with the questions. */
export function settleDoubt(interview: Interview, doubt: RaisedDoubt, asking: Asking): Interview {
  const { asked, at, facts, settled, editing } = interview;
  const question = asking.questions.find(({ id }) => id === asked[at]);
  const answered = doubt.facts.filter((fact) => facts[fact] !== undefined);
  const saidOf = Object.fromEntries(answered.map((fact) => [fact, facts[fact] ?? null]));
  const next = { ...interview, settled: { ...settled, [doubt.id]: saidOf }, doubt: undefined };
  return question === undefined ? goToEnd(next) : askAbout(behind(next, question, editing), question, editing, asking);
}

/** From the result to the last answer a doubt is about. */
export function lookInto(interview: Interview, doubt: RaisedDoubt, asking: Asking): Interview {
  const last = questionsOf(doubt, interview, asking).at(-1);
  if (last === undefined) return interview;
  return { ...interview, at: interview.asked.indexOf(last.id), editing: true, doubt: doubt.id, backTo: undefined };
}

/** Back on the question when an open doubt is about it; else as it stands. */
function askAbout(interview: Interview, question: Question, editing: boolean, asking: Asking): Interview {
  const doubt = openDoubts(interview, asking).find((each) => isAbout(each, question));
  if (doubt === undefined) return interview;
  return { ...interview, at: interview.asked.indexOf(question.id), editing, doubt: doubt.id };
}

function behind(interview: Interview, question: Question, editing: boolean): Interview {
  return editing ? goToEnd(interview) : { ...interview, at: interview.asked.indexOf(question.id) + 1, editing: false };
}

function isAbout({ facts }: RaisedDoubt, question: Question): boolean {
  return question.facts.some((fact) => facts.includes(fact));
}
