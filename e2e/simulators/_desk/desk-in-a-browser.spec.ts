import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { BureauDesk } from '../../support/bureau-desk';
import { SeaDesk } from '../../support/sea-desk';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';
import { aWorld, type RunningWorld } from '../_fixtures/a-world';
import { example } from '../_fixtures/examples';

const REQUEST = example('social-assistance', 'file-case.request');

let world: RunningWorld;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  world = await aWorld();
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
});
afterAll(async () => {
  await browser.close();
  await world.stop();
});
beforeEach(async () => {
  await world.control('/__sim/reset', {});
  problems.length = 0;
  world.bff.arrived.length = 0;
});
afterEach(() => expect(problems).toEqual([]));

const file = (change: Record<string, unknown> = {}) =>
  world.call('social-assistance', '/shjz/v2/aj', { ...REQUEST, ...change });

describe('the desk in a browser', () => {
  it('shows a case that comes in without being asked again', async () => {
    await page.goto(`${world.origin}/desk`);
    await page.getByText('还没有人递来申请').waitFor();
    await file();
    await page.getByRole('link', { name: /单人断收入/ }).waitFor();
  });

  it('shows a case that came in between the page and its first look for news', async () => {
    await page.route('**/desk/pulse', async (route) => {
      await file();
      await route.continue();
      await page.unroute('**/desk/pulse');
    });
    await page.goto(`${world.origin}/desk`);
    await page.getByRole('link', { name: /单人断收入/ }).waitFor();
  });

  it('leads a clerk from taking a case in to its decisions, each told to the platform', async () => {
    await file();
    const desk = new BureauDesk(page, world.origin);
    await desk.openCase('social-assistance', '单人断收入');
    await desk.accept();
    await desk.askPapers(['停工通知', '房屋租赁合同']);
    await desk.receivePaper('停工通知');
    await desk.receivePaper('房屋租赁合同');
    await desk.visit();
    await desk.publicise();
    await desk.approve('最低生活保障', { yuan: '1045.50', fromMonth: '2027-01' });
    await desk.refuse('临时救助', '基本生活没有出现突发的严重困难');
    await desk.allDelivered();
    await page.getByText('每户每月 1045.50 元').waitFor();
    const told = world.bff.arrived.map(({ message }) => message);
    expect(told.map(({ type }) => type)).toEqual(['SL', 'BZ', 'BZQS', 'BZQS', 'RH', 'GS', 'JD', 'JD']);
    expect(told.at(-2)?.data).toMatchObject({ sxdm: 'SH01', je: '1045.50', qfny: '202701' });
    expect(told.at(-1)?.data).toMatchObject({ sxdm: 'SH06', bytk: '基本生活没有出现突发的严重困难' });
  });

  it('lets a clerk think again before a decision', async () => {
    await file();
    const desk = new BureauDesk(page, world.origin);
    await desk.openCase('social-assistance', '单人断收入');
    await desk.accept();
    await page.getByText('不批准', { exact: true }).first().click();
    await page.getByLabel('或者自己写依据的条款').first().fill('别的');
    await page.getByRole('button', { name: '不批准' }).first().click();
    await page.getByText('收不回来').waitFor();
    await page.getByRole('link', { name: '再想想' }).click();
    await page.getByText('在办').waitFor();
    expect(world.bff.arrived.map(({ message }) => message.type)).toEqual(['SL']);
  });

  it('does not take away what a clerk is typing when something else happens', async () => {
    await file();
    await page.goto(`${world.origin}/desk/social-assistance/cases/${REQUEST.wbywh}`);
    await page.getByText('要材料').click();
    await page.getByLabel('别的材料，一行一样').fill('房屋租赁合同');
    await page.locator('h1').click();
    await world.call(
      'social-assistance',
      `/shjz/v2/aj/${REQUEST.wbywh}/hdjg`,
      example('social-assistance', 'report-check.request'),
    );
    await page.getByText('机动车登记').waitFor();
    expect(await page.getByLabel('别的材料，一行一样').inputValue()).toBe('房屋租赁合同');
  });

  it('runs nothing that a name brings along', async () => {
    const xm = '<img src=x onerror="document.title=1">&amp;<script>';
    await file({ sqr: { ...(REQUEST.sqr as object), xm } });
    await page.goto(`${world.origin}/desk/social-assistance/cases/${REQUEST.wbywh}`);
    expect(await page.locator('h1').innerText()).toBe(xm);
    expect(await page.title()).toBe(`${xm} · 经办台`);
    expect(await page.locator('main img, main script').count()).toBe(0);
  });

  it('leads a service person and the crew through a farewell at sea, from the telephone to the place', async () => {
    const order = example('funeral-affairs', 'confirm.request') as Record<
      'voyage' | 'applicant',
      Record<string, string>
    >;
    const voyage = String(order.voyage.voyageNo);
    await world.call('funeral-affairs', '/bzxx/hz/orders', order);
    const desk = new SeaDesk(page, world.origin);
    const [name, idNumber] = [String(order.applicant.name), String(order.applicant.certNo)];
    const answered = desk.phoneIn({ name, idNumber, phone: '02288880171', deceased: '示外公', aboard: 1, voyage });
    const { data } = (await until('the call', () => world.bff.arrived.at(0))).message;
    const answer = { ...example('funeral-affairs', 'phone-answer.request'), queryNo: data.queryNo };
    await world.call('funeral-affairs', '/bzxx/hz/phone-answers', answer);
    expect(await answered).toContain('JM-7KQ2M9');
    await desk.seePapers('HM-4TR8WX', '死亡证明');
    await desk.verifyDeath(name, idNumber, '2026-10-30');
    expect(await desk.look(voyage, 'JM-7KQ2M9-1 000000')).toContain('不是平台发的');
    await page.getByRole('button', { name: '一家都上船了' }).click();
    await page.getByText('都到了').waitFor();
    await desk.sail(voyage);
    await desk.scatter(voyage, '38.86542', '117.9321');
    expect(await desk.manifest(voyage)).toContain('38.86542, 117.93210');
    const told = world.bff.arrived.map(({ message }) => message.type);
    expect(told).toEqual([
      'PHONED_IN',
      'PAPERS_SEEN',
      'DEATH_VERIFIED',
      'BOARDED',
      'BOARDED',
      'VOYAGE_SAILED',
      'SCATTERED',
    ]);
  });

  it.each([1280, 375])('at %d is no wider than the screen and has nothing axe objects to', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await file();
    await world.call(
      'means-verification',
      '/hdservice/api/check/apply',
      example('means-verification', 'apply.request'),
    );
    await world.call('funeral-affairs', '/bzxx/hz/orders', example('funeral-affairs', 'confirm.request'));
    const caseUrl = `/desk/social-assistance/cases/${REQUEST.wbywh}`;
    await fetch(`${world.origin}${caseUrl}/accept`, { method: 'POST' });
    const places = ['means-verification', 'funeral-affairs', 'vessel', 'death-registry', 'wechat', 'sms', 'staff'];
    for (const path of ['/desk', caseUrl, ...places.map((place) => `/desk/${place}`)]) {
      await page.goto(world.origin + path);
      await page.locator('details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect([path, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
});
