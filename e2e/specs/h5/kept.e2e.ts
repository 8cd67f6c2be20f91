import type { Browser, BrowserContext, Page } from 'playwright-core';
import { asRead } from '../../support/as-read';
import { openPhone } from '../../support/browser';
import { browserStorage } from '../../support/browser-storage';
import { H5Interview, isOn } from '../../support/h5-interview';
import { threeBelowTheLine } from '../../support/households';
import { type Answered, answerAll, begin, factsTold } from '../../support/interview';
import { type NewerServer, startNewerServer } from '../../support/newer-server';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

/** What the app keeps in localStorage; the kept results are in the vault, which is a database. */
const KEPT_NAMES = ['elder-mode', 'relief-answers', 'standards'];

/** One phone all along: each test goes on where the one before it left. */
describe('a result kept in the browser', () => {
  let server: ServerProcess;
  let front: NewerServer;
  let answered: readonly Answered[];
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];

  const open = async (path: string): Promise<void> => {
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${front.origin}/#/${path}`);
  };
  /** The app is killed: what it had in memory is gone, what is in the browser stays. */
  const killAndOpen = async (path: string): Promise<void> => {
    await page.close();
    await open(path);
  };
  const tap = (selector: string): Promise<void> => page.locator(`${selector}:visible`).first().click();
  const see = (selector: string): Promise<void> => page.locator(`${selector}:visible`).first().waitFor();
  const texts = async (selector: string): Promise<string[]> =>
    (await page.locator(`${selector}:visible`).allInnerTexts()).map(asRead);

  beforeAll(async () => {
    server = await startServer({ withH5: true });
    front = await startNewerServer(server.origin);
    browser = await launchChromium();
    context = await openPhone(browser);
    problems = [];
    await open(pages.home);
    await tap('#door-hardship');
    const interview = new H5Interview(page);
    await begin(interview, threeBelowTheLine);
    answered = await answerAll(interview, threeBelowTheLine);
    await until('the result', () => isOn(page, pages.result));
  });
  afterAll(async () => {
    await browser?.close();
    await front?.stop();
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
    // Nothing of it stands in a scroller of its own: the last line is inside the paper, on the screen and in print.
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const [paper, last] = await Promise.all(
        ['.sheet:visible', '.sheet-basis:visible'].map((selector) => page.locator(selector).boundingBox()),
      );
      if (!paper || !last) throw new Error(`no paper in ${media}`);
      expect(last.y + last.height).toBeLessThanOrEqual(paper.y + paper.height);
    }
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await tap('#copy');
    await see('.copy-outcome');
    const copied = asRead(await page.evaluate(() => navigator.clipboard.readText()));
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

  it('is judged by the server’s newer rules after a yes, and by the phone’s own once an answer changes', async () => {
    front.release = '2099.1';
    await killAndOpen(pages.home);
    await until('the newer rules to be known', () => front.seen.some(({ path }) => path.includes('/standards')));
    await see('#door-hardship');
    await page.waitForLoadState('networkidle');
    await page.goto(`${front.origin}/#/${pages.result}`);
    await see('#ask-server');
    front.seen.length = 0;
    await tap('#ask-server');
    await tap('#what-is-sent');
    expect((await texts('.sent-answer')).join()).toContain('2400 元');
    expect(front.seen).toEqual([]);
    front.down = true;
    await tap('#send');
    await see('#retry');
    front.down = false;
    await tap('#retry');
    await see('#served');
    expect(front.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v1/eligibility/assessments']);
    const sent = JSON.parse(front.seen[0]?.body ?? '{}') as Record<string, unknown>;
    expect(sent).toMatchObject({ facts: factsTold(answered), doors: ['general'] });
    expect(Object.keys(sent).sort()).toEqual(['doors', 'facts']);
    expect((await texts('.served-basis')).join()).toContain('2099.1');
    expect((await texts('.verdict-card')).length).toBeGreaterThan(2);
    await page.locator('.answer-row:visible', { hasText: '3 人' }).click();
    await page.locator('.answer-input:visible input').fill('4');
    await tap('#next');
    await until('the result', () => isOn(page, pages.result));
    await see('#ask-server');
    expect((await texts('#older-rules')).join()).toContain('您的回答变了');
    expect(await texts('#served')).toEqual([]);
    expect(front.seen).toHaveLength(1);
  });
});
