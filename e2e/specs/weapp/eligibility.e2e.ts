import { expectedResult } from '../../support/expected-result';
import { doorsOf, type Household } from '../../support/household';
import { sureOfNothing, threeBelowTheLine, threeWellOff } from '../../support/households';
import { type Answered, answerAll, answerOne, begin, factsTold, questionOnScreen } from '../../support/interview';
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
import { until } from '../../support/until';

/** Names in scope of the functions below that run inside the app. */
declare const getApp: () => { requestsSeen?: number; numberCalled?: string };

describe('the self-check in the mini-program', () => {
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
    await reopenAt(mp, pages.home);
  });
  afterEach(async () => {
    expect(await problemsOf(mp)).toEqual([]);
  });

  const startQuestions = async (household: Household = threeBelowTheLine): Promise<void> => {
    await screen.tap('#door-hardship');
    await waitForPage(mp, pages.wizard);
    await begin(interview, household);
  };
  const expectResultFor = async (household: Household, answered: readonly Answered[]): Promise<void> => {
    const [facts, doors] = [factsTold(answered), doorsOf(household)];
    expect(expectedResult(facts, doors).length).toBeGreaterThanOrEqual(3);
    await expectAnswers(new MiniResult(mp), facts, doors);
  };

  it('opens at home with four doors', async () => {
    expect(await screen.all('.door')).toHaveLength(4);
  });

  it('calls an urgent number in two taps', async () => {
    await mp.mockWxMethod('makePhoneCall', (options: { phoneNumber: string }) => {
      getApp().numberCalled = options.phoneNumber;
      return { errMsg: 'makePhoneCall:ok' };
    });
    await screen.tap('#urgent');
    await waitForPage(mp, pages.urgent);
    const numbers = await until('the numbers', async () => {
      const shown = await screen.texts('.phone-number');
      return shown.length > 0 && shown;
    });
    expect(numbers).toEqual(expect.arrayContaining(['120', '110', '119', '12345']));
    await screen.tap('.phone-row');
    await until('the call', async () => (await mp.evaluate(() => getApp().numberCalled)) === numbers[0]);
  });

  it('tells a household below the line what the rules say, clause by clause, without sending anything', async () => {
    await startQuestions();
    await mp.mockWxMethod('request', () => {
      getApp().requestsSeen = (getApp().requestsSeen ?? 0) + 1;
      return { errMsg: 'request:fail' };
    });
    const sentBefore = isHeadless ? (await askHost(mp, 'Host.requests')).requests : [];
    const answered = await answerAll(interview, threeBelowTheLine);
    await waitForPage(mp, pages.result);
    expect(await mp.evaluate(() => getApp().requestsSeen ?? 0)).toBe(0);
    if (isHeadless) expect((await askHost(mp, 'Host.requests')).requests).toEqual(sentBefore);
    await mp.restoreWxMethod('request');
    await expectResultFor(threeBelowTheLine, answered);
  });

  it('says the income a head and the line it was held against', async () => {
    await startQuestions();
    await answerAll(interview, threeBelowTheLine);
    const card = await screen.find('#verdict-minimum-living-allowance');
    const why = await (await card.$('.verdict-why'))?.text();
    expect(why).toContain('800 元');
    expect(why).toContain('1045 元');
    expect(await (await card.$('.verdict-amount'))?.text()).toContain('735 元');
  });

  it('tells a household that is well off where it did not match', async () => {
    await startQuestions();
    const answered = await answerAll(interview, threeWellOff);
    await expectResultFor(threeWellOff, answered);
    const badges = expectedResult(factsTold(answered), doorsOf(threeWellOff)).map(({ badge }) => badge);
    expect(badges).toEqual(badges.map(() => '这次没对上'));
  });

  it('takes 不清楚 for an answer to everything and leaves the rest to the street', async () => {
    await startQuestions();
    const answered = await answerAll(interview, sureOfNothing);
    await expectResultFor(sureOfNothing, answered);
    expect(expectedResult(factsTold(answered), doorsOf(sureOfNothing)).map(({ badge }) => badge)).toContain(
      '要街道核定',
    );
  });

  it('keeps what was answered when one goes back', async () => {
    await startQuestions();
    const first = await answerOne(interview, threeBelowTheLine);
    if (!first) throw new Error('not one question was asked');
    await answerOne(interview, threeBelowTheLine);
    await screen.tap('#back');
    await screen.tap('#back');
    await until('the first question again', async () => (await questionOnScreen(interview))?.id === first.question.id);
    expect(first.answer).toEqual(expect.objectContaining({ press: await screen.texts('.choice-on') }));
  });

  it('does not go on without an answer, and says what to do', async () => {
    await startQuestions();
    const before = await questionOnScreen(interview);
    await screen.tap('#next');
    expect(await screen.text('.field-error')).toMatch(/不清楚/);
    expect((await questionOnScreen(interview))?.id).toBe(before?.id);
  });

  it('makes everything larger at one tap and smaller at the next', async () => {
    const isElder = async () => ((await (await screen.find('.page-root')).attribute('class')) ?? '').includes('elder');
    expect(await isElder()).toBe(false);
    await screen.tap('#elder-switch');
    await until('the large version', isElder);
    await screen.tap('#elder-switch');
    await until('the usual version', async () => !(await isElder()));
  });

  it('opens a programme from its result', async () => {
    await startQuestions();
    await answerAll(interview, threeBelowTheLine);
    await screen.tap('.verdict-how');
    const page = await waitForPage(mp, pages.programme);
    expect(page.query).toHaveProperty('code');
  });

  if (isHeadless) {
    it('goes on where it was when the app was killed in the middle', async () => {
      await startQuestions();
      await answerOne(interview, threeBelowTheLine);
      const second = await answerOne(interview, threeBelowTheLine);
      const third = await questionOnScreen(interview);
      await askHost(mp, 'Host.restart');
      await screen.tap('#door-hardship');
      await screen.tap('#start');
      expect((await questionOnScreen(interview))?.id).toBe(third?.id);
      await screen.tap('#back');
      await until('the second question', async () => (await questionOnScreen(interview))?.id === second?.question.id);
    });

    it('sends no more than 64 KB to the screen at once', async () => {
      await askHost(mp, 'Host.resetStats');
      await startQuestions();
      await answerAll(interview, threeBelowTheLine);
      const { setData } = await askHost(mp, 'Host.stats');
      const sizes = (setData as { bytes: number }[]).map(({ bytes }) => bytes);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024);
    });
  }
});
