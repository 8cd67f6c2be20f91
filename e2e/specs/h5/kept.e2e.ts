import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPhone } from '../../support/browser';
import { browserStorage } from '../../support/browser-storage';
import { H5Interview, isOn } from '../../support/h5-interview';
import { threeBelowTheLine } from '../../support/households';
import { answerAll, begin } from '../../support/interview';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

/** What the app keeps in localStorage; the kept results are in the vault, which is a database. */
const KEPT_NAMES = ['elder-mode', 'relief-answers', 'standards'];

describe('a result kept in the browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];

  const open = async (path: string): Promise<void> => {
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${server.origin}/#/${path}`);
  };
  /** The app is killed: what it had in memory is gone, what is in the browser stays. */
  const killAndOpen = async (path: string): Promise<void> => {
    await page.close();
    await open(path);
  };
  const tap = (selector: string): Promise<void> => page.locator(`${selector}:visible`).first().click();
  const see = (selector: string): Promise<void> => page.locator(`${selector}:visible`).first().waitFor();
  const texts = (selector: string): Promise<string[]> => page.locator(`${selector}:visible`).allInnerTexts();

  beforeAll(async () => {
    server = await startServer({ withH5: true });
    browser = await launchChromium();
    context = await openPhone(browser);
    problems = [];
    await open(pages.home);
    await tap('#door-hardship');
    const interview = new H5Interview(page);
    await begin(interview, threeBelowTheLine);
    await answerAll(interview, threeBelowTheLine);
    await until('the result', () => isOn(page, pages.result));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(problems).toEqual([]));

  it('is kept only when asked, encrypted, and is there after the app was killed', async () => {
    await see('#keep');
    expect((await browserStorage(page)).databases).not.toContain('sealed:relief-kept');
    const badges = await texts('.verdict-badge');
    await tap('#keep');
    await see('.keep-done');
    const { names, databases } = await browserStorage(page);
    expect(names.filter((name) => !KEPT_NAMES.includes(name))).toEqual([]);
    expect(databases).toContain('sealed:relief-kept');
    for (const told of ['240000', 'household', 'all-tianjin']) expect(databases).not.toContain(told);
    await killAndOpen(pages.mine);
    await tap('#kept-results');
    await tap('.kept-row');
    await see('.kept-compared');
    expect(await texts('.card-head .pill')).toEqual(badges);
    await tap('#kept-answers');
    expect((await texts('.kept-answer')).join()).toContain('2400 元');
  });

  it('can be gone on from after the answers were given up', async () => {
    await killAndOpen(pages.result);
    await tap('#restart');
    await page.locator('.taro-model__confirm').click();
    await until('the questions', () => isOn(page, pages.wizard));
    await killAndOpen(pages.kept);
    await tap('.kept-row');
    await tap('#resume-kept');
    await until('the result', () => isOn(page, pages.result));
    expect((await texts('.answer-row')).join()).toContain('2400 元');
  });

  it('becomes one page of paper without an answer on it, in print and in text', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await tap('#sheet');
    await see('.sheet');
    expect(page.url().endsWith(pages.sheet)).toBe(true);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await tap('#copy');
    await see('.copy-outcome');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const paper of [copied, (await texts('.sheet')).join()]) {
      expect(paper).toContain('这只是先看看，最后由街道核定。');
      expect(paper).toContain('低保');
      for (const told of ['2400', '800 元', '3 人', '全家都是天津户口']) expect(paper).not.toContain(told);
    }
    expect((await browserStorage(page)).names.filter((name) => !KEPT_NAMES.includes(name))).toEqual([]);
  });

  it('is wiped at one press, brought back at another, and then wiped for good', async () => {
    await killAndOpen(pages.kept);
    await tap('#wipe-all');
    await see('#undo');
    expect((await browserStorage(page)).databases).not.toContain('sealed:relief-kept');
    await tap('#undo');
    await see('.kept-row');
    await tap('#wipe-all');
    await see('#undo');
    await killAndOpen(pages.kept);
    await see('.empty-state');
    expect((await browserStorage(page)).databases).not.toContain('sealed:relief-kept');
  });
});
