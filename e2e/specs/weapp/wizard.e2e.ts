import { doorsOf } from '../../support/household';
import { motherOf82 } from '../../support/households';
import { MiniInterview } from '../../support/mini-interview';
import {
  askHost,
  isHeadless,
  type MiniProgram,
  openMiniProgram,
  problemsOf,
  reopenAt,
  Screen,
  waitForPage,
} from '../../support/mini-program';
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

/** In scope of what runs inside the app. */
declare const wx: { getStorageInfoSync(): { keys: string[] }; getStorageSync(key: string): unknown };

describe('the way through the questions, in the mini-program', () => {
  let server: ServerProcess;
  let mp: MiniProgram;
  let screen: Screen;
  let interview: MiniInterview;

  beforeAll(async () => {
    server = await startServer();
    mp = await openMiniProgram({ apiBase: server.origin });
    screen = new Screen(mp);
    interview = new MiniInterview(mp);
  });
  afterAll(async () => {
    await mp?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    await mp.callWxMethod('clearStorage', {});
    await reopenAt(mp, pages.wizard);
  });
  afterEach(async () => {
    expect(await problemsOf(mp)).toEqual([]);
  });

  const kept = async () =>
    String(await mp.evaluate(() => JSON.stringify(wx.getStorageInfoSync().keys.map((key) => wx.getStorageSync(key)))));

  it('asks only about what was chosen, and offers the rest by its door', async () => {
    const facts = await askAboutAnElderAlone(interview);
    await waitForPage(mp, pages.result);
    await expectAnswers(new MiniResult(mp), facts, doorsOf(motherOf82));
    await screen.tap('.open-door');
    await waitForPage(mp, pages.wizard);
    await screen.find('.question-title');
  });

  it('reads an age from an ID number and keeps no digit of it', async () => {
    await typeAnIdNumberForAnAge(interview, kept);
  });

  it('asks kindly about two answers that hardly go together, and keeps both', async () => {
    await contradictOneself(interview);
    await waitForPage(mp, pages.result);
    expect(await screen.texts('.doubt-note')).toEqual([]);
  });

  it('takes a day, and has it still after the app was killed', async () => {
    await chooseADay(interview, async () => {
      if (!isHeadless) return;
      await askHost(mp, 'Host.restart');
      await reopenAt(mp, pages.wizard);
      await interview.tap('#start');
    });
  });
});
