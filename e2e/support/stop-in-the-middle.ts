import type { Door } from '@jinmen/shared/facts/doors';
import { expectedNotAsked, titleOf } from './expected-result';
import type { Household } from './household';
import {
  type Answered,
  answerAll,
  answerOne,
  begin,
  comeIn,
  factsTold,
  type InterviewScreen,
  titleOfDoor,
} from './interview';
import { expectAnswers, type ResultScreen } from './result-screen';

/** Somebody short of money who also looks after an old father. */
const twoDoors: Household = {
  doors: ['general', 'elder'],
  facts: {
    'household.hukou': 'all-tianjin',
    'household.memberCount': 3,
    'household.monthlyOtherIncomeFen': 240_000,
    'elder.age': 84,
    'elder.hukouInTianjin': true,
    'elder.careLevel': 'not-needed',
    'elder.area': 'central',
    'elder.centralDistrict': '120105',
    'child.mother': 'passed-away',
    'child.father': 'passed-away',
  },
};
const ANSWERED_BEFORE = 4;

/** Two doors at once; a look at the result in the middle; a third door from under 还没问; then to the end. */
export async function stopInTheMiddle(interview: InterviewScreen, result: ResultScreen): Promise<void> {
  const opened: readonly Door[] = ['general', 'elder'];
  await comeIn(interview, 'hardship');
  await begin(interview, twoDoors);
  const answered: Answered[] = [];
  while (answered.length < ANSWERED_BEFORE) {
    const one = await answerOne(interview, twoDoors);
    if (!one) throw new Error(`the result is there after ${answered.length} answers`);
    answered.push(one);
  }
  await interview.tap('#peek');
  const shown = await expectAnswers(result, factsTold(answered), opened);
  const open = shown.filter(({ badge }) => badge === '还差几题').length;
  expect(open).toBeGreaterThan(0);
  expect(await result.words()).toContain(`已经看出 ${shown.length - open} 项，还有 ${open} 项要接着答才知道。`);
  expect(expectedNotAsked(factsTold(answered), opened)).toContain(titleOf('orphan-living-allowance'));

  await result.openDoor(titleOfDoor('child'));
  const household = { ...twoDoors, doors: [...opened, 'child' as const] };
  answered.push(...(await answerAll(interview, household)));
  await expectAnswers(result, factsTold(answered), household.doors);
  expect(await result.verdict('orphan-living-allowance')).toMatchObject({ badge: '可能符合' });
}
