import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  agreeToAll,
  type FormAnswers,
  fillIn,
  signInAs,
  startForm,
  waitUntilSaved,
} from '../../support/application-journey';
import { openPhone, widerThanScreen } from '../../support/browser';
import { BureauDesk } from '../../support/bureau-desk';
import { H5App } from '../../support/h5-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const PERSON = '单人-断收入';
const LOW_INCOME = '低保';
const EMERGENCY = '临时救助';

const ANSWERS: FormAnswers = {
  hukou: { press: ['全家都是天津户口'] },
  'member-count': { type: '1' },
  wages: { type: '0' },
  'other-income': { type: '0' },
};

/** One resident, one clerk, and the whole way: each test goes on where the one before it left. */
describe('two programmes applied for at once in the browser', () => {
  let house: ServerProcess;
  let browser: Browser;
  let phone: BrowserContext;
  let page: Page;
  let app: H5App;
  let desk: BureauDesk;
  let bureaus: Simulators;
  let person: PersonAtTheBureaus;
  let id: string;
  const problems: string[] = [];

  const openApp = async (context: BrowserContext): Promise<H5App> => {
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    return new H5App(page, house.origin);
  };

  beforeAll(async () => {
    house = await startServer({ withH5: true, withSimulators: true });
    bureaus = new Simulators(house.simulators);
    person = await bureaus.person(PERSON);
    browser = await launchChromium();
    desk = new BureauDesk(await browser.newPage(), house.simulators);
    phone = await openPhone(browser);
    app = await openApp(phone);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });
  afterEach(() => expect(problems).toEqual([]));

  it('are chosen, and signing in comes only then', async () => {
    id = await startForm(app, [LOW_INCOME, EMERGENCY], PERSON);
    expect(await app.texts('.title')).toEqual(['一张表，2 项一起递']);
  });

  it('are filled in on one form, which is on the server before it is handed in', async () => {
    await fillIn(app, person, ANSWERS);
    expect(await app.texts('#gaps')).toEqual([]);
    expect((await app.texts('#where')).join()).toContain('现在就递：低保、临时救助');
    expect((await app.texts('#answers-you')).join()).toContain(person.phone);
    expect(await widerThanScreen(page)).toEqual([]);
  });

  it('are handed in after name, consents and signature, once though it is tapped twice', async () => {
    await agreeToAll(app, person);
    await app.tapTwice('#submit');
    await until('the receipt', () => app.isOn(pages.receipt));
    await app.see('#receipt .receipt-number');
    expect((await app.texts('#receipt')).join()).toMatch(/低保[\s\S]*西营门[\s\S]*临时救助/);
    await desk.openCase('social-assistance', person.realName);
    expect(await bureaus.filedAt('social-assistance')).toHaveLength(1);
  });

  it('have a receipt that opens as a paper', async () => {
    const opened = phone.waitForEvent('page');
    await app.tap('#pdf');
    const paper = await opened;
    await until('the paper', async () => paper.url().startsWith('blob:') || paper.isClosed());
    expect(await app.texts('.notice-warn')).toEqual([]);
    await paper.close();
  });

  it('are decided by the clerk, and the resident sees who had it, what was granted and what was not, with a way on', async () => {
    await app.tap('#to-timeline');
    await app.see('#timeline');
    await desk.accept();
    await until('the resident to see it was taken', async () => {
      await app.tap('#refresh');
      return (await app.texts('#timeline')).join().includes('收下了，开始看材料');
    });
    await desk.approve('最低生活保障', { yuan: '1045' });
    await desk.refuse('临时救助', '同一事由已经救助过');
    await until('the resident to see both decisions', async () => {
      await app.tap('#refresh');
      return (await app.texts('.decision')).length === 2;
    });
    const [granted = '', refused = ''] = [
      (await app.texts('.decision-approved')).join(),
      (await app.texts('.decision-refused')).join(),
    ];
    expect(granted).toContain('低保批下来了');
    expect(granted).toContain('每户每月 1045 元');
    expect(refused).toContain('同一事由已经救助过');
    await app.tap('#more-temporary-assistance');
    await app.see('.way-appeal');
    expect(await widerThanScreen(page)).toEqual([]);
  });

  it('stand in 我的申请 as done, and are there after the app was killed and without a network', async () => {
    await page.close();
    app = await openApp(phone);
    await app.open(`${pages.timeline}?id=${id}`);
    await app.see('.decision-approved');
    await phone.setOffline(true);
    // the first look may still be on its way, from before the network went
    await until('the copy to say its time', async () => {
      await app.tap('#refresh');
      const said = (await app.texts('.notice-warn')).join();
      if (said.includes('没网，看的是')) return true;
      throw new Error(`it says "${said}"`);
    });
    expect((await app.texts('.decision-approved')).join()).toContain('1045');
    await phone.setOffline(false);
    await app.open(pages.applications);
    await app.see('#group-done .application');
  });
});

describe('one draft on two phones', () => {
  let house: ServerProcess;
  let browser: Browser;
  let first: H5App;
  let second: H5App;

  beforeAll(async () => {
    house = await startServer({ withH5: true, withSimulators: true });
    browser = await launchChromium();
    const apps: H5App[] = [];
    for (let each = 0; each < 2; each += 1)
      apps.push(new H5App(await (await openPhone(browser)).newPage(), house.origin));
    [first, second] = apps as [H5App, H5App];
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('keeps what each changed alone, and shows both where they changed the same', async () => {
    await first.open(`${pages.choose}?programme=minimum-living-allowance`);
    await first.tap('#start-form');
    await signInAs(first, PERSON);
    await first.see('#saved');
    const form = new URL(first.page.url()).hash.slice(2);
    await second.open(pages.signIn);
    await signInAs(second, PERSON);
    await second.see('#door-hardship');
    await second.open(form);
    await second.see('#saved');

    await first.type('.text-box', '13800000001');
    await waitUntilSaved(first);
    await second.type('.text-box', '13900000002');
    await second.see('#clashes');
    const sides = await second.texts('#clashes .choice');
    expect(sides.join()).toMatch(/13900000002[\s\S]*这部手机[\s\S]*13800000001[\s\S]*另一部手机/);
    await second.tapText('#clashes .choice', '13800000001');
    await until('the choice to be made', async () => !(await second.has('#clashes')));

    await second.tap('#next-part');
    await second.type('#control-applicant-address', '二号院');
    await waitUntilSaved(second);
    await first.tap('#next-part');
    await first.type('#control-applicant-street .search-box', '西营门');
    await first.tap('#control-applicant-street .choice');
    await waitUntilSaved(first);
    await until('the first phone to have the other’s address', async () => {
      const [text] = await first.page.locator('#control-applicant-address:visible input').all();
      return (await text?.inputValue()) === '二号院';
    });
    expect(await first.has('#clashes')).toBe(false);
  });
});
