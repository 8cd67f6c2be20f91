import { randomBytes, randomUUID } from 'node:crypto';
import type { UrgentView } from '@jinmen/shared/urgent/views';
import type { Browser, Locator, Page } from 'playwright-core';
import { barriersOn } from '../../support/barriers';
import { widerThanScreen } from '../../support/browser';
import { photograph } from '../../support/photograph';
import { STREET } from '../../support/resident-api';
import { changeRows } from '../../support/rows-of';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { StaffPage } from '../../support/staff-page';
import { until } from '../../support/until';
import { askedAtTheBureau } from '../../support/urgent-help';
import { launchChromium } from '../../weapp-host/browser/chromium';

/** Somebody waits for help and what they said was changed in the database, or its key is gone. */
describe('a call for help whose words do not open any more', () => {
  let house: ServerProcess;
  let bureaus: Simulators;
  let browser: Browser;
  let asked: UrgentView;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true, settings: { RETRY_AT_MOST_MS: '50' } });
    bureaus = new Simulators(house.simulators);
    browser = await launchChromium();
    asked = await askForHelp();
    await until('it to arrive', async () => (await askedAtTheBureau(bureaus)).includes(asked.id));
    await house.kill();
    changeRows(house.data, 'UPDATE urgent_request SET told = ? WHERE id = ?', [Buffer.from('another'), asked.id]);
    await house.startAgain();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  async function askForHelp(): Promise<UrgentView> {
    const said = { forSomebodyElse: false, kinds: ['no-food'], place: '西营门菜市场', phone: '13812345678' };
    const reply = await fetch(`${house.origin}/api/v1/urgent-requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ ...said, street: STREET, secret: randomBytes(32).toString('hex') }),
    });
    expect(reply.status).toBe(201);
    return (await reply.json()) as UrgentView;
  }

  async function atTheDesk(number: string, width: number): Promise<{ page: Page; card: Locator }> {
    const viewport = { width, height: 812 };
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    const staff = new StaffPage(await context.newPage(), house.origin, bureaus);
    await staff.signIn(number);
    await staff.show('急难求助');
    return { page: staff.page, card: staff.page.getByRole('listitem').filter({ hasText: asked.number }).first() };
  }

  it.each([
    ['J1001', 1280, '打电话告诉那个街道'],
    ['J2001', 375, '马上告诉津门民政的运营人员'],
  ])('tells %s what to do and whom to call, and claims nothing of whoever waits', async (number, width, whom) => {
    const { page, card } = await atTheDesk(number, width);
    await card.getByText('有人求助，说的话在这里打不开了').waitFor();
    const words = await card.innerText();
    for (const way of ['到救助系统里按短号', '打 12345', whom]) expect(words).toContain(way);
    expect(words).not.toContain('没留名字');
    expect(await card.getByRole('button', { name: '我来办，看怎么找他' }).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
    await photograph(page, `urgent-unreadable-${width}`);
    await page.context().close();
  });

  it('stops calling everybody once a clerk found them another way and says so', async () => {
    const { page, card } = await atTheDesk('J2001', 1280);
    await page.getByText('急难求助：1 个还没有人看').waitFor();
    await card.getByRole('textbox').fill('在救助系统里找到，送了吃的');
    await card.getByRole('button', { name: '办完了' }).click();
    await page.getByRole('heading', { name: '办过了（1）' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '办过了（1）' }).waitFor();
    expect(await page.locator('#urgent-waiting').innerText()).toBe('');
    await photograph(page, 'urgent-unreadable-over');
  });
});
