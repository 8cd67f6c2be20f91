import { randomUUID } from 'node:crypto';
import type { BookingView, WindowView } from '@jinmen/shared/bookings/views';
import { releasedCalendar } from '@jinmen/shared/calendar/working-days';
import { type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { divorceDays } from '@jinmen/shared/services/marriage-registration/divorce-days';
import type { Browser } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { bookTogether, holdTime, knownResident, openDay, passOf } from '../../support/booking-api';
import { openPhone, widerThanScreen } from '../../support/browser';
import { FamilyPhone } from '../../support/family-phone';
import { pages } from '../../support/pages';
import { RegistryDesk } from '../../support/registry-desk';
import type { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

/** 意风街: three couples an hour over the phone, by the plan for demonstrations. */
const THEMED = 'yifeng-street';
const REGISTRY = 'registry-120101';

let house: ServerProcess;
let browser: Browser;
let bureaus: Simulators;
let desk: RegistryDesk;
const phones: FamilyPhone[] = [];

beforeAll(async () => {
  house = await startServer({ withH5: true, withSimulators: true, opensTimes: true, movesClock: true });
  bureaus = new Simulators(house.simulators);
  browser = await launchChromium();
  desk = new RegistryDesk(await browser.newPage(), house.simulators);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});
afterEach(() => expect(phones.flatMap(({ problems }) => problems)).toEqual([]));

async function openFamilyPhone(elder = false): Promise<FamilyPhone> {
  const phone = await FamilyPhone.open(await openPhone(browser), house.origin, elder);
  phones.push(phone);
  return phone;
}

/** What the registry was told of a booking, in order. */
async function toldOf(number: string): Promise<readonly string[]> {
  const { effects } = await bureaus.journal('marriage-registry');
  const first = effects.find(({ kind, facts }) => kind === 'appointment-confirmed' && facts.showNo === number);
  return effects
    .filter(({ facts }) => first !== undefined && facts.apptNo === first.facts.apptNo)
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('appointment-'));
}

const words = async ({ app }: FamilyPhone): Promise<string> => (await app.texts('.page-root')).join('\n');

describe('a couple that parts, step 1 taken at the counter', () => {
  it('reads the days of step 2 on the phone, in plain colours', async () => {
    const [window] = (await openDay(house, { kind: 'divorce-application', site: REGISTRY, least: 1 })) as [WindowView];
    const [he, she] = await Promise.all([knownResident(house, '离婚-男'), knownResident(house, '离婚-女')]);
    const { number } = await bookTogether(he, she, 'divorce-application', window);
    await desk.acceptDivorce(window.day, number);
    const { app } = await openFamilyPhone();
    await app.open(pages.divorce);
    await app.tap('#divorce-sign-in .button');
    await signInAs(app, '离婚-男');
    await app.see('#divorce-days');
    const days = (await app.texts('#divorce-days')).join();
    const { coolingUntil, from, until: last } = divorceDays(dayInShanghai(Date.now()), releasedCalendar);
    expect(days).toContain(`到 ${withWeekday(coolingUntil)}为止`);
    expect(days).toContain(`${inWords(from)}到 ${withWeekday(last)}，两个人一起去`);
    expect(await widerThanScreen(app.page)).toEqual([]);
    await app.see('#second-step');
  });
});

/** Each test goes on where the one before it left. */
describe('a couple, each on a phone of their own', () => {
  let he: PersonAtTheBureaus;
  let she: PersonAtTheBureaus;
  let his: FamilyPhone;
  let hers: FamilyPhone;
  let times: readonly WindowView[];
  /** Of the couple that was quicker. */
  let others: { readonly he: ResidentApi; readonly booking: BookingView };
  /** Which booking it is, as the address of a page says it. */
  let mine: string;
  let link: string;
  let number: string;

  it('finds a themed place, a day and a time, and says who it is only when a time is wanted', async () => {
    times = await openDay(house, { kind: 'marriage', site: THEMED, least: 4 });
    const [wanted] = times as [WindowView];
    const before = ['新人-联网有话说', '单人-断收入'].map((name) => knownResident(house, name));
    for (const each of before) await holdTime(await each, 'marriage', wanted);
    he = await bureaus.person('新人-男');
    his = await openFamilyPhone();
    const { app } = his;
    await app.open(pages.booking);
    await app.tap('#booking-marriage');
    await app.tap(`#site-${THEMED}`);
    await app.tap('#days');
    await app.tapText('.choice', '都是内地居民');
    await app.tap('#next');
    await openTimes(his, wanted);
    await app.see(`#slot-${wanted.id}`);
    expect(await app.texts(`#slot-${wanted.id}`)).toEqual([expect.stringContaining('还有 1 个')]);
    expect(await widerThanScreen(app.page)).toEqual([]);
    await app.tap(`#slot-${wanted.id}`);
    await app.tap('#take');
    await signInAs(app, he.name);
    await app.tap('#take');
    await app.tap('#trouble-real-name');
    await his.showRealName(he);
    await app.see('.slot-on');
  });

  it('loses the last place by a moment, and takes one of three others in a tap', async () => {
    const { app } = his;
    const [wanted] = times as [WindowView];
    const [quick, with_] = await Promise.all([
      knownResident(house, '新人-男-外地'),
      knownResident(house, '新人-女-外地'),
    ]);
    others = { he: quick, booking: await bookTogether(quick, with_, 'marriage', wanted) };
    await app.tap('#take');
    await app.see('#lost');
    expect(await app.texts('#lost')).toEqual([expect.stringMatching(/就差一点[\s\S]*这三个时间还有/)]);
    const near = await app.texts('#lost .list-row');
    expect(near).toHaveLength(3);
    expect(near[0]).toContain('意风街');
    expect(await widerThanScreen(app.page)).toEqual([]);
    await app.tap('#lost .list-row');
    await until('the last look', () => app.isOn(pages.bookingReview));
    mine = await app.parameter('id');
  });

  it('looks it through, books it for two, and has a link for the other', async () => {
    const { app } = his;
    await app.see('#confirm');
    expect(await words(his)).toContain('两个人都要本人来');
    expect(await widerThanScreen(app.page)).toEqual([]);
    await app.tap('#confirm');
    await until('the page of the two', () => app.isOn(pages.bookingParties));
    await app.tap('#make-link');
    link = await his.copied('#copy-link');
    expect(await widerThanScreen(app.page)).toEqual([]);
    expect(await toldOf(others.booking.number)).toEqual(['appointment-confirmed']);
  });

  it('shows him the same, word for word, after she said no as before', async () => {
    const before = await hisScreens();
    she = await bureaus.person('新人-女');
    hers = await openFamilyPhone(true);
    const { app } = hers;
    await hers.openLink(link);
    await app.see('#who-asks');
    await app.tap('#go-sign-in');
    await until('the page for signing in', () => app.isOn(pages.signIn));
    await app.signInAs(she.name);
    expect(await widerThanScreen(app.page)).toEqual([]);
    await app.tap('#decline');
    await app.page.getByText('不愿意', { exact: true }).click();
    await app.see('#declined');
    expect(await hisScreens()).toEqual(before);
  });

  it('is booked when she says yes after all, under her own name, and the registry hears of it once', async () => {
    const { app } = hers;
    await hers.openLink(link);
    await app.see('.declined-before');
    await app.tap('#go-real-name');
    await hers.showRealName(she);
    await app.tap('#agree');
    await app.tap('#see-pass');
    await app.see('.pass-qr-picture');
    await openBooking(his, pages.bookingPass);
    await his.app.see('.pass-qr-picture');
    [number = ''] = await his.app.texts('#pass-number');
    expect(await app.texts('#pass-number')).toEqual([number]);
    expect(await code(hers)).toBe(await code(his));
    await until('the registry to hear of it', async () => (await toldOf(number)).length > 0);
  });

  it('opens both passes without the network, and after the app was opened anew', async () => {
    const { app } = his;
    const shown = await code(his);
    await app.open(pages.booking);
    await app.see('#next-open');
    await app.page.context().setOffline(true);
    await app.tap('#next-open');
    await until('the page to say so', async () => (await app.texts('.notice-warn')).join().includes('没网'));
    expect(await code(his)).toBe(shown);
    await app.page.context().setOffline(false);
    for (const phone of [his, hers]) {
      await phone.app.page.context().route('**/api/**', (request) => request.abort());
      await openBooking(phone, pages.bookingPass);
      await phone.app.see('.notice-warn');
      expect(await code(phone)).toBe(shown);
      await phone.app.page.context().unroute('**/api/**');
    }
  });

  it('moves to another time when she agrees on her phone, and the registry hears of it once', async () => {
    const other = times[3] as WindowView;
    const { app } = his;
    await openBooking(his, pages.bookingPass);
    await app.tap('#pass-change');
    await app.tap('#move-time');
    await openTimes(his, other);
    await app.tap(`#slot-${other.id}`);
    await app.tap('#take');
    await app.tap('#move-yes');
    await app.see('#change');
    await until('the page to say so', async () =>
      (await app.texts('.change-said')).join().includes('已经请另一位看了'),
    );
    expect(await toldOf(number)).toEqual(['appointment-confirmed']);
    await openBooking(hers, pages.bookingPass);
    await hers.app.tap('#see-other-time');
    await hers.app.tap('#agree-change');
    await until('the change to be made', async () => !(await hers.app.has('#change')));
    for (const phone of [his, hers]) {
      await openBooking(phone, pages.bookingPass);
      // what the phone has kept comes first, and the news a moment later
      await until('the pass of the new time', async () =>
        (await phone.app.texts('.pass-date')).join().includes(timeIn(other)),
      );
      await phone.app.see('.pass-qr-picture');
    }
    await until('the registry to hear of it', async () => (await toldOf(number)).length > 1);
  });

  it('is checked in at the counter by its code, once; the pass of a cancelled booking is refused', async () => {
    const { token } = await passOf(others.he, others.booking);
    await others.he.get('DELETE', `/bookings/${others.booking.id}`, {}, randomUUID());
    await until('the registry to hear of it', async () => (await toldOf(others.booking.number)).length > 1);
    const readOut = `${number} ${await code(his)}`;
    const { day } = times[0] as WindowView;
    expect(await toldOf(number)).toEqual(['appointment-confirmed', 'appointment-moved']);
    await house.moveClock(`${day}T09:00:00+08:00`);
    expect(await desk.look(token)).toContain('已经取消');
    expect(await desk.look(readOut)).toContain('可以办，已记到场');
    expect(await desk.look(readOut)).toContain('已经用过了');
    await openBooking(his, pages.bookingPass);
    await his.app.see('#pass-checked-in');
  });

  /** Opened anew, so that nothing of what was tapped before stands on them. */
  async function hisScreens(): Promise<readonly string[]> {
    const { app } = his;
    await openBooking(his, pages.bookingParties);
    await app.see('#by-link');
    const parties = await words(his);
    await app.open(`${pages.bookingPass}?id=${mine}`);
    await app.see('#no-pass');
    const pass = await words(his);
    await app.open(pages.bookings);
    await app.see('#group-you');
    return [parties, pass, ...(await app.texts('#group-you'))];
  }

  async function openBooking(phone: FamilyPhone, page: string): Promise<void> {
    await phone.openLink(`${house.origin}/#/${page}?id=${mine}`);
  }
});

const code = async ({ app }: FamilyPhone): Promise<string> => {
  await app.see('#pass-code');
  return (await app.texts('#pass-code')).join();
};

const inWords = (day: CivilDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
};
const withWeekday = (day: CivilDate): string => `${inWords(day)} 周${'日一二三四五六'[new Date(day).getUTCDay()]}`;

/** `9:30`, as the phone says it. */
function timeIn({ startsAt }: WindowView): string {
  return new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString().slice(11, 16).replace(/^0/, '');
}

/** In the months of a place: the times of one day. */
async function openTimes({ app }: FamilyPhone, { day }: WindowView): Promise<void> {
  await app.see('#month');
  await until('the month of the day', async () => {
    if (await app.has(`#day-${day}`)) return true;
    await app.tap('#month-after');
    return false;
  });
  await app.tap(`#day-${day}[role="button"]`);
}
