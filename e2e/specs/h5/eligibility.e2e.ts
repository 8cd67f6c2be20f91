import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriersOn } from '../../support/barriers';
import { openPhone } from '../../support/browser';
import { expectedNotAsked, expectedResult } from '../../support/expected-result';
import { H5Interview, isOn, shownOnH5 } from '../../support/h5-interview';
import type { Household } from '../../support/household';
import { sureOfNothing, threeBelowTheLine, threeWellOff } from '../../support/households';
import { answerAll, answerOne, begin, factsTold, questionOnScreen } from '../../support/interview';
import { pages } from '../../support/pages';
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
  const expectResultFor = async (facts: Parameters<typeof expectedResult>[0]): Promise<void> => {
    const expected = expectedResult(facts);
    expect(expected.length).toBeGreaterThanOrEqual(3);
    for (const verdict of expected) expect(await shownOnH5(page, verdict.programme)).toEqual(verdict);
    const offered = (await page.locator('.not-asked:visible').allInnerTexts()).join();
    for (const title of expectedNotAsked(facts)) expect(offered).toContain(title);
  };
  const barriers = () => barriersOn(page);

  it('tells a household below the line what the rules say, with nothing on the network in between', async () => {
    await startQuestions();
    requests.length = 0;
    const answered = await answerAll(interview, threeBelowTheLine);
    await until('the result', () => isOn(page, pages.result));
    await page.locator('.verdict-card:visible').first().waitFor();
    expect(requests).toEqual([]);
    await expectResultFor(factsTold(answered));
    const card = page.locator('#verdict-minimum-living-allowance:visible');
    expect(await card.locator('.verdict-why').innerText()).toMatch(/800 元.*1045 元/);
    expect(await card.locator('.verdict-amount').innerText()).toContain('735 元');
  });

  it('tells a household that is well off where it did not match', async () => {
    await startQuestions();
    const answered = await answerAll(interview, threeWellOff);
    await expectResultFor(factsTold(answered));
    const badges = expectedResult(factsTold(answered)).map(({ badge }) => badge);
    expect(badges).toEqual(badges.map(() => '这次没对上'));
  });

  it('takes 不清楚 for an answer to everything', async () => {
    await startQuestions();
    const answered = await answerAll(interview, sureOfNothing);
    await expectResultFor(factsTold(answered));
  });

  it('gives the same answer with the network cut after the first question', async () => {
    await startQuestions();
    await context.setOffline(true);
    const answered = await answerAll(interview, threeBelowTheLine);
    await expectResultFor(factsTold(answered));
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
    if ('press' in first.answer) {
      const marked = await page.locator('.choice-on:visible').allInnerTexts();
      expect(marked.map((text) => text.trim())).toEqual(first.answer.press);
    } else if ('type' in first.answer) {
      expect(await page.locator('.answer-input:visible input').inputValue()).toBe(first.answer.type);
    }
  });

  it('shows a number to call in two taps', async () => {
    await page.locator('#urgent:visible').click();
    await page.locator('.phone-row:visible').first().waitFor();
    const numbers = (await page.locator('.phone-number:visible').allInnerTexts()).map((text) => text.trim());
    expect(numbers).toEqual(expect.arrayContaining(['120', '110', '119', '12345']));
  });

  it.each([false, true])('has no serious barrier on any screen of the journey (large version: %s)', async (large) => {
    if (large) await page.locator('#elder-switch:visible').click();
    expect(await barriers()).toEqual([]);
    await startQuestions();
    expect(await barriers()).toEqual([]);
    await answerAll(interview, threeBelowTheLine);
    await page.locator('.verdict-open:visible').first().click();
    expect(await barriers()).toEqual([]);
    await page.goto(`${server.origin}/#/${pages.urgent}`);
    await page.locator('.phone-row:visible').first().waitFor();
    expect(await barriers()).toEqual([]);
  });
});
