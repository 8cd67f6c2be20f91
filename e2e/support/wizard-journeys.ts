import type { Question } from '@jinmen/shared/facts/fact';
import { afterAFarewell, motherOf82, slipOfTheFinger } from './households';
import {
  answerAll,
  answerUpTo,
  begin,
  factsTold,
  giveAnswer,
  type InterviewScreen,
  isDoubted,
  questionOnScreen,
} from './interview';
import { until } from './until';

/** Nobody's: no place has this code. Born on 15 February 1953. */
const ID_NUMBER = '999999195302150006';

/** Comes about an old mother alone: asks nothing of the household's money, and ends at the result. */
export async function askAboutAnElderAlone(screen: InterviewScreen) {
  await begin(screen, motherOf82);
  const answered = await answerAll(screen, motherOf82);
  expect(answered.flatMap(({ question }) => question.facts).filter((fact) => /Income|money/i.test(fact))).toEqual([]);
  return factsTold(answered);
}

/** Types an ID number where an age is asked; `kept` reads everything the phone keeps. */
export async function typeAnIdNumberForAnAge(screen: InterviewScreen, kept: () => Promise<string>): Promise<void> {
  await begin(screen, motherOf82);
  await answerUpTo(screen, motherOf82, 'elder-age');
  await screen.type(ID_NUMBER.replace(/6$/, '1'));
  await until('the wrong digit to be asked about', async () => (await screen.texts('.field-error')).length > 0);
  await screen.type(ID_NUMBER);
  await until('the age in the field', async () => /^7\d$/.test(await screen.typed()));
  expect((await screen.texts('.answer-note')).join()).toContain('号码没有存下来');
  const everything = await kept();
  expect(everything).toContain('elder-age');
  expect(everything).not.toContain('1953');
  await screen.tap('#next');
  await until('the next question', async () => (await questionOnScreen(screen))?.id !== 'elder-age');
  expect(await kept()).not.toContain('1953');
}

/** Chooses a day, has the app killed by `reopen`, and finds the same question with the same day. */
export async function chooseADay(screen: InterviewScreen, reopen: () => Promise<void>): Promise<void> {
  await begin(screen, afterAFarewell);
  await answerUpTo(screen, afterAFarewell, 'cremation-day');
  await screen.pickDay('2026-05-05');
  await until('the day in words', async () => (await screen.texts('.date-chosen'))[0] === '2026 年 5 月 5 日');
  await reopen();
  expect((await questionOnScreen(screen))?.id).toBe('cremation-day');
  expect(await screen.texts('.date-chosen')).toEqual(['2026 年 5 月 5 日']);
  await screen.tap('#next');
  await until('what comes next', async () => (await questionOnScreen(screen))?.id !== 'cremation-day');
}

/** Gives two answers that hardly go together, and stands before the question about them; the later question. */
export async function doubtSomething(screen: InterviewScreen): Promise<Question> {
  await begin(screen, slipOfTheFinger);
  return until('the doubt', async () => {
    const question = await questionOnScreen(screen);
    if (!question) throw new Error('the result came without a doubt');
    await giveAnswer(screen, slipOfTheFinger, question);
    return until('what comes of it', async () => {
      if (await isDoubted(screen)) return question;
      return (await questionOnScreen(screen))?.id !== question.id && 'none';
    }).then((found) => (found === 'none' ? undefined : found));
  });
}

/** Is asked about two answers that hardly go together, looks at the other one, comes back, and leaves both. */
export async function contradictOneself(screen: InterviewScreen): Promise<void> {
  const doubted = await doubtSomething(screen);
  expect((await screen.texts('.doubt-answer-words')).length).toBe(2);
  await screen.tap('.change-other');
  await until('the other question', async () => (await questionOnScreen(screen))?.id !== doubted.id);
  await screen.tap('#back');
  await until('the doubt again', () => isDoubted(screen));
  expect((await questionOnScreen(screen))?.id).toBe(doubted.id);
  await screen.tap('#settle');
  await until('the questions to go on', async () => (await questionOnScreen(screen))?.id !== doubted.id);
  await answerAll(screen, slipOfTheFinger);
}
