import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPhone } from '../../support/browser';
import { browserStorage } from '../../support/browser-storage';
import { H5App } from '../../support/h5-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const PERSON = '单人-断收入';
const TYPED = '借来手机上打的地方';

/** What the owner had on the phone before is there after it, and nothing else ever was. */
describe('a borrowed phone in the browser', () => {
  let server: ServerProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let app: H5App;

  beforeAll(async () => {
    server = await startServer({ withH5: true, withSimulators: true });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    context = await openPhone(browser);
    page = await context.newPage();
    app = new H5App(page, server.origin);
    await app.open(pages.home);
    await page.evaluate(() => localStorage.setItem('relief-answers', JSON.stringify({ data: '{"asked":["a"]}' })));
    await page.reload();
    await app.see('#urgent');
  });
  afterEach(() => context.close());

  const kept = async () => {
    const { names, databases } = await browserStorage(page);
    const caches = await page.evaluate(async () => (await globalThis.caches?.keys()) ?? []);
    const session = await page.evaluate(() => Object.keys(sessionStorage));
    // a database that was opened and holds nothing reads as empty lists
    const records = databases.replace(/[[\]\s]/g, '');
    return { names: names.filter((name) => name !== 'standards').sort(), records, caches, session };
  };
  const ownersAlone = { names: ['relief-answers'], records: '', caches: [], session: [] };
  const borrowAndWrite = async () => {
    await app.open(pages.signIn);
    await app.tap('#not-my-phone');
    await app.see('#borrowed');
    await app.signInAs(PERSON);
    await page.waitForURL((url) => !url.hash.includes(pages.signIn));
    await app.tap('#urgent-way, #urgent');
    await app.type('#urgent-place', TYPED);
  };

  it('keeps nothing while it is used, and shows nothing of its owner', async () => {
    await borrowAndWrite();
    expect(await kept()).toEqual(ownersAlone);
    await app.open(pages.mine);
    expect(await page.locator('.page-root:visible').innerText()).not.toContain('1 道题');
  });

  it('is left at one tap: another page, nothing of it anywhere, and the session over on the server', async () => {
    const tokens: string[] = [];
    page.on('request', (request) => {
      const { authorization } = request.headers();
      if (authorization) tokens.push(authorization);
    });
    const signedIn = page.waitForResponse((response) => response.url().endsWith('/sessions/wechat'));
    await borrowAndWrite();
    const { refreshToken } = (await (await signedIn).json()) as { refreshToken: string };
    const begunAnew = page.waitForEvent('load');
    await app.tap('#leave-borrowed');
    await begunAnew;
    expect(new URL(page.url()).hash).toContain(pages.home);
    await page.waitForFunction(() => document.querySelector('#borrowed') === null);
    await until('the session is over on the server', async () => (await statusOf(tokens.at(-1) ?? '')) === 401);
    expect(await statusOfRefresh(refreshToken)).toBe(401);
    await app.open(pages.urgent);
    expect(await app.typed('#urgent-place')).toBe('');
    await app.open(pages.mine);
    await app.see('#sign-in');
    expect(await kept()).toEqual(ownersAlone);
  });

  it('killed, it is over as well', async () => {
    await borrowAndWrite();
    await page.close();
    page = await context.newPage();
    app = new H5App(page, server.origin);
    await app.open(pages.mine);
    await app.see('#sign-in');
    expect(await app.has('#borrowed')).toBe(false);
    expect(await kept()).toEqual(ownersAlone);
  });

  const statusOfRefresh = async (refreshToken: string): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ refreshToken });
    return (await fetch(`${server.origin}/api/v1/sessions/refresh`, { method: 'POST', headers, body })).status;
  };
  const statusOf = async (authorization: string): Promise<number> =>
    (await fetch(`${server.origin}/api/v1/me`, { headers: { authorization } })).status;
});
