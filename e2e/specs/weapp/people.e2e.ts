import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { type Answered, answerAll, answerOne, begin, comeIn, questionOnScreen } from '../../support/interview';
import { MiniApp } from '../../support/mini-app';
import { MiniInterview } from '../../support/mini-interview';
import { MiniResult } from '../../support/mini-result';
import { pages } from '../../support/pages';
import { people, widow } from '../../support/people';
import { expectResultOf } from '../../support/person-result';
import { type ServerProcess, startServer } from '../../support/server-process';
import { stopInTheMiddle } from '../../support/stop-in-the-middle';

describe('people who come in at the home page, in the mini-program', () => {
  let server: ServerProcess;
  let app: MiniApp;
  let interview: MiniInterview;
  let result: MiniResult;

  beforeAll(async () => {
    server = await startServer();
    app = await MiniApp.fresh(server.origin);
    interview = new MiniInterview(app.mp);
    result = new MiniResult(app.mp);
  });
  afterAll(async () => {
    await app?.close();
    await server?.stop();
  });
  beforeEach(() => app.forgetAll());

  it.each(people)('tells $who what the rules say, with nothing on the network in between', async (person) => {
    const household = person.household(dayInShanghai(Date.now()));
    await comeIn(interview, person.entrance);
    await begin(interview, household);
    const before = await app.sentRequests();
    const answered = await answerAll(interview, household);
    await expectResultOf(person, household, answered, result);
    expect(await app.sentRequests()).toEqual(before);
  });

  it('shows what is settled to whoever stops in the middle, opens another door from there and goes on', async () => {
    await stopInTheMiddle(interview, result);
  });

  it(`goes on with ${widow.who} when the app was killed in the middle`, async () => {
    const household = widow.household(dayInShanghai(Date.now()));
    await comeIn(interview, widow.entrance);
    await begin(interview, household);
    const answered: Answered[] = [];
    while (answered.length < 2) {
      const one = await answerOne(interview, household);
      if (!one) throw new Error(`the result is there after ${answered.length} answers`);
      answered.push(one);
    }
    const third = await questionOnScreen(interview);
    await app.killAndOpen(pages.home);
    await comeIn(interview, widow.entrance);
    await interview.tap('#start');
    expect((await questionOnScreen(interview))?.id).toBe(third?.id);
    answered.push(...(await answerAll(interview, household)));
    await expectResultOf(widow, household, answered, result);
  });
});
