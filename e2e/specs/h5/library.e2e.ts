import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriersOn } from '../../support/barriers';
import { openPhone } from '../../support/browser';
import { isOn } from '../../support/h5-interview';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

describe('the library in the browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let requests: string[];

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
    requests = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) requests.push(`${request.method()} ${request.url()}`);
    });
    await page.goto(`${server.origin}/#/${pages.library}`);
    await page.locator('.library-row:visible').first().waitFor();
    await page.waitForLoadState('networkidle');
    requests.length = 0;
  });
  afterEach(() => context.close());

  const type = (text: string) => page.locator('.search-input:visible input').fill(text);
  const firstTitle = () => page.locator('.library-results .list-row-title:visible').first().innerText();

  it.each(['dibao', 'di bao', 'db', '低保'])('finds 低保 by %s without a word on the network', async (typed) => {
    await type(typed);
    await until('低保 first', async () => (await firstTitle()) === '低保');
    expect(requests).toEqual([]);
    expect(page.url()).not.toContain('?');
  });

  it('opens what was found, and on the way back shows what was typed and found', async () => {
    await type('请不起律师');
    await page.locator('#guide-legal-aid:visible').click();
    await until('the guide', async () => isOn(page, pages.guide));
    expect(await page.locator('.phone-number:visible').first().innerText()).toBe('12348');
    await page.goBack();
    await until('the library', async () => isOn(page, pages.library));
    expect(await page.locator('.search-input:visible input').inputValue()).toBe('请不起律师');
    expect(await firstTitle()).toBe('法律援助');
  });

  it('has no serious barrier: everything, found, nothing found, a guide', async () => {
    expect(await barriersOn(page)).toEqual([]);
    await type('看病没钱');
    await page.locator('.library-results:visible').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await type('围棋比赛');
    await page.locator('.library-none:visible').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`${server.origin}/#/${pages.guide}?code=farewell-line`);
    await page.locator('.phone-row:visible').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });
});
