import type { BookingView, WindowView } from '@jinmen/shared/bookings/views';
import type { Browser } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { barriersOn } from '../../support/barriers';
import { knownResident, openDay } from '../../support/booking-api';
import { openPhone, widerThanScreen } from '../../support/browser';
import { fullLane, type Gate, startGate } from '../../support/gate';
import { H5App } from '../../support/h5-app';
import { pages } from '../../support/pages';
import type { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const SITE = 'yifeng-street';
const HOLD = '/bookings';

describe('a couple at half past eight, when so many tap that the server has no room', () => {
  let house: ServerProcess;
  let gate: Gate;
  let browser: Browser;
  let times: readonly WindowView[];
  const problems: string[] = [];

  beforeAll(async () => {
    house = await startServer({ withH5: true, withSimulators: true, opensTimes: true });
    [gate, browser] = await Promise.all([startGate(house.origin), launchChromium()]);
    times = await openDay(house, { kind: 'marriage', site: SITE, least: 2 });
  });
  afterAll(async () => {
    await browser?.close();
    await gate?.stop();
    await house?.stop();
  });
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  /** Signed in as somebody whose name is known, a time chosen and tapped. */
  async function tapAs(person: string): Promise<{ readonly app: H5App; readonly who: ResidentApi }> {
    const who = await knownResident(house, person);
    const page = await (await openPhone(browser)).newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    // each comes again at the beginning of its spread: what is drawn is proved where it is drawn
    await page.addInitScript(() => {
      Math.random = () => 0;
    });
    const app = new H5App(page, gate.origin);
    await app.open(pages.signIn);
    await signInAs(app, person);
    await app.see('#door-hardship');
    await openTimes(app);
    await app.tap(`#slot-${times[0]?.id}`);
    await app.tap('#take');
    return { app, who };
  }

  async function openTimes(app: H5App): Promise<void> {
    await app.page.goto('about:blank');
    await app.open(`packages/marriage/slots/index?kind=marriage&site=${SITE}&day=${times[0]?.day}`);
    await app.tapText('.choice', '都是内地居民');
  }

  const words = async (app: H5App, selector: string) => {
    await app.see(selector);
    return (await app.texts(selector)).join();
  };
  const heldBy = async (who: ResidentApi) =>
    (await who.get<{ items: readonly BookingView[] }>('GET', '/bookings')).items.filter(
      ({ state }) => state === 'held',
    );
  /** What came to the gate since then, by what a server can tell it. */
  const since = (count: number) => gate.passed(HOLD).slice(count);

  it('waits in its place under one key, is told where it stands, and has one booking', async () => {
    gate.answers(HOLD, fullLane(300), fullLane(120), fullLane(8));
    const { app, who } = await tapAs('新人-男');
    expect(await words(app, '#in-line')).toContain('正在为您排队，前面大约还有 300 位');
    expect(await words(app, '#in-line')).toContain('不用重复点，也不用退出');
    expect(await widerThanScreen(app.page)).toEqual([]);
    expect(await barriersOn(app.page)).toEqual([]);
    await until('a place nearer', async () => (await app.texts('#in-line')).join().includes('大约还有 8 位'));
    await until('the last look', () => app.isOn(pages.bookingReview));
    expect(await heldBy(who)).toHaveLength(1);
    const came = since(0);
    expect(came.map(({ attempt }) => attempt)).toEqual([undefined, undefined, undefined, undefined]);
    expect(new Set(came.map(({ key }) => key)).size).toBe(1);
    await app.page.context().close();
  });

  it('that thinks better of waiting has nothing taken, and asks nothing more', async () => {
    const before = gate.passed(HOLD).length;
    gate.answers(HOLD, ...Array.from({ length: 20 }, () => fullLane(300)));
    const { app, who } = await tapAs('新人-女');
    await app.tap('#stop-waiting');
    expect(await words(app, '.hold-stopped')).toContain('什么也没占');
    const came = since(before).length;
    expect(await heldBy(who)).toEqual([]);
    await app.see('#take');
    expect(since(before)).toHaveLength(came);
    await app.page.context().close();
  });

  it('whose phone is switched off while it waits finds the same wish again, and what was kept unseen', async () => {
    const before = gate.passed(HOLD).length;
    gate.answers(HOLD, ...Array.from({ length: 20 }, () => fullLane(300)));
    const { app, who } = await tapAs('新人-男-外地');
    await app.see('#in-line');
    await openTimes(app);
    expect(await words(app, '#unsettled')).toContain('上次还没约完');
    gate.answers(HOLD, 'lost', ...Array.from({ length: 20 }, () => fullLane(300)));
    await app.tap('#go-on');
    await until('the server to have it', async () => (await heldBy(who)).length === 1);
    await openTimes(app);
    expect(await words(app, '#held')).toContain('给您留着');
    expect(await app.has('#unsettled')).toBe(false);
    expect(new Set(since(before).map(({ key }) => key)).size).toBe(1);
    await app.page.context().close();
  });
});
