import { expectedResult } from '../../support/expected-result';
import { doorsOf, type Household } from '../../support/household';
import { sureOfNothing, threeBelowTheLine, threeWellOff } from '../../support/households';
import { type Answered, answerAll, answerOne, begin, factsTold, questionOnScreen } from '../../support/interview';
import { MiniApp } from '../../support/mini-app';
import { MiniInterview } from '../../support/mini-interview';
import { MiniResult } from '../../support/mini-result';
import { pages } from '../../support/pages';
import { headlessOnly } from '../../support/phone/headless-only';
import { expectAnswers } from '../../support/result-screen';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';

describe('the self-check in the mini-program', () => {
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
  beforeEach(() => app.forgetAll());

  const startQuestions = async (household: Household = threeBelowTheLine): Promise<void> => {
    await app.tap('#door-hardship');
    await app.comesTo(pages.wizard);
    await begin(interview, household);
  };
  const expectResultFor = async (household: Household, answered: readonly Answered[]): Promise<void> => {
    const [facts, doors] = [factsTold(answered), doorsOf(household)];
    expect(expectedResult(facts, doors).length).toBeGreaterThanOrEqual(3);
    await expectAnswers(new MiniResult(app.mp), facts, doors);
  };

  it('opens at home with four doors', async () => {
    expect(await app.ids('.door')).toHaveLength(4);
  });

  it('calls an urgent number in two taps', async () => {
    await app.tap('#urgent');
    await app.comesTo(pages.urgent);
    await app.see('.phone-number');
    const numbers = await app.texts('.phone-number');
    expect(numbers).toEqual(expect.arrayContaining(['120', '110', '119', '12345']));
    await app.tap('.phone-row');
    expect(await app.nativeCall('makePhoneCall')).toMatchObject({ phoneNumber: numbers[0] });
  });

  it('tells a household below the line what the rules say, clause by clause, without sending anything', async () => {
    await startQuestions();
    const sentBefore = await app.sentRequests();
    const answered = await answerAll(interview, threeBelowTheLine);
    await app.comesTo(pages.result);
    expect(await app.sentRequests()).toEqual(sentBefore);
    await expectResultFor(threeBelowTheLine, answered);
  });

  it('says the income a head and the line it was held against', async () => {
    await startQuestions();
    await answerAll(interview, threeBelowTheLine);
    const card = '#verdict-minimum-living-allowance';
    const why = await app.text(`${card} .verdict-why`);
    expect(why).toContain('800 元');
    expect(why).toContain('1045 元');
    expect(await app.text(`${card} .verdict-amount`)).toContain('735 元');
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
    await app.tap('#back');
    await app.tap('#back');
    await until('the first question again', async () => (await questionOnScreen(interview))?.id === first.question.id);
    expect(first.answer).toEqual(expect.objectContaining({ press: await app.texts('.choice-on') }));
  });

  it('does not go on without an answer, and says what to do', async () => {
    await startQuestions();
    const before = await questionOnScreen(interview);
    await app.tap('#next');
    expect(await app.text('.field-error')).toMatch(/不清楚/);
    expect((await questionOnScreen(interview))?.id).toBe(before?.id);
  });

  it('makes everything larger at one tap and smaller at the next', async () => {
    const isElder = () => app.has('.page-root.elder');
    expect(await isElder()).toBe(false);
    await app.tap('#elder-switch');
    await until('the large version', isElder);
    await app.tap('#elder-switch');
    await until('the usual version', async () => !(await isElder()));
  });

  it('opens a programme from its result', async () => {
    await startQuestions();
    await answerAll(interview, threeBelowTheLine);
    await app.tap('.verdict-how');
    await app.comesTo(pages.programme);
    expect(await app.parameter('code')).not.toBe('');
  });

  it('goes on where it was when the app was killed in the middle', async () => {
    await startQuestions();
    await answerOne(interview, threeBelowTheLine);
    const second = await answerOne(interview, threeBelowTheLine);
    const third = await questionOnScreen(interview);
    await app.killAndOpen(pages.home);
    await app.tap('#door-hardship');
    await app.tap('#start');
    expect((await questionOnScreen(interview))?.id).toBe(third?.id);
    await app.tap('#back');
    await until('the second question', async () => (await questionOnScreen(interview))?.id === second?.question.id);
  });

  headlessOnly('all that is drawn', 'sends no more than 64 KB to the screen at once', async () => {
    const sizes = await app.setDataSince(async () => {
      await startQuestions();
      await answerAll(interview, threeBelowTheLine);
    });
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64 * 1024);
  });
});
