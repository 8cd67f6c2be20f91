import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriersOn } from '../../support/barriers';
import { openPhone } from '../../support/browser';
import { H5Interview, isOn } from '../../support/h5-interview';
import { H5Result } from '../../support/h5-result';
import { doorsOf } from '../../support/household';
import { afterAFarewell, motherOf82 } from '../../support/households';
import { answerUpTo, begin } from '../../support/interview';
import { pages } from '../../support/pages';
import { expectAnswers } from '../../support/result-screen';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';
import {
  askAboutAnElderAlone,
  chooseADay,
  contradictOneself,
  doubtSomething,
  typeAnIdNumberForAnAge,
} from '../../support/wizard-journeys';
import { launchChromium } from '../../weapp-host/browser/chromium';

describe('the way through the questions, in the browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let interview: H5Interview;

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
    await page.goto(`${server.origin}/#/${pages.wizard}`);
  });
  afterEach(async () => {
    await context.close();
  });

  it('asks only about what was chosen, and offers the rest by its door', async () => {
    const facts = await askAboutAnElderAlone(interview);
    await until('the result', () => isOn(page, pages.result));
    await expectAnswers(new H5Result(page), facts, doorsOf(motherOf82));
    await interview.tap('.open-door');
    await until('a question again', async () => (await interview.look()) !== 'result');
  });

  it('reads an age from an ID number and keeps no digit of it', async () => {
    await typeAnIdNumberForAnAge(interview, () => page.evaluate(() => JSON.stringify({ ...localStorage })));
  });

  it('takes a day, and has it still after a reload', async () => {
    await chooseADay(interview, async () => {
      await page.reload();
      await interview.tap('#start');
    });
  });

  it('chooses a day by key alone', async () => {
    await begin(interview, afterAFarewell);
    await answerUpTo(interview, afterAFarewell, 'cremation-day');
    await interview.pickDay('2026-05-05');
    const year = page.locator('.date-list-year:visible select');
    await year.focus();
    await page.keyboard.press('ArrowDown');
    await until('another year', async () => (await interview.texts('.date-chosen'))[0] === '2025 年 5 月 5 日');
  });

  it.each([false, true])('has no serious barrier at doors, day and doubt (large version: %s)', async (large) => {
    if (large) {
      await page.evaluate(() => localStorage.setItem('elder-mode', JSON.stringify({ data: 'true' })));
      await page.reload();
    }
    await page.locator('.doors-title:visible').waitFor();
    expect(await page.locator('.elder:visible').count()).toBe(large ? 1 : 0);
    expect(await barriersOn(page)).toEqual([]);
    await begin(interview, afterAFarewell);
    await answerUpTo(interview, afterAFarewell, 'cremation-day');
    expect(await barriersOn(page)).toEqual([]);
    await page.evaluate(() => localStorage.removeItem('relief-answers'));
    await page.reload();
    await doubtSomething(interview);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('asks kindly about two answers that hardly go together, and keeps both', async () => {
    await contradictOneself(interview);
    await until('the result', () => isOn(page, pages.result));
    expect(await interview.texts('.doubt-note')).toEqual([]);
  });
});
