import { randomUUID } from 'node:crypto';
import type { BookingDayView, BookingView, WaitingView, WindowView } from '@jinmen/shared/bookings/views';
import { releasedCalendar } from '@jinmen/shared/calendar/working-days';
import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { NoticeView } from '@jinmen/shared/residents/views';
import type { Browser } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { barriersOn } from '../../support/barriers';
import { bookTogether, knownResident } from '../../support/booking-api';
import { openPhone, widerThanScreen } from '../../support/browser';
import { H5App } from '../../support/h5-app';
import { H5Interview } from '../../support/h5-interview';
import { yearsWithoutNotice } from '../../support/holidays';
import { pages } from '../../support/pages';
import type { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { StaffPage } from '../../support/staff-page';
import { until } from '../../support/until';
import { VoyagesDesk } from '../../support/voyages-desk';
import { WindowsDesk } from '../../support/windows-desk';
import { launchChromium } from '../../weapp-host/browser/chromium';

const SERVICE = 'marriage-registration';
const PARK = 'tiankai-park';
const LAKE = { id: 'jinmen-lake', atTheRegistry: 'TS06' };
const LOST = '您约的那天办不了了';
const ROUND = '原来的日子去不成了';
/** As the server is set by itself. */
const KEPT_MS = 24 * 3_600_000;
const TODAY = dayInShanghai(Date.now());

/** The first day from then on that is as wished. */
function firstDay(from: CivilDate, isIt: (day: CivilDate) => boolean): CivilDate {
  let day = from;
  while (!isIt(day)) day = addDays(day, 1);
  return day;
}

const DAY_OFF = firstDay(addDays(TODAY, 4), (day) => !releasedCalendar.isWorkingDay(day));
/** In a year whose holidays neither this release nor this server knows; past the new year's days. */
const UNPUBLISHED = firstDay(
  TODAY,
  (day) =>
    !releasedCalendar.isPublished(day) &&
    !yearsWithoutNotice(TODAY).includes(day.slice(0, 4)) &&
    releasedCalendar.isWorkingDay(day) &&
    !/-01-0[1-4]$/.test(day),
);

describe('bad days on the way to a wedding, and the colleagues who set them right', () => {
  let house: ServerProcess;
  let bureaus: Simulators;
  let browser: Browser;
  let staff: StaffPage;
  let windows: WindowsDesk;
  let he: ResidentApi;
  let she: ResidentApi;
  let farHe: ResidentApi;
  let farShe: ResidentApi;
  /** Working days on which the lake has times. */
  let days: readonly CivilDate[];
  const problems: string[] = [];

  const look = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${house.origin}/api/v1/services/${SERVICE}/${path}`)).json()) as T;
  const timesOf = async (site: string, day: CivilDate) =>
    (await look<{ windows: readonly WindowView[] }>(`windows?kind=marriage&site=${site}&from=${day}&to=${day}`))
      .windows;
  const cancel = (who: ResidentApi, id: string) => who.get('DELETE', `/bookings/${id}`, undefined, randomUUID());
  const bookingOf = (who: ResidentApi, { id }: { id: string }) => who.get<BookingView>('GET', `/bookings/${id}`);

  /** A phone somebody is signed in on, at this page. */
  async function phoneAt(path: string, person?: string): Promise<H5App> {
    const page = await (await openPhone(browser)).newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    const app = new H5App(page, house.origin);
    if (person !== undefined) {
      await app.open(pages.signIn);
      await signInAs(app, person);
      await app.see('#door-hardship');
    }
    await app.open(path);
    return app;
  }

  /** As somebody does who closes the app and opens it again there. */
  async function openAnew(app: H5App, path: string): Promise<void> {
    await app.page.goto('about:blank');
    await app.open(path);
  }

  /** The one they still have, without a time. */
  async function lostBookingOf(who: ResidentApi): Promise<BookingView> {
    const { items } = await who.get<{ items: readonly BookingView[] }>('GET', '/bookings');
    const found = items.find(({ state }) => state === 'displaced');
    if (!found) throw new Error('nobody lost a time');
    return found;
  }

  const seen = async (app: H5App, selector: string) => {
    await app.see(selector);
    return (await app.texts(selector)).join('\n');
  };
  async function fitsAndHasNoBarrier({ page }: H5App): Promise<void> {
    expect(await widerThanScreen(page)).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
  }

  beforeAll(async () => {
    house = await startServer({
      withH5: true,
      withSimulators: true,
      opensTimes: true,
      movesClock: true,
      settings: { RETRY_AT_MOST_MS: '50' },
    });
    bureaus = new Simulators(house.simulators);
    browser = await launchChromium();
    const people = ['新人-男', '新人-女', '新人-男-外地', '新人-女-外地'];
    [he, she, farHe, farShe] = (await Promise.all(people.map((name) => knownResident(house, name)))) as [
      ResidentApi,
      ResidentApi,
      ResidentApi,
      ResidentApi,
    ];
    const desk = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
    staff = new StaffPage(await desk.newPage(), house.origin, bureaus);
    await staff.signIn('J1001');
    windows = new WindowsDesk(staff);
    days = await until('five days with times', async () => {
      const range = `from=${addDays(TODAY, 3)}&to=${addDays(TODAY, 25)}`;
      const all = await look<{ days: readonly BookingDayView[] }>(`days?kind=marriage&site=${LAKE.id}&${range}`);
      const open = all.days.filter(({ state }) => state === 'open').map(({ day }) => day);
      return open.length >= 5 && open;
    });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });
  afterEach(() => expect(problems.splice(0)).toEqual([]));

  it('a day off is opened by template, and a day of a year without its holidays says so in the month', async () => {
    await staff.show('开放安排');
    await windows.changeTemplate('themed', '09:30-10:30 1 0', '示范：一个时段只接一对');
    await staff.show('号源');
    expect(await windows.look(DAY_OFF, PARK)).toContain('没有号');
    for (const day of [DAY_OFF, UNPUBLISHED]) {
      const wish = { act: 'open', days: [day, day], site: PARK, template: 'themed', daysOff: true } as const;
      expect(await windows.preview(wish)).toMatch(/会动\s+1 段/);
      expect(await windows.look(day, PARK)).toContain('没有号');
      await windows.preview(wish);
      await windows.make('这一天加开');
      expect(await windows.look(day, PARK)).toMatch(/09:30–10:30 结婚、补领：共 1，现场留 0，占了 0，还能约 1/);
    }
    expect(await windows.look(UNPUBLISHED, PARK)).toContain('待节假日通知');
    const app = await phoneAt(`packages/marriage/month/index?kind=marriage&site=${PARK}&day=${UNPUBLISHED}`);
    expect(await seen(app, '#month-notes')).toContain('待节假日通知');
    await fitsAndHasNoBarrier(app);
    await app.page.context().close();
  });

  it('whoever waits for a full time sees their rank, and has it in a tap when the couple before them cancels', async () => {
    const [only] = await timesOf(PARK, DAY_OFF);
    if (!only) throw new Error('nothing was opened');
    const theirs = await bookTogether(he, she, 'marriage', only);
    const before = await knownResident(house, '单人-断收入');
    const wish = { service: SERVICE, kind: 'marriage', sites: [PARK], days: [DAY_OFF] };
    await before.get('POST', '/waitlist', wish, randomUUID());

    const app = await phoneAt(
      `packages/marriage/slots/index?kind=marriage&site=${PARK}&day=${DAY_OFF}`,
      '新人-男-外地',
    );
    expect(await seen(app, '#nothing')).toContain('约满');
    await app.tap('#notify');
    await app.tapText('.choice', '都是内地居民');
    await app.tap('#join-send');
    expect(await seen(app, '.waiting-rank')).toBe('您排在第 2 位。');
    const waits = async () => (await farHe.get<{ items: readonly WaitingView[] }>('GET', '/waitlist')).items[0];
    const id = (await waits())?.id;

    await staff.show('候补名单');
    const card = staff.page.getByRole('listitem').filter({ has: staff.page.locator(`#place-${id}`) });
    await card.locator('summary').click();
    await card.locator(`#place-${id}`).fill('1');
    await card.getByRole('button', { name: '调到这一位' }).click();
    await card.getByText('请写明原因').waitFor();
    await card.getByRole('textbox').fill('上次停电，他们白跑了一趟');
    await card.getByRole('button', { name: '调到这一位' }).click();
    await card.getByRole('button', { name: '调', exact: true }).click();
    await until('the new order', async () => (await waits())?.rank === 1);
    await openAnew(app, 'packages/marriage/waitlist/index');
    expect(await seen(app, '.waiting-rank')).toContain('您排在第 1 位');

    await cancel(he, theirs.id);
    const offered = await until('the place to be theirs', async () => (await waits())?.offer);
    expect((await timesOf(PARK, DAY_OFF))[0]?.state).toBe('sold-out');
    await openAnew(app, 'packages/marriage/waitlist/index');
    expect(await seen(app, `#waiting-${id}`)).toMatch(/轮到您了[\s\S]*给您留到/);
    await fitsAndHasNoBarrier(app);
    await app.tap(`#take-${id}`);
    await app.tap('#confirm');
    await until('the page for the two', () => app.isOn('packages/marriage/parties/index'));
    expect((await waits())?.state).toBe('taken');
    expect((await bookingOf(farHe, { id: offered.booking })).state).toBe('pending-partner');
    await cancel(farHe, offered.booking);
    await app.page.context().close();
  });

  describe('a whole day that the registry closes', () => {
    let one: BookingView;
    let other: BookingView;
    let lost: CivilDate;
    let next: CivilDate;

    const lostNotices = async (who: ResidentApi) => {
      const { items } = await who.get<{ items: readonly NoticeView[] }>('GET', '/notices');
      return items.filter(({ title }) => title === LOST).length;
    };
    const everybody = () => Promise.all([he, she, farHe, farShe].map(lostNotices));
    const heardOf = async ({ id }: BookingView) =>
      (await bureaus.journal('marriage-registry')).effects
        .filter(({ kind, facts }) => kind.startsWith('appointment-') && facts.apptNo === id)
        .map(({ kind }) => kind.replace('appointment-', ''));

    beforeAll(async () => {
      [lost, next] = days as readonly [CivilDate, CivilDate];
      const [first] = await timesOf(LAKE.id, lost);
      if (!first) throw new Error('the lake has no time');
      one = await bookTogether(he, she, 'marriage', first);
      other = await bookTogether(farHe, farShe, 'marriage', first);
    });

    it('is first counted at /staff, which names how many bookings a close would touch', async () => {
      await staff.show('号源');
      // the next day there is one place at each time, and two couples who would have liked the same
      await windows.preview({ act: 'change', days: [next, next], site: LAKE.id, capacity: '1', heldBack: '0' });
      await windows.make('那天只来一位登记员');
      const wish = { act: 'close', days: [lost, lost], site: LAKE.id, why: '当天停电' } as const;
      expect(await windows.preview(wish)).toMatch(/会动\s+4 段[\s\S]*涉及预约\s+2 个/);
      expect((await bookingOf(he, one)).state).toBe('confirmed');
    });

    it('tells each of the couples once, cancels nothing, and keeps three other times for them', async () => {
      const desk = await browser.newPage();
      await desk.goto(`${house.simulators}/desk/marriage-registry`);
      await desk.getByLabel('哪一处').fill(LAKE.atTheRegistry);
      await desk.getByLabel('哪一天').fill(lost);
      await desk.getByLabel('写给居民看的原因').fill('当天停电');
      await desk.getByRole('button', { name: '这天不开' }).click();
      await desk.close();
      await until('everybody to be told', async () => (await everybody()).every((count) => count > 0));
      expect(await everybody()).toEqual([1, 1, 1, 1]);
      for (const [who, booking] of [[he, one] as const, [farShe, other] as const]) {
        const { state, offers, steps } = await bookingOf(who, booking);
        expect([state, offers?.windows.length]).toEqual(['displaced', 3]);
        expect(steps.at(-1)?.words).toContain('您的预约还在');
        expect(steps.at(-1)?.words).toContain('当天停电');
      }
      expect((await timesOf(LAKE.id, lost)).map(({ state }) => state)).not.toContain('open');
    });

    it('keeps the best place for one of them, another for the other, and never one place for both', async () => {
      const offered = [await bookingOf(he, one), await bookingOf(farHe, other)].map(({ offers }) => offers?.windows);
      const there = offered.map((times = []) => times.filter(({ site, day }) => site === LAKE.id && day === next));
      const best = (await timesOf(LAKE.id, next)).find(
        ({ startsAt }) => startsAt.slice(11) === one.window.startsAt.slice(11),
      );
      const ids = there.flat().map(({ id }) => id);
      expect(ids.filter((id) => id === best?.id)).toHaveLength(1);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('is made good in a tap of one and a yes of the other, and the registry heard it all in order', async () => {
      const app = await phoneAt(pages.notices, '新人-男');
      await app.tapText('.notice-row', LOST);
      expect(await seen(app, '#displaced')).toContain('您的预约还在');
      expect(await app.texts('.offer')).toHaveLength(3);
      await fitsAndHasNoBarrier(app);
      await app.tap('.offer .button');
      expect(await seen(app, '#change')).toMatch(/等另一位同意[\s\S]*预约还在，再挑一个就行/);
      const hers = await phoneAt(`packages/marriage/change/index?id=${one.id}`, '新人-女');
      await hers.tap('#agree-change');
      await until('a time again', async () => (await bookingOf(he, one)).state === 'confirmed');
      expect((await bookingOf(she, one)).window.id).not.toBe(one.window.id);
      await until('the registry to hear it', async () => (await heardOf(one)).length === 3);
      expect(await heardOf(one)).toEqual(['confirmed', 'suspended', 'moved']);
      expect(await heardOf(other)).toEqual(['confirmed', 'suspended']);
      expect((await bookingOf(farHe, other)).state).toBe('displaced');
      expect(await everybody()).toEqual([1, 1, 1, 1]);
      for (const { page } of [app, hers]) await page.context().close();
    });
  });

  it('a capacity, a closed day, a wanted day and an address are changed at /staff, and the phone shows them at once', async () => {
    const [, , , closed, wanted] = days as readonly [CivilDate, CivilDate, CivilDate, CivilDate, CivilDate];
    await staff.show('号源');
    await windows.preview({ act: 'change', days: [wanted, wanted], site: LAKE.id, capacity: '9', heldBack: '2' });
    await windows.make('多来了两位登记员');
    expect(await windows.look(wanted, LAKE.id)).toMatch(/共 9，现场留 2，占了 \d，还能约 [567]/);
    await windows.preview({ act: 'close', days: [closed, closed], site: LAKE.id, why: '当天布置会场' });
    await windows.make('办集体颁证');
    expect(await windows.look(closed, LAKE.id)).toContain('停办（当天布置会场）');
    await staff.show('开放安排');
    await windows.addHotDay(wanted, '示范好日子', '民政局通知');
    await windows.changeAddress(LAKE.id, '示范路 6 号', '民政局 2026 年来函', '收到来函');

    const app = await phoneAt(`packages/marriage/venue/index?kind=marriage&site=${LAKE.id}`);
    expect(await seen(app, '#facts')).toContain('示范路 6 号');
    await openAnew(app, `packages/marriage/month/index?kind=marriage&site=${LAKE.id}&day=${wanted}`);
    expect(await seen(app, '#month-notes')).toContain('示范好日子');
    await openAnew(app, `packages/marriage/slots/index?kind=marriage&site=${LAKE.id}&day=${closed}`);
    expect(await seen(app, '#nothing')).toContain('当天布置会场');
    await app.page.context().close();
  });

  it('whoever took none says which day would not do, and when those times are over is kept another by that', async () => {
    const [, next] = days as readonly [CivilDate, CivilDate];
    const booking = await lostBookingOf(farHe);
    const app = await phoneAt(pages.notices, '新人-男-外地');
    await app.tapText('.notice-row', LOST);
    await app.see('#wishes');
    await new H5Interview(app.page).pickDay(next);
    await app.tap('#add-day');
    await app.tap('#say-wishes');
    expect(await seen(app, '.wishes-said')).toContain('记下了');
    expect(await app.texts('.offer')).toHaveLength(3);
    await fitsAndHasNoBarrier(app);
    await app.page.context().close();

    await house.moveClock(new Date(Date.now() + KEPT_MS + 60_000).toISOString());
    const later = await knownResident(house, '新人-男-外地');
    await until('the times to be given back', async () => !(await bookingOf(later, booking)).offers);
    await staff.signIn('J1001');
    const desk = new VoyagesDesk(staff);
    expect(await desk.plan(ROUND)).toMatch(/有 1 天来不了，想在 津门湖[\s\S]*排到/);
    await desk.apply(ROUND, '停电那天的人再排一次');
    const { state, offers } = await bookingOf(later, booking);
    expect([state, offers?.windows[0]?.site, offers?.windows[0]?.kept]).toEqual(['displaced', LAKE.id, true]);
    expect(offers?.windows.map(({ day }) => day)).not.toContain(next);
    const again = await phoneAt(`packages/marriage/change/index?id=${booking.id}`, '新人-男-外地');
    expect(await seen(again, '#displaced')).toContain('您的预约还在');
    await again.tap('.offer .button');
    expect(await seen(again, '#change')).toContain('等另一位同意');
    await again.page.context().close();
  });
});
