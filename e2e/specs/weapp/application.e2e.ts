import type { Browser } from 'playwright-core';
import { agreeToAll, type FormAnswers, fillIn, startForm } from '../../support/application-journey';
import { BureauDesk } from '../../support/bureau-desk';
import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

/** Lives with both parents. */
const PERSON = '重残一级';
const LOW_INCOME = '低保';
const DISABILITY = '困难残疾人生活补贴';
const PROMISED = { kind: 'household-register', name: '户口本' };

const ANSWERS: FormAnswers = {
  hukou: { press: ['全家都是天津户口'] },
  'member-count': { type: '3' },
  wages: { type: '0' },
  'other-income': { type: '600' },
  'disability-grade': { press: ['一级'] },
};

/** One resident, one clerk, two bureaus, and the whole way: each test goes on where the one before it left. */
describe('two programmes of two bureaus applied for at once in the mini-program', () => {
  let house: ServerProcess;
  let browser: Browser;
  let desk: BureauDesk;
  let bureaus: Simulators;
  let person: PersonAtTheBureaus;
  let app: MiniApp;
  let id: string;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true });
    bureaus = new Simulators(house.simulators);
    person = await bureaus.person(PERSON);
    browser = await launchChromium();
    desk = new BureauDesk(await browser.newPage(), house.simulators);
    app = await MiniApp.fresh(house.origin);
  });
  afterAll(async () => {
    await app?.close();
    await browser?.close();
    await house?.stop();
  });

  async function supplyWhatWasPromised(): Promise<void> {
    await app.choosePhotos([await desk.screen.screenshot({ type: 'jpeg' })]);
    await app.tap('#to-papers');
    await app.tap(`#photo-${PROMISED.kind}`);
    await app.see('.paper-page');
    await app.tap('#send-papers');
    await app.see('.papers-sent');
    await desk.seePhoto(PROMISED.name);
    expect(await desk.matter('交来的材料')).toMatch(/容缺承诺单[\s\S]*补来了/);
    await app.tap('#back');
    await app.see('#timeline');
  }

  const seeAgain = (what: string, seen: () => Promise<boolean>) =>
    until(what, async () => {
      await app.tap('#refresh');
      return seen();
    });

  it('are chosen, and signing in comes only then', async () => {
    id = await startForm(app, [LOW_INCOME, DISABILITY], PERSON);
    expect(await app.texts('.title')).toEqual(['一张表，2 项一起递']);
  });

  it('are filled in on one form, with the people at home on a page of their own', async () => {
    await fillIn(app, person, ANSWERS);
    expect(await app.texts('#gaps')).toEqual([]);
    expect((await app.texts('#where')).join()).toMatch(/现在就递：低保[\s\S]*困难残疾人生活补贴先替您留着/);
    expect((await app.texts('#answers-people')).join()).toContain('示重父（父亲或母亲）、示重母（父亲或母亲）');
  });

  it('have one paper promised for later, in words read back before they are signed', async () => {
    const { kind, name } = PROMISED;
    await app.tap('#to-papers');
    await app.tap(`#other-${kind}`);
    await app.tap(`#later-${kind}`);
    await app.tap('#to-promise');
    await app.tap(`#day-${kind} .choice`);
    await app.see('#read-back');
    expect((await app.texts('#read-back')).join()).toContain(name);
    await app.tapTwice('#sign');
    await until('the promise', async () => (await app.texts(`#paper-${kind} .pill`)).join().includes('晚点补'));
    await app.tap('#back');
    await until('the last look', () => app.isOn(pages.review));
  });

  it('are handed in after name, consents and signature, once though it is tapped twice', async () => {
    await agreeToAll(app, person);
    await app.tapTwice('#submit');
    await until('the receipt', () => app.isOn(pages.receipt));
    await app.see('#receipt .receipt-number');
    await desk.openCase('social-assistance', person.realName);
    expect(await desk.matter('交来的材料')).toMatch(new RegExp(`容缺承诺单[\\s\\S]*${PROMISED.name}[\\s\\S]*还没到`));
    expect(await bureaus.filedAt('social-assistance')).toHaveLength(1);
    expect(await bureaus.filedAt('disability-benefits')).toEqual([]);
  });

  it('have a receipt that says who has which, and opens as a paper', async () => {
    const receipt = (await app.texts('#receipt')).join();
    expect(receipt).toMatch(/低保\n在西青区西营门街道办事处手里\n困难残疾人生活补贴\n先替您留着，还没递/);
    await app.tap('#pdf');
    expect(await app.nativeCall('openDocument')).toMatchObject({ fileType: 'pdf' });
    expect(await app.texts('.notice-warn')).toEqual([]);
  });

  it('are decided one after the other, the second bureau hearing of it only when the first has said yes', async () => {
    await app.tap('#to-timeline');
    await app.see('#timeline');
    await desk.accept();
    await seeAgain('that it was taken', async () => (await app.texts('#timeline')).join().includes('收下了'));
    await supplyWhatWasPromised();
    await desk.approve('最低生活保障', { yuan: '1045.50' });
    await seeAgain('the first decision', () => app.has('.decision-approved'));
    expect((await app.texts('.decision-approved')).join()).toMatch(/低保批下来了[\s\S]*每户每月 1045\.50 元/);

    await desk.openCase('disability-benefits', person.realName);
    await desk.accept();
    await desk.refuse(DISABILITY, '已经享受特困人员救助供养');
    await seeAgain('the second decision', () => app.has('.decision-refused'));
    expect((await app.texts('.decision-refused')).join()).toContain('已经享受特困人员救助供养');
    await app.tap('#more-disability-living-subsidy');
    await app.see('.way-appeal');
    expect(await bureaus.filedAt('disability-benefits')).toHaveLength(1);
  });

  it('stand in 我的申请 as done, and are there after the app was killed and without a network', async () => {
    await app.killAndOpen(`${pages.timeline}?id=${id}`);
    await app.see('.decision-refused');
    await app.network('none');
    // the first look may still be on its way, from before the network went
    await seeAgain('the copy of its time', async () =>
      (await app.texts('.notice-warn')).join().includes('没网，看的是'),
    );
    expect((await app.texts('.decision-approved')).join()).toContain('1045.50');
    await app.network('wifi');
    await app.open(pages.applications);
    await app.see('#group-done .application');
  });
});
