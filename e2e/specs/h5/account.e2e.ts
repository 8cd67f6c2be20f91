import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { asRead } from '../../support/as-read';
import { openPhone } from '../../support/browser';
import { browserStorage } from '../../support/browser-storage';
import { pages } from '../../support/pages';
import { photograph } from '../../support/photograph';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { launchChromium } from '../../weapp-host/browser/chromium';

const PERSON = '单人-断收入';

/** One phone all along: each test goes on where the one before it left. */
describe('a resident of the browser', () => {
  let server: ServerProcess;
  let person: PersonAtTheBureaus;
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
  const text = async (selector: string): Promise<string> =>
    asRead(await page.locator(`${selector}:visible`).first().innerText());
  const type = async (selector: string, typed: string): Promise<void> => {
    await page.locator(`${selector} input:visible`).fill(typed);
    await page.locator(`${selector} input:visible`).blur();
  };

  beforeAll(async () => {
    server = await startServer({ withH5: true, withSimulators: true });
    person = await new Simulators(server.simulators).person(PERSON);
    browser = await launchChromium();
    context = await openPhone(browser);
    problems = [];
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(problems).toEqual([]));

  it('signs in from 我的 and is back there, and still signed in after the app was killed', async () => {
    await open(pages.mine);
    await tap('#sign-in');
    await see('.sim-person');
    await page.locator('.sim-person', { hasText: PERSON }).first().click();
    await see('#sign-out');
    await killAndOpen(pages.mine);
    await see('#sign-out');
  });

  it('keeps no token where any code in the browser could read it', async () => {
    const { names, databases } = await browserStorage(page);
    expect(names.filter((name) => name !== 'standards')).toEqual([]);
    expect(databases).toContain('sealed:session');
    expect(databases).not.toMatch(/accessToken|refreshToken/);
  });

  it('confirms the real name after a yes and a slip, and sees it only masked', async () => {
    await tap('#real-name');
    await see('#consent');
    await type('#name', '别的名字');
    await type('#id-number', `${person.idNumber.slice(0, 17)} `);
    await see('.field-error');
    await type('#id-number', person.idNumber);
    await tap('.choice');
    await tap('#verify');
    await see('#not-confirmed');
    await type('#name', person.realName);
    await tap('#verify');
    await see('#verified');
    const shown = await text('#verified');
    expect(shown).not.toContain(person.idNumber);
    expect(shown).not.toContain(person.realName);
    await tap('#go-on');
    await see('#sign-out');
    expect(await text('#account')).toContain(`${person.realName.slice(0, 1)}*`);
  });

  it('finds the yes under 我同意的事, takes it back, and gives it again', async () => {
    await tap('#consents');
    const card = '#consent-real-name-verification';
    await see(`${card} .withdraw`);
    await tap(`${card} .withdraw`);
    await page.getByText('收回', { exact: true }).last().click();
    await see(`${card} .yes`);
    await tap(`${card} .yes`);
    await see(`${card} .withdraw`);
  });

  it('takes home what is kept of them, as a file a computer reads', async () => {
    await killAndOpen(pages.myData);
    await see('#take-data');
    const [saved] = await Promise.all([page.waitForEvent('download'), tap('#take-data')]);
    expect(saved.suggestedFilename()).toBe('my-data.json');
    const copied = await readFile(await saved.path(), 'utf8');
    expect(JSON.parse(copied)).toBeInstanceOf(Object);
    expect(copied).toContain(person.realName);
    await page.getByText('做好了，已经给您。').waitFor();
  });

  it('reads what the privacy text said before the city changed a figure in it, and comes back', async () => {
    await server.kill();
    await server.startAgain({ KEEP_RELIEF_DAYS: '777' });
    await killAndOpen(pages.myData);
    await tap('#rules');
    const kept = (days: string) => page.locator('.rule:visible', { hasText: `留 ${days} 天` }).count();
    await see('.rule');
    expect([await kept('1825'), await kept('777')]).toEqual([0, 3]);
    await tap('#earlier');
    await photograph(page, 'rules-now');
    await tap('.earlier-version');
    await see('.notice-warn');
    expect(await text('.notice-warn')).toContain('这是以前的一版');
    expect([await kept('1825'), await kept('777')]).toEqual([3, 0]);
    await photograph(page, 'rules-before');
    await tap('#to-current');
    await page.locator('.rule:visible', { hasText: '留 777 天' }).first().waitFor();
  });

  it('signs out, and nothing of theirs is left', async () => {
    await killAndOpen(pages.mine);
    await tap('#sign-out');
    await page.getByText('退出', { exact: true }).last().click();
    await see('#sign-in');
    await killAndOpen(pages.notices);
    await see('#signed-out');
    await killAndOpen(pages.myData);
    await see('#signed-out');
    await photograph(page, 'my-data-signed-out');
  });
});
