import { doorsOf } from '../../support/household';
import { motherOf82 } from '../../support/households';
import { MiniApp } from '../../support/mini-app';
import { MiniInterview } from '../../support/mini-interview';
import { MiniResult } from '../../support/mini-result';
import { pages } from '../../support/pages';
import { expectAnswers } from '../../support/result-screen';
import { type ServerProcess, startServer } from '../../support/server-process';
import {
  askAboutAnElderAlone,
  chooseADay,
  contradictOneself,
  typeAnIdNumberForAnAge,
} from '../../support/wizard-journeys';

describe('the way through the questions, in the mini-program', () => {
  let server: ServerProcess;
  let app: MiniApp;
  let interview: MiniInterview;

  beforeAll(async () => {
    server = await startServer();
    app = await MiniApp.fresh(server.origin);
    interview = new MiniInterview(app.mp);
  });
  afterAll(async () => {
    await app?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    await app.forgetAll();
    await app.open(pages.wizard);
  });

  it('asks only about what was chosen, and offers the rest by its door', async () => {
    const facts = await askAboutAnElderAlone(interview);
    await app.comesTo(pages.result);
    await expectAnswers(new MiniResult(app.mp), facts, doorsOf(motherOf82));
    await app.tap('.open-door');
    await app.comesTo(pages.wizard);
    await app.see('.question-title');
  });

  it('reads an age from an ID number and keeps no digit of it', async () => {
    await typeAnIdNumberForAnAge(interview, async () => JSON.stringify(await app.storedTexts()));
  });

  it('asks kindly about two answers that hardly go together, and keeps both', async () => {
    await contradictOneself(interview);
    await app.comesTo(pages.result);
    expect(await app.texts('.doubt-note')).toEqual([]);
  });

  it('takes a day, and has it still after the app was killed', async () => {
    await chooseADay(interview, async () => {
      await app.killAndOpen(pages.wizard);
      await interview.tap('#start');
    });
  });
});
