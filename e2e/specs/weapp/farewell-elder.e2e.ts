import { addDays, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { griefWordProblems } from '@jinmen/shared/plain-words/grief-safe';
import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import type { Browser } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { voyagesOf } from '../../support/farewell-api';
import { becomeKnown } from '../../support/helping';
import { hardToTap } from '../../support/large-print';
import { MiniApp } from '../../support/mini-app';
import { MiniFarewell } from '../../support/mini-farewell';
import { pages } from '../../support/pages';
import { SeaDesk } from '../../support/sea-desk';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

/** A phone that is not opened for so long signs in anew. */
const A_WEEK_ON = addDays(dayInShanghai(Date.now()), 7);
const WORDS = '老伴，海上风平浪静。';
const WHERE = { latitude: '38.93667', longitude: '117.97333' };

/** One phone all along, in large print: each test goes on where the one before it left. */
describe('somebody of eighty-five who has it done for them, in large print, in the mini-program', () => {
  let house: ServerProcess;
  let bureaus: Simulators;
  let browser: Browser;
  let desk: SeaDesk;
  let app: MiniApp;
  let form: MiniFarewell;
  let elder: PersonAtTheBureaus;
  let id: string;
  let voyage: VoyageView;

  beforeAll(async () => {
    const settings = { SEA_DEMONSTRATION: 'on', RETRY_AT_MOST_MS: '50' };
    house = await startServer({ withSimulators: true, movesClock: true, settings });
    bureaus = new Simulators(house.simulators);
    elder = await bureaus.person('独居-八十五岁');
    browser = await launchChromium();
    desk = new SeaDesk(await browser.newPage(), house.simulators);
    app = await MiniApp.fresh(house.origin);
    form = new MiniFarewell(app);
    await until('a voyage to choose', async () => (await openVoyages()).length > 0);
  });
  afterAll(async () => {
    await app?.close();
    await browser?.close();
    await house?.stop();
  });

  const openVoyages = async () => (await voyagesOf(house)).filter(({ state }) => state === 'open');
  /** Since the clock was moved: the journal of WeChat begins anew with it. */
  const signIns = async () =>
    (await bureaus.journal('wechat')).effects.filter(({ kind }) => kind === 'signed-in').length;
  const words = async () => (await app.texts('.page-root')).join('\n');
  const says = (wanted: string | RegExp) =>
    until(`the page to say ${wanted}`, async () => {
      const said = await words();
      return typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said);
    });
  /** Nothing out of reach, nothing that presses, and a way to stop on every page. */
  async function isCalm(): Promise<void> {
    expect(await app.has('.elder')).toBe(true);
    expect(await hardToTap(app)).toEqual([]);
    const said = await words();
    expect(griefWordProblems(said)).toEqual([]);
    expect(said).not.toContain('不符合');
    expect(said).toMatch(/先到这里[\s\S]*96456|96456[\s\S]*先到这里/);
  }

  it('finds the way from home, and begins', async () => {
    await app.open(pages.home);
    await app.tap('#elder-switch');
    await app.tap('#door-funeral');
    await app.see('#first-day');
    await isCalm();
    await app.tap('#to-sea');
    await app.see('.voyage-card');
    await isCalm();
    await app.tap('#sign-up');
    await app.tap('#go-sign-in');
    await signInAs(app, elder.name);
    id = await form.begin();
    await app.see('#sections');
    await isCalm();
  });

  it('says in four parts that others do it, that the papers are at the funeral home, and whom to call', async () => {
    await form.write('way', async () => {
      await app.tapText('.choice', '请工作人员代撒');
      await isCalm();
    });
    await form.write('company', () => says('请工作人员代撒，不用写谁去。').then(isCalm));
    await form.write('papers', async () => {
      for (const paper of await papersOnScreen()) await app.tapText(`#${paper} .choice`, '在殡仪馆先办好');
      await isCalm();
    });
    await form.write('contact', async () => {
      await app.type('#field-contact-phone', '022-23456789');
      await app.tap('#switch-contact-wantsCalls');
      await isCalm();
    });
    await app.tap('#next');
    await app.tap('#trouble-real-name');
    await becomeKnown(app, elder);
    await app.tapTwice('#next');
    await until('the receipt', () => app.isOn(pages.farewellDone));
    await says('有事都打给您，不用看手机');
    await isCalm();
  });

  it('takes a place on a voyage with no seat, once, and reads that nobody has to come', async () => {
    await app.tap('#choose');
    await until('the voyages', () => app.isOn(pages.voyages));
    voyage = await until('a voyage', async () => (await openVoyages()).find(({ day }) => day > A_WEEK_ON));
    await app.tap(`#choose-${voyage.id}`);
    await app.see('#hold');
    await isCalm();
    await app.tapTwice('#hold');
    await app.see('#confirm');
    await isCalm();
    await app.tapTwice('#confirm');
    await says('约定好了');
    await isCalm();
    await app.tap('#next');
    await until('the page of the day', () => app.isOn(pages.farewellPasses));
    await says('由工作人员代撒');
    expect(await words()).not.toMatch(/集合|上船的码/);
    await isCalm();
  });

  it('is asked once to sign in after more than a week, and has a certificate of when and where', async () => {
    await until('the vessel to know of them', async () => (await desk.manifest(voyage.id)).includes('代撒'));
    await house.moveClock(`${voyage.day}T10:00:00+08:00`);
    await desk.sail(voyage.id);
    await desk.scatter(voyage.id, WHERE.latitude, WHERE.longitude);
    await app.killAndOpen(`${pages.farewell}?id=${id}`);
    await app.see('#go-sign-in');
    await says('约定好了');
    await isCalm();
    await app.tap('#go-sign-in');
    await signInAs(app, elder.name);
    await until('the report of the vessel', async () => {
      await app.open(`${pages.farewell}?id=${id}`);
      await app.see('#standing');
      return (await app.texts('#standing')).join().includes('已经送到海里了');
    });
    expect(await signIns()).toBe(1);
    await isCalm();
    await app.tap('#next');
    await app.see('#certificate');
    expect(await words()).toMatch(/北纬 38 度 56.20 分，东经 117 度 58.40 分/);
    expect(await words()).toMatch(/登记号\s+HM-/);
    await isCalm();
    await app.network('none');
    await app.killAndOpen(`${pages.farewellCertificate}?id=${id}`);
    await app.see('#certificate');
    await app.network('wifi');
  });

  it('has a page for a few words that an app killed does not lose, asked once about the years to come', async () => {
    await app.tap('#to-memory');
    await app.see('#yearly-yes');
    await isCalm();
    await app.beginTyping('#memory-words', WORDS);
    await app.killAndOpen(`${pages.farewellMemory}?id=${id}`);
    await app.see('#save-words');
    expect(await app.typed('#memory-words')).toBe(WORDS);
    await app.tapTwice('#save-words');
    await says('存好了。');
    await app.tap('#yearly-no');
    await says('好，不会每年提起');
    await app.killAndOpen(`${pages.farewellMemory}?id=${id}`);
    await app.see('#yearly-other');
    expect(await app.has('#yearly-yes')).toBe(false);
    expect(await app.typed('#memory-words')).toBe(WORDS);
    await isCalm();
  });

  /** Of the cards of papers; not what stands inside them. */
  async function papersOnScreen(): Promise<readonly string[]> {
    return (await app.ids('.card')).filter((each) => each.startsWith('paper-'));
  }
});
