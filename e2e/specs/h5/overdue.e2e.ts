import { randomUUID } from 'node:crypto';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Browser, Page } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { barriersOn } from '../../support/barriers';
import { openPhone, widerThanScreen } from '../../support/browser';
import { BureauDesk } from '../../support/bureau-desk';
import { H5App } from '../../support/h5-app';
import { aloneWithoutIncome } from '../../support/households';
import { pages } from '../../support/pages';
import { photograph } from '../../support/photograph';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { StaffPage } from '../../support/staff-page';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const PERSON = '单人-断收入';
const LIVING = 'minimum-living-allowance';
const OFFICE = '西青区西营门街道办事处';
const CLERK = 'J2001';
const DAY_MS = 24 * 3_600_000;
const WORD = '这周人手少，明天上午上门，请您在家等一等。';

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();

/** One case that nobody took up for weeks, and everything a resident and a clerk can do about it, in order. */
describe('a case that is late', () => {
  let house: ServerProcess;
  let browser: Browser;
  let page: Page;
  let app: H5App;
  let staff: StaffPage;
  let desk: BureauDesk;
  let bureaus: Simulators;
  let id: string;
  let receipt: string;
  const problems: string[] = [];

  /** Handed in and accepted a month ago; nothing since, though the office was told three weeks ago. */
  async function leftLying(): Promise<void> {
    const before = daysAgo(30);
    const resident = await ResidentApi.signIn(house, PERSON);
    await resident.becomeKnown();
    const draft = await resident.completeDraft([LIVING], aloneWithoutIncome, dayInShanghai(Date.parse(before)));
    id = draft.id;
    const { body } = await resident.submit(id, draft.version, randomUUID());
    receipt = body.receiptNumber ?? '';
    await desk.openCase('social-assistance', (await bureaus.person(PERSON)).realName);
    await desk.accept();
    await desk.allDelivered();
    await house.moveClock(daysAgo(20));
    await toldOf(1);
    await house.moveClock(undefined);
    await toldOf(2);
  }

  async function toldOf(offices: number): Promise<void> {
    const resident = await ResidentApi.signIn(house, PERSON);
    const path = `/relief/applications/${id}/timeline`;
    await until(
      `${offices} to be told`,
      async () => {
        const { steps } = await resident.get<{ steps: { late?: { told: unknown[] } }[] }>('GET', path);
        return steps.some(({ late }) => late?.told.length === offices);
      },
      30_000,
    );
  }

  beforeAll(async () => {
    house = await startServer({ withH5: true, withSimulators: true, settings: { CLOCK_AT: daysAgo(30) } });
    bureaus = new Simulators(house.simulators);
    browser = await launchChromium();
    desk = new BureauDesk(await browser.newPage(), house.simulators);
    await leftLying();
    page = await (await openPhone(browser)).newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    app = new H5App(page, house.origin);
    const window = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    staff = new StaffPage(await window.newPage(), house.origin, bureaus);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });
  afterEach(() => expect(problems).toEqual([]));

  const seen = async (selector: string) => (await app.texts(selector)).join('\n');

  async function lookAgainFor(what: string, selector: string, words: string): Promise<void> {
    await until(what, async () => {
      await app.tap('#refresh');
      return (await seen(selector)).includes(words);
    });
  }

  it('says so to the resident, with who was told when, and whom to call', async () => {
    await app.open(pages.signIn);
    await signInAs(app, PERSON);
    await app.see('#door-hardship');
    await app.open(`${pages.timeline}?id=${id}`);
    await app.see('#timeline');
    const timeline = await seen('#timeline');
    expect(timeline).toContain('已经过了该办完的日子');
    expect(timeline).toMatch(new RegExp(`我们提醒了${OFFICE}[\\s\\S]*我们提醒了西青区民政局`));
    expect(timeline).toContain('还没有回话');
    expect(await widerThanScreen(page)).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'overdue');
  });

  it('is escalated at /staff, where a clerk answers with a word that the resident reads', async () => {
    await staff.signIn(CLERK);
    await staff.show('超期');
    const late = staff.page.getByRole('listitem').filter({ hasText: receipt });
    await late.getByText('报到区里了').waitFor();
    await photograph(staff.page, 'staff-overdue');
    await late.getByRole('textbox').fill(WORD);
    await late.getByRole('button', { name: '回话' }).click();
    await staff.page.getByText('已送到申请人那里').waitFor();
    await late.getByText('回过话了').waitFor();
    await lookAgainFor('the word', '#timeline', WORD);
    expect(await seen('#timeline')).toMatch(new RegExp(`${OFFICE}[^\\n]*回话：${WORD}`));
    await photograph(page, 'overdue-answered');
  });

  it('may be complained of, with a number at once and the answer in the same place', async () => {
    await app.tap('#complain');
    await until('the page to say it', () => app.isOn(pages.complaints));
    await app.type('#complaint-text', '一个月没有人上门，电话也打不通');
    await photograph(page, 'complaint');
    await app.tapTwice('#complaint-send');
    await app.see('.complaint-said');
    await app.see('.complaint');
    const listed = await app.texts('.complaint');
    expect(listed).toEqual([expect.stringContaining(receipt)]);
    const [number = ''] = (listed[0] ?? '').match(/TS\d{8}-[0-9A-Z]{8}/) ?? [];
    expect(await seen('.complaint-said')).toContain(number);
    await photograph(page, 'complaint-taken');
    await staff.show('投诉建议');
    const told = staff.page.getByRole('listitem').filter({ hasText: number });
    await told.getByLabel('给居民的答复').fill('对不起，让您等久了。已经安排明天上午上门。');
    await told.getByLabel('原因（只留底）').fill('问过经办人');
    await photograph(staff.page, 'staff-complaint');
    await told.getByRole('button', { name: '答复' }).click();
    await told.getByText('答复过了').waitFor();
    await app.open(pages.notices);
    await until('the message', async () => (await seen('.notice-row')).includes('您说的事有回音了'));
    await app.tapText('.notice-row', '您说的事有回音了');
    await until('the complaints', () => app.isOn(pages.complaints));
    await app.see('.complaint-answer');
    expect(await seen('.complaint-answer')).toContain('已经安排明天上午上门');
    expect(await widerThanScreen(page)).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'complaint-answered');
  });

  it('is seen by the resident wherever it is sent on to, and why', async () => {
    await staff.show('转办');
    await staff.page.getByLabel('回执号').fill(receipt);
    await staff.page.getByRole('button', { name: '找' }).click();
    await staff.page.getByLabel('转到哪里').fill('西青区李七庄街道');
    await staff.page.getByLabel('为什么转（申请人看得到）').fill('您住的楼归李七庄街道管');
    await photograph(staff.page, 'staff-sending-on');
    await staff.page.getByRole('button', { name: '转过去' }).click();
    await staff.page.getByText('已转。申请人看得到。').waitFor();
    await desk.openCase('social-assistance', (await bureaus.person(PERSON)).realName);
    await desk.sendToDistrict();
    await app.open(`${pages.timeline}?id=${id}`);
    await until('the way it went', async () => {
      await app.tap('#refresh');
      return (await app.texts('.case-hop')).length === 3;
    });
    const [first, second, third] = await app.texts('.case-hop');
    expect(first).toContain('西营门街道');
    expect(second).toMatch(/李七庄街道[\s\S]*您住的楼归李七庄街道管/);
    expect(third).toMatch(/区民政局[\s\S]*现在在这里[\s\S]*送到区里定/);
    expect(await seen('#timeline')).toMatch(new RegExp(`我们提醒了${OFFICE}[\\s\\S]*${OFFICE}[^\\n]*回话`));
    expect(await widerThanScreen(page)).toEqual([]);
    await photograph(page, 'moved');
  });

  it('reads as well in large type', async () => {
    await app.open(pages.mine);
    await app.tap('#elder-switch');
    await app.open(`${pages.timeline}?id=${id}`);
    await app.see('#case-path');
    expect(await widerThanScreen(page)).toEqual([]);
    await photograph(page, 'moved-elder');
  });
});
