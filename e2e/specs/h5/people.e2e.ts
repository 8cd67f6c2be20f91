import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriersOn } from '../../support/barriers';
import { openPhone, widerThanScreen } from '../../support/browser';
import { H5Interview } from '../../support/h5-interview';
import { H5Result } from '../../support/h5-result';
import { answerAll, begin, comeIn } from '../../support/interview';
import { laidOffFather, people } from '../../support/people';
import { expectResultOf } from '../../support/person-result';
import { type ServerProcess, startServer } from '../../support/server-process';
import { stopInTheMiddle } from '../../support/stop-in-the-middle';
import { launchChromium } from '../../weapp-host/browser/chromium';

describe('people who come in at the home page, in the browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let interview: H5Interview;
  let result: H5Result;
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
    result = new H5Result(page);
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
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
  });

  it.each(people)('tells $who what the rules say, with nothing on the network in between', async (person) => {
    const household = person.household(dayInShanghai(Date.now()));
    await comeIn(interview, person.entrance);
    await begin(interview, household);
    requests.length = 0;
    const answered = await answerAll(interview, household);
    await expectResultOf(person, household, answered, result);
    expect(await widerThanScreen(page)).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('shows what is settled to whoever stops in the middle, opens another door from there and goes on', async () => {
    await stopInTheMiddle(interview, result);
  });

  it('has no serious barrier at the doors and on the result of somebody with much on it', async () => {
    const household = laidOffFather.household(dayInShanghai(Date.now()));
    await comeIn(interview, laidOffFather.entrance);
    await page.locator('.doors-title:visible').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await begin(interview, household);
    await answerAll(interview, household);
    await result.programmes();
    await page.locator('#plan-why:visible').click();
    expect(await barriersOn(page)).toEqual([]);
  });
});
