import type { Browser, Page } from 'playwright-core';
import { agreeToAll, type FormAnswers, fillIn, startForm } from '../../support/application-journey';
import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { headlessOnly } from '../../support/phone/headless-only';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { answerAtDesk, askedAtTheBureau, readsOfHelp, sendTrouble, writeTrouble } from '../../support/urgent-help';
import { launchChromium } from '../../weapp-host/browser/chromium';

/** Lives with both parents: two grown-ups besides sign for themselves. */
const PERSON = '重残一级';
const PAPER = 'identity-card';
const ANSWERS: FormAnswers = {
  hukou: { press: ['全家都是天津户口'] },
  'member-count': { type: '3' },
  wages: { type: '0' },
  'other-income': { type: '600' },
};
const HUNGRY = { kind: '没吃的，也没钱买', place: '北站候车室', phone: '13812345678' };

/** One phone all along: each test goes on where the one before it left. */
describe('the journey of a family in the mini-program', () => {
  let house: ServerProcess;
  let bureaus: Simulators;
  let browser: Browser;
  let desk: Page;
  let app: MiniApp;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true });
    bureaus = new Simulators(house.simulators);
    browser = await launchChromium();
    desk = await browser.newPage();
    app = await MiniApp.fresh(house.origin);
  });
  afterAll(async () => {
    await app?.close();
    await browser?.close();
    await house?.stop();
  });

  it('has help at once two taps away without signing in: numbers first, one of them called, then sent and answered', async () => {
    await app.open(`${pages.wizard}?door=general`);
    await app.tap('#urgent-way');
    expect(await app.texts('.phone-row-urgent .phone-number')).toEqual(['120', '110', '119', '12345']);
    await app.tap('.phone-row-urgent');
    expect(await app.nativeCall('makePhoneCall')).toMatchObject({ phoneNumber: '120' });
    await writeTrouble(app, HUNGRY);
    const number = await sendTrouble(app);
    await readsOfHelp(app, '已经送到');
    await answerAtDesk(desk, house.simulators, number, '已给了帮助', '两天的饭');
    await readsOfHelp(app, '已经给了帮助：两天的饭');
    expect(await askedAtTheBureau(bureaus)).toHaveLength(1);
  });

  it('shows each grown-up of a household on the last look, and lets one say they will sign at the desk', async () => {
    await startForm(app, ['低保'], PERSON);
    const person = await bureaus.person(PERSON);
    await fillIn(app, person, ANSWERS);
    await agreeToAll(app, person);
    expect(await app.texts('#adults .adult-row')).toHaveLength(3);
    await app.tapText('#adults .adult-row', '示*父');
    await until('the page of one grown-up', () => app.isOn(pages.adult));
    await app.tap('#say-desk');
    await app.see('.adult-saved');
    await app.tap('#back');
    await until('the last look', () => app.isOn(pages.review));
    await until('what was said', async () => (await app.texts('#adults')).join().includes('说好了当面签'));
  });

  headlessOnly(
    'a photo taken',
    'takes a paper as a photo: one the resident thought better of leaves nothing, the other stands there',
    async () => {
      await app.tap('#to-papers');
      await until('the papers', () => app.isOn(pages.papers));
      await app.tap(`#photo-${PAPER}`);
      expect(await app.has('.paper-page')).toBe(false);
      await app.choosePhotos([await desk.screenshot({ type: 'jpeg' })]);
      await app.tap(`#photo-${PAPER}`);
      await app.see('.paper-page');
      expect((await app.texts(`#paper-${PAPER}`)).join()).toContain('拍好了，还没交上去');
    },
  );
});
