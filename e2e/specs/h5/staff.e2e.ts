import { randomUUID } from 'node:crypto';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { barriersOn } from '../../support/barriers';
import { aloneWithoutIncome } from '../../support/households';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const LIVING = 'minimum-living-allowance';
const BUREAU = 'social-assistance';

describe.each([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 375, height: 812 }],
])('/staff on %s', (_what, viewport) => {
  let server: ServerProcess;
  let simulators: Simulators;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ withSimulators: true, settings: { RETRY_AT_MOST_MS: '50' } });
    simulators = new Simulators(server.simulators);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    page = await context.newPage();
    await page.goto(`${server.origin}/staff`);
  });
  afterEach(() => context.close());

  async function signIn(number: string, code?: string): Promise<void> {
    await page.getByLabel('工号').fill(number);
    await page.getByLabel('动态码').fill(code ?? (await simulators.staffCode(number)));
    await page.getByRole('button', { name: '登录', exact: true }).click();
  }

  async function show(title: string): Promise<void> {
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.locator('#view-body[aria-busy="false"]').waitFor();
  }

  /** A case whose first message its bureau answers wrongly until it stops. */
  async function stoppedCase(): Promise<string> {
    await simulators.fault({ bureau: BUREAU, fault: 'error-500', untilReset: true });
    const resident = await ResidentApi.signIn(server, '单人-断收入');
    await resident.becomeKnown();
    const draft = await resident.completeDraft([LIVING], aloneWithoutIncome, dayInShanghai(Date.now()));
    await resident.submit(draft.id, draft.version, randomUUID());
    return (await resident.application(draft.id)).cases[0]?.id ?? '';
  }

  const effects = async () => (await simulators.journal(BUREAU)).effects.filter(({ kind }) => kind === 'case-filed');

  it('lets an operator send a stopped message again, and the bureau has the case once', async () => {
    const caseNo = await stoppedCase();
    await signIn('J1001');
    const letter = page.getByRole('listitem').filter({ hasText: caseNo });
    await until(
      'the message to stop',
      async () => {
        await show('停下的消息');
        await page.getByRole('button', { name: '重新读取' }).click();
        await page.locator('#view-body[aria-busy="false"]').waitFor();
        return (await letter.count()) === 1;
      },
      40_000,
    );
    expect(await effects()).toEqual([]);
    await letter.getByRole('button', { name: '重发' }).click();
    await letter.getByText('请写明原因').waitFor();
    await simulators.endFaults(BUREAU);
    await letter.getByRole('textbox').fill('对方系统修好了');
    await letter.getByRole('button', { name: '重发' }).click();
    await page.getByText('已交给系统重发').waitFor();
    await until('the case at the bureau', async () => (await effects()).length === 1);
    await until('no stopped message', async () => (await letter.count()) === 0);
    await show('没送到');
    expect(await effects()).toHaveLength(1);
  });

  it('keeps what was typed when the session ends in the middle, and goes on with it', async () => {
    await signIn('J1002');
    await show('标准和去向');
    await page.getByLabel('原因').fill('区里发文，还没写完');
    await page.getByLabel('住在哪个街道或乡镇').fill('西青区西营门街道');
    await page.getByLabel('改交到哪里').fill('西青区李七庄街道');
    await page.evaluate(() =>
      fetch('/api/v1/staff/sessions/current', {
        method: 'DELETE',
        headers: { authorization: `Bearer ${sessionStorage.getItem('jinmen-staff-token')}` },
      }),
    );
    await page.getByRole('button', { name: '改去向' }).click();
    await page.getByText('登录已到时间').first().waitFor();
    await signIn('J1002');
    await page.getByRole('heading', { level: 1, name: '标准和去向' }).waitFor();
    expect(await page.getByLabel('原因').inputValue()).toBe('区里发文，还没写完');
    await page.getByRole('button', { name: '改去向' }).click();
    await page.getByText('已改。以前交的不变。').waitFor();
    await page.getByRole('heading', { name: '住在西青区西营门街道' }).waitFor();
  });

  it('shows a clerk what is theirs alone, and nothing to whoever has no right code', async () => {
    await signIn('J2001', '000000');
    await page.getByText('工号或动态码不对').waitFor();
    await signIn('J2001');
    await page.getByText('西青区西营门街道').first().waitFor();
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
      '急难求助',
      '超期',
      '投诉建议',
      '要人办',
      '没签字',
      '要打电话的',
      '转办',
      '代办要问的',
      '看监护材料',
      '逝者的资料',
      '标准和去向',
      '去向和谁定',
      '放假通知',
    ]);
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByText('您已退出').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('hides the numbers in a complaint until whoever needs one asks for it', async () => {
    const resident = await ResidentApi.signIn(server, '单人-断收入');
    const text = '打了三次没有人接，请打 13800005678';
    const said = await resident.get<{ number: string }>(
      'POST',
      '/complaints',
      { kind: 'complaint', text },
      randomUUID(),
    );
    await signIn('J1001');
    await show('投诉建议');
    const card = page.getByRole('listitem').filter({ hasText: said.number });
    await card.getByText('请打 138****5678').waitFor();
    expect(await card.innerText()).not.toContain('13800005678');
    await card.getByRole('button', { name: '显示里面的号码' }).click();
    await card.getByText(text).waitFor();
    expect(await barriersOn(page)).toEqual([]);
  });

  it('has whose screen it is all over it, so that a photo says who took it', async () => {
    await signIn('J2001');
    const marks = page.locator('#mark span');
    await marks.first().waitFor({ state: 'attached' });
    const shown = await marks.evaluateAll((all) => all.map((each) => getComputedStyle(each, '::before').content));
    expect(shown.length).toBeGreaterThan(50);
    expect(new Set(shown)).toEqual(new Set([expect.stringMatching(/J2001 \d{4}[/]\d+[/]\d+/)]));
  });

  it('has no barrier and nothing wider than the screen in any of its views', async () => {
    expect(await barriersOn(page)).toEqual([]);
    const looked = new Set<string>();
    for (const number of ['J1001', 'J3001']) {
      await page.goto(`${server.origin}/staff`);
      await signIn(number);
      await page.getByRole('navigation').getByRole('link').first().waitFor();
      const titles = await page.getByRole('navigation').getByRole('link').allInnerTexts();
      for (const title of titles.filter((each) => !looked.has(each))) {
        looked.add(title);
        await show(title);
        expect([title, await barriersOn(page)]).toEqual([title, []]);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([title, beyond <= 0]).toEqual([title, true]);
      }
      await page.getByRole('button', { name: '退出' }).click();
    }
  });
});
