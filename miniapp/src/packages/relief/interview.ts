import type { FactValue, FactValues, Question } from '@jinmen/shared/facts/fact';

/** What a resident chose or typed on one question and has not confirmed yet, exactly as typed. */
export interface Draft {
  readonly question: string;
  readonly text?: string;
  readonly chosen?: readonly string[];
}

/** One resident going through the questions. Plain data, so that it survives a killed app. */
export interface Interview {
  readonly facts: FactValues;
  /** Ids of the answered questions, in the order they were asked. */
  readonly asked: readonly string[];
  /** Which of `asked` is on the screen; `asked.length` = a new question, or the result. */
  readonly at: number;
  /** What the resident chose to talk about; none yet before the first question. */
  readonly doors: readonly string[];
  /** One answer is being changed from the result: afterwards go straight back there. */
  readonly editing: boolean;
  /** By question id. Only confirming that answer, or saying 不改了, forgets one. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** The doubt being asked about the question on the screen. */
  readonly doubt?: string | undefined;
  /** Another answer is being changed for the sake of this doubt: afterwards back to the question it was about. */
  readonly backTo?: { readonly question: string; readonly doubt: string; readonly editing: boolean } | undefined;
  /** Doubts the resident answered 没填错 to, each with the answers it was said of. */
  readonly settled?: Readonly<Record<string, FactValues>>;
}

export type Answer = Readonly<Record<string, FactValue | null>>;

export const newInterview: Interview = { facts: {}, asked: [], at: 0, doors: [], editing: false, drafts: {} };

/** Whether anything was answered or typed that would be a loss to forget. */
export function hasBegun({ asked, drafts }: Interview): boolean {
  return asked.length > 0 || Object.keys(drafts).length > 0;
}

/** The question on the screen; `undefined` when all that could matter were asked. */
export function questionOnScreen(
  { asked, at }: Interview,
  next: { readonly id: string } | undefined,
  questions: readonly Question[],
): Question | undefined {
  const id = asked[at] ?? next?.id;
  return questions.find((question) => question.id === id);
}

/** Keeps what was typed or ticked on the question before it is confirmed. */
export function draftAnswer(interview: Interview, draft: Draft): Interview {
  return { ...interview, drafts: { ...interview.drafts, [draft.question]: draft }, doubt: undefined };
}

/** Confirms the answer to the question on the screen and moves on. Later answers stay as they are. */
export function confirmAnswer(interview: Interview, question: Question, answer: Answer): Interview {
  const { asked, at, editing } = interview;
  const nowAsked = asked[at] === question.id ? asked : [...asked.slice(0, at), question.id, ...asked.slice(at)];
  return {
    ...interview,
    facts: { ...interview.facts, ...answer },
    asked: nowAsked,
    at: editing ? nowAsked.length : at + 1,
    editing: false,
    drafts: without(interview.drafts, question.id),
    doubt: undefined,
    backTo: undefined,
  };
}

/**
 * One question back; its answer, and what is half typed on the one left, are kept. Before the first one there is
 * nowhere to go: the same interview comes back.
 */
export function goToPrevious(interview: Interview): Interview {
  return interview.at === 0 ? interview : { ...interview, at: interview.at - 1 };
}

/**
 * 不改了: the answer stays as it was confirmed, and what was typed instead of it is forgotten. Back to the doubt for whose
 * sake it was to be changed, or to the end.
 */
export function cancelEdit(interview: Interview): Interview {
  const { asked, at, backTo } = interview;
  const question = asked[at];
  const ended = backTo
    ? {
        ...interview,
        at: asked.indexOf(backTo.question),
        editing: backTo.editing,
        doubt: backTo.doubt,
        backTo: undefined,
      }
    : goToEnd(interview);
  return question === undefined ? ended : { ...ended, drafts: without(interview.drafts, question) };
}

/** From the result to one answered question, to change its answer. */
export function editAnswer(interview: Interview, question: string): Interview {
  const at = interview.asked.indexOf(question);
  return at < 0 ? interview : { ...interview, at, editing: true, doubt: undefined, backTo: undefined };
}

/** Leaves the answered questions as they are and stands behind the last of them. */
export function goToEnd(interview: Interview): Interview {
  return { ...interview, at: interview.asked.length, editing: false, doubt: undefined, backTo: undefined };
}

/** The resident is willing to be asked what stands behind this door. */
export function openDoor(interview: Interview, door: string): Interview {
  const doors = interview.doors.includes(door) ? interview.doors : [...interview.doors, door];
  return { ...goToEnd(interview), doors };
}

/** Exactly these doors are open from now on. What was answered behind others stays answered. */
export function chooseDoors(interview: Interview, doors: readonly string[]): Interview {
  return { ...interview, doors };
}

/** How many questions stand answered before the one on the screen, and how many there can be at most. */
export function progressOf({ asked, at }: Interview, mayCome: readonly Question[]) {
  return { done: at, most: asked.length + mayCome.filter(({ id }) => !asked.includes(id)).length };
}

function without(drafts: Interview['drafts'], question: string): Interview['drafts'] {
  const { [question]: _confirmed, ...others } = drafts;
  return others;
}
