import { randomUUID } from 'node:crypto';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { type BadLine, startBadLine } from '../../support/bad-line';
import { barriersOn } from '../../support/barriers';
import { openPhone, widerThanScreen } from '../../support/browser';
import { H5App } from '../../support/h5-app';
import { aloneWithoutIncome } from '../../support/households';
import { pages } from '../../support/pages';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import {
  answerAtDesk,
  askedAtTheBureau,
  numberSent,
  readsOfHelp,
  sendTrouble,
  writeTrouble,
} from '../../support/urgent-help';
import { launchChromium } from '../../weapp-host/browser/chromium';

const HUNGRY = { kind: '没吃的，也没钱买', place: '北站候车室', phone: '13812345678' };
const NUMBERS = ['120', '110', '119', '12345'];

describe('help at once, on a phone nobody ever signed in on', () => {
  let house: ServerProcess;
  let bureaus: Simulators;
  let browser: Browser;
  let phone: BrowserContext;
  let page: Page;
  let app: H5App;
  let staff: Page;
  let line: BadLine;
  const problems: string[] = [];

  const openApp = async (origin = house.origin): Promise<void> => {
    page = await phone.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    app = new H5App(page, origin);
  };
  const asked = () => askedAtTheBureau(bureaus);
  const atStaff = (number: string) => staff.getByRole('listitem').filter({ hasText: number });
  const staffSees = async (number: string): Promise<void> => {
    await until(`${number} at /staff`, async () => {
      await staff.getByRole('button', { name: '重新读取' }).click();
      await staff.locator('#view-body[aria-busy="false"]').waitFor();
      return (await atStaff(number).count()) === 1;
    });
  };

  beforeAll(async () => {
    house = await startServer({ withH5: true, withSimulators: true, settings: { RETRY_AT_MOST_MS: '50' } });
    line = await startBadLine(house.origin);
    bureaus = new Simulators(house.simulators);
    browser = await launchChromium();
    staff = await (await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage();
    await staff.goto(`${house.origin}/staff`);
    await staff.getByLabel('工号').fill('J1001');
    await staff.getByLabel('动态码').fill(await bureaus.staffCode('J1001'));
    await staff.getByRole('button', { name: '登录', exact: true }).click();
    await staff.getByRole('link', { name: '急难求助' }).click();
  });
  afterAll(async () => {
    await browser?.close();
    await line?.stop();
    await house?.stop();
  });
  beforeEach(async () => {
    phone = await openPhone(browser);
    await openApp();
  });
  afterEach(async () => {
    await phone.close();
    expect(problems).toEqual([]);
  });

  it.each([
    ['the home page', pages.home, '#urgent'],
    ['a question', `${pages.wizard}?door=general`, '#urgent-way'],
  ])('is one tap from %s, and the next one calls: the numbers stand above everything', async (_where, path, way) => {
    await app.open(path);
    await app.tap(way);
    await app.see('#ask-form');
    expect(await app.texts('.phone-row-urgent .phone-number')).toEqual(NUMBERS);
    const last = await page.locator('.phone-row-urgent:visible').last().boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(812);
    expect(await widerThanScreen(page)).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('is sent without a name, reaches the desk and /staff, and the resident reads who looked and what came of it', async () => {
    await app.open(pages.home);
    await app.tap('#urgent');
    await app.see('#ask-form');
    await app.tap('#send-urgent');
    expect((await app.texts('.urgent-check .field-error')).join()).toContain('还差一点');
    await writeTrouble(app, HUNGRY);
    const number = await sendTrouble(app);
    expect(await widerThanScreen(page)).toEqual([]);
    await staffSees(number);
    expect(await atStaff(number).innerText()).not.toContain(HUNGRY.phone);
    await atStaff(number).getByRole('button', { name: '我来办，看怎么找他' }).click();
    await atStaff(number).getByText(HUNGRY.phone).waitFor();
    await readsOfHelp(app, '值班的人看到了');

    const desk = await browser.newPage();
    await answerAtDesk(desk, house.simulators, number, '已联系');
    await readsOfHelp(app, '已经联系过您');
    await staffSees(number);
    await atStaff(number).getByRole('textbox').fill('吃上饭了，送到救助站');
    await atStaff(number).getByRole('button', { name: '办完了' }).click();
    await readsOfHelp(app, '这件事那边已经办过了');
    await desk.close();
  });

  it('keeps numbers and words when the network goes, through a restart too, and goes out once when it is back', async () => {
    const before = (await asked()).length;
    await app.open(pages.home);
    await page.waitForLoadState('networkidle');
    await phone.setOffline(true);
    await app.tap('#urgent');
    expect(await app.texts('.phone-row-urgent .phone-number')).toEqual(NUMBERS);
    await writeTrouble(app, { ...HUNGRY, place: '水上公园北门' });
    await app.tap('#send-urgent');
    await app.see('.urgent-kept');
    await phone.setOffline(false);
    const number = await numberSent(app);
    await readsOfHelp(app, '已经送到');
    expect(await asked()).toHaveLength(before + 1);

    await app.tap('#again');
    await writeTrouble(app, { ...HUNGRY, place: '东站出站口' });
    await phone.setOffline(true);
    await app.tap('#send-urgent');
    await app.see('.urgent-kept');
    await page.close();
    await phone.setOffline(false);
    await openApp();
    await app.open(pages.urgent);
    await app.see(`#sent-${number}`);
    expect(await app.typed('#urgent-place')).toBe('东站出站口');
    await sendTrouble(app);
    await readsOfHelp(app, '已经送到');
    expect(await asked()).toHaveLength(before + 2);
  });

  it('is one request however often it is sent over a line that loses every answer', async () => {
    const before = (await asked()).length;
    await openApp(line.origin);
    await app.open(pages.urgent);
    await writeTrouble(app, { ...HUNGRY, place: '天塔下面' });
    line.losesAnswers = true;
    await app.tap('#send-urgent');
    await app.see('.urgent-kept');
    expect((await app.texts('.urgent-kept')).join()).toContain('可能递到了');
    await app.tap('#send-urgent');
    await app.see('.urgent-kept');
    line.losesAnswers = false;
    await sendTrouble(app);
    await readsOfHelp(app, '已经送到');
    expect(await asked()).toHaveLength(before + 1);
  });

  it('is kept while the bureau is dead, says so, can be taken on at /staff, and is delivered once', async () => {
    const before = (await asked()).length;
    await bureaus.fault({ bureau: 'social-assistance', fault: 'dead', path: '/shjz/v2/jn', untilReset: true });
    await app.open(pages.urgent);
    await writeTrouble(app, { ...HUNGRY, place: '意式风情区' });
    const number = await sendTrouble(app);
    expect((await app.texts('#urgent-now')).join()).toContain('还没有人看到');
    await staffSees(number);
    await atStaff(number).getByRole('button', { name: '我来办，看怎么找他' }).click();
    await readsOfHelp(app, '值班的人看到了');
    expect(await asked()).toHaveLength(before);
    await bureaus.endFaults('social-assistance');
    await readsOfHelp(app, '救助系统收到了');
    expect(await asked()).toHaveLength(before + 1);
  });

  it('is offered on the timeline of an application that waits, with place and phone, and stands there afterwards', async () => {
    const resident = await ResidentApi.signIn(house, '单人-断收入');
    await resident.becomeKnown();
    const draft = await resident.completeDraft(
      ['minimum-living-allowance'],
      aloneWithoutIncome,
      dayInShanghai(Date.now()),
    );
    await resident.submit(draft.id, draft.version, randomUUID());
    await app.open(pages.signIn);
    await signInAs(app, '单人-断收入');
    await app.see('#door-hardship');
    await app.open(`${pages.timeline}?id=${draft.id}`);
    await app.tap('#help-first-go');
    await app.see('#ask-form');
    await until('the place', async () => (await app.typed('#urgent-place')) === '示例路 1 号 1 门 101');
    await app.tapText('#ask-form .choice', HUNGRY.kind);
    const number = await sendTrouble(app);
    await app.open(`${pages.timeline}?id=${draft.id}`);
    await until('the request on the timeline', async () => (await app.texts('#timeline')).join().includes(number));
    await app.see('#help-first');
  });
});
