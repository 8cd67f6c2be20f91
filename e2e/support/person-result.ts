import { doors, letsThrough } from '@jinmen/shared/facts/doors';
import { doorsOf, type Household, wordsOf } from './household';
import { type Answered, factsTold } from './interview';
import type { Person } from './people';
import { expectAnswers, type ResultScreen } from './result-screen';

/** Nothing on a result turns anybody away, and nothing is promised. */
const HARSH = /不符合|没有资格|不予|拒绝|驳回|不通过|无权|失败|死亡原因|(?<!可能)符合/;

/** What is asked of every person, and what this one must find besides. */
export async function expectResultOf(
  { asked, sees, noes = [], plan = [] }: Person,
  household: Household,
  answered: readonly Answered[],
  screen: ResultScreen,
): Promise<void> {
  const opened = doorsOf(household);
  const facts = factsTold(answered);
  expect(answered.length).toBeLessThanOrEqual(asked.atMost);
  expect(Object.keys(facts).filter((fact) => asked.never?.includes(fact))).toEqual([]);
  expect(answered.filter(({ question }) => !letsThrough(doors, opened, question.door))).toEqual([]);
  for (const { question } of answered) expect(wordsOf(question)).not.toMatch(asked.unread ?? HARSH);
  expect(await screen.words()).not.toMatch(HARSH);
  for (const words of plan) expect(await screen.plan()).toContain(words);
  const shown = await expectAnswers(screen, facts, opened);
  const cardOf = (code: string) => shown.find(({ programme }) => programme === code);
  for (const [programme, { badge, why = [], amount }] of Object.entries(sees)) {
    expect(cardOf(programme)).toMatchObject({ programme, badge, ...(amount !== undefined && { amount }) });
    for (const words of why) expect(cardOf(programme)?.why).toContain(words);
  }
  expect(shown.filter(({ badge }) => badge === '这次没对上').map(({ programme }) => programme)).toEqual(noes);
}
