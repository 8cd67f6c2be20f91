import type { Browser, BrowserContext, Page } from 'playwright-core';
import { asRead } from '../../support/as-read';
import { barriersOn } from '../../support/barriers';
import { openPhone } from '../../support/browser';
import { expectedResult } from '../../support/expected-result';
import { H5Interview, isOn } from '../../support/h5-interview';
import { H5Result } from '../../support/h5-result';
import { doorsOf, type Household } from '../../support/household';
import { sureOfNothing, threeBelowTheLine, threeWellOff } from '../../support/households';
import { type Answered, answerAll, answerOne, begin, factsTold, questionOnScreen } from '../../support/interview';
import { pages } from '../../support/pages';
import { expectAnswers } from '../../support/result-screen';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

describe('the self-check in the browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let interview: H5Interview;
  let requests: string[];
  let problems: string[];

  beforeAll(async () => {
    server = await startServer({ withH5: true });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    context = await openPhone(browser);
    page = await context.newPage();
    interview = new H5Interview(page);
    requests = [];
    problems = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(`${request.method()} ${request.url()}`);
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error') problems.push(line.text());
    });
    await page.goto(server.origin);
    await page.locator('#door-hardship:visible').waitFor();
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });

  const startQuestions = async (household: Household = threeBelowTheLine): Promise<void> => {
    await page.locator('#door-hardship:visible').click();
    await begin(interview, household);
  };
  const expectResultFor = async (household: Household, answered: readonly Answered[]): Promise<void> => {
    const [facts, doors] = [factsTold(answered), doorsOf(household)];
    expect(expectedResult(facts, doors).length).toBeGreaterThanOrEqual(3);
    await expectAnswers(new H5Result(page), facts, doors);
  };

  it('tells a household below the line what the rules say, with nothing on the network in between', async () => {
    await startQuestions();
    requests.length = 0;
    const answered = await answerAll(interview, threeBelowTheLine);
    await until('the result', () => isOn(page, pages.result));
    await page.locator('.verdict-card:visible').first().waitFor();
    expect(requests).toEqual([]);
    await expectResultFor(threeBelowTheLine, answered);
    const card = page.locator('#verdict-minimum-living-allowance:visible');
    expect(asRead(await card.locator('.verdict-why').innerText())).toMatch(/800 元.*1045 元/);
    expect(asRead(await card.locator('.verdict-amount').innerText())).toContain('735 元');
  });

  it('tells a household that is well off where it did not match', async () => {
    await startQuestions();
    const answered = await answerAll(interview, threeWellOff);
    await expectResultFor(threeWellOff, answered);
    const badges = expectedResult(factsTold(answered), doorsOf(threeWellOff)).map(({ badge }) => badge);
    expect(badges).toEqual(badges.map(() => '这次没对上'));
  });

  it('takes 不清楚 for an answer to everything', async () => {
    await startQuestions();
    const answered = await answerAll(interview, sureOfNothing);
    await expectResultFor(sureOfNothing, answered);
  });

  it('gives the same answer with the network cut after the first question', async () => {
    await startQuestions();
    await context.setOffline(true);
    const answered = await answerAll(interview, threeBelowTheLine);
    await expectResultFor(threeBelowTheLine, answered);
  });

  it('keeps what was answered when one goes back, and over a reload', async () => {
    await startQuestions();
    const first = await answerOne(interview, threeBelowTheLine);
    if (!first) throw new Error('not one question was asked');
    const second = await questionOnScreen(interview);
    await page.reload();
    await page.locator('#start:visible').click();
    expect((await questionOnScreen(interview))?.id).toBe(second?.id);
    await page.locator('#back:visible').click();
    await until('the first question again', async () => (await questionOnScreen(interview))?.id === first.question.id);
    const marked = await page.locator('.choice-on:visible').allInnerTexts();
    expect(first.answer).toEqual(expect.objectContaining({ press: marked.map((text) => text.trim()) }));
  });

  it('shows a number to call in two taps', async () => {
    await page.locator('#urgent:visible').click();
    await page.locator('.phone-row:visible').first().waitFor();
    const numbers = (await page.locator('.phone-number:visible').allInnerTexts()).map((text) => text.trim());
    expect(numbers).toEqual(expect.arrayContaining(['120', '110', '119', '12345']));
  });

  it.each([false, true])('has no serious barrier on any screen of the journey (large version: %s)', async (large) => {
    if (large) await page.locator('#elder-switch:visible').click();
    expect(await barriersOn(page)).toEqual([]);
    await startQuestions();
    expect(await barriersOn(page)).toEqual([]);
    await answerAll(interview, threeBelowTheLine);
    await page.locator('.verdict-open:visible').first().click();
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`${server.origin}/#/${pages.urgent}`);
    await page.locator('.phone-row:visible').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });
});
