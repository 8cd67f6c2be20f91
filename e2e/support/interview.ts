import { type Door, doors } from '@jinmen/shared/facts/doors';
import type { FactValues, Question } from '@jinmen/shared/facts/fact';
import {
  answerOf,
  doorsOf,
  type Household,
  type HouseholdAnswer,
  type QuestionWords,
  questionInWords,
} from './household';
import { until } from './until';

/** What is pressed until the doors are on the screen. */
const WAYS_IN = {
  hardship: ['#door-hardship'],
  elder: ['#door-elder', '#check'],
  farewell: ['#door-funeral', '#claims'],
  urgent: ['#urgent', '#check'],
} as const;

/** Where at home somebody comes in. */
export type Entrance = keyof typeof WAYS_IN;

/** The questions as a finger and an eye have them, on either phone. */
export interface InterviewScreen {
  /** Presses this as soon as it is there; the first, where there are several. */
  tap(selector: string): Promise<void>;
  /** Ticks exactly the doors with these titles on the screen before the questions. */
  tickDoors(titles: readonly string[]): Promise<void>;
  /** The question on screen; 'result' once the result is there. Rejects while neither is. */
  look(): Promise<QuestionWords | 'result'>;
  /** Presses the choice with exactly this text. */
  press(choice: string): Promise<void>;
  /** Chooses the day, `YYYY-MM-DD`. */
  pickDay(day: string): Promise<void>;
  /** Types into the field, replacing what is there. */
  type(text: string): Promise<void>;
  /** What stands in the field. */
  typed(): Promise<string>;
  /** The texts of all of these on screen. */
  texts(selector: string): Promise<readonly string[]>;
}

/** One answered question. */
export interface Answered {
  readonly question: Question;
  readonly answer: HouseholdAnswer;
}

/** No household is asked more than this; a wizard that goes on is running in circles. */
const MOST_QUESTIONS = 40;

/** From the home page to the doors. */
export async function comeIn(screen: InterviewScreen, entrance: Entrance): Promise<void> {
  for (const selector of WAYS_IN[entrance]) await screen.tap(selector);
}

/** From the doors to the first question. */
export async function begin(screen: InterviewScreen, household: Household): Promise<void> {
  await screen.tickDoors(doorsOf(household).map(titleOfDoor));
  await screen.tap('#start');
  await questionOnScreen(screen);
}

/** As a resident reads it. */
export function titleOfDoor(code: Door): string {
  return doors.find((door) => door.code === code)?.title ?? code;
}

/** The question on screen; undefined when it is the result. Waits until one of them is. */
export async function questionOnScreen(screen: InterviewScreen): Promise<Question | undefined> {
  const seen = await until('a question or the result', () => screen.look());
  return seen === 'result' ? undefined : questionInWords(seen);
}

/** Answers the question on screen and waits for what comes next; undefined when the result is on screen already. */
export async function answerOne(screen: InterviewScreen, household: Household): Promise<Answered | undefined> {
  const question = await questionOnScreen(screen);
  if (!question) return undefined;
  const answer = await giveAnswer(screen, household, question);
  await until(`the screen to go on from "${question.title}"`, async () => {
    if (await isDoubted(screen)) await screen.tap('#settle');
    return (await questionOnScreen(screen))?.id !== question.id;
  });
  return { question, answer };
}

/** Answers the question on screen and presses on, whatever comes of it. */
export async function giveAnswer(
  screen: InterviewScreen,
  household: Household,
  question: Question,
): Promise<HouseholdAnswer> {
  const answer = answerOf(household, question);
  if ('type' in answer) await screen.type(answer.type);
  else if ('pick' in answer) await screen.pickDay(answer.pick);
  else for (const choice of answer.press) await screen.press(choice);
  await screen.tap('#next');
  return answer;
}

/** Answers until this question is on screen. */
export async function answerUpTo(screen: InterviewScreen, household: Household, id: string): Promise<void> {
  for (let count = 0; count < MOST_QUESTIONS; count += 1) {
    if ((await questionOnScreen(screen))?.id === id) return;
    await answerOne(screen, household);
  }
  throw new Error(`${id} was not asked`);
}

/** Whether the answer just given is asked about, because it hardly goes together with another. */
export async function isDoubted(screen: InterviewScreen): Promise<boolean> {
  return (await screen.texts('.doubt-text')).length > 0;
}

/** Answers every question until the result is on screen; returns them in the order they were asked. */
export async function answerAll(screen: InterviewScreen, household: Household): Promise<readonly Answered[]> {
  const answered: Answered[] = [];
  for (let count = 0; count < MOST_QUESTIONS; count += 1) {
    const one = await answerOne(screen, household);
    if (!one) return answered;
    answered.push(one);
  }
  throw new Error(`no result after ${MOST_QUESTIONS} questions: ${answered.map(({ question }) => question.id)}`);
}

/** The facts that were told in these answers. */
export function factsTold(answered: readonly Answered[]): FactValues {
  return Object.assign({}, ...answered.map(({ answer }) => answer.facts));
}
