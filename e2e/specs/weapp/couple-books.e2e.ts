import { randomUUID } from 'node:crypto';
import type { BookingView, WindowView } from '@jinmen/shared/bookings/views';
import { signInAs } from '../../support/application-journey';
import { holdTime, knownResident, openDay } from '../../support/booking-api';
import { fullLane, type Gate, startGate } from '../../support/gate';
import { becomeKnown } from '../../support/helping';
import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type Card, openCard, sayWhoOneIs } from '../../support/second-person';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const THEMED = 'yifeng-street';
/** Longer than an access token lives, and than anybody has to answer. */
const A_DAY_AND_MORE_MS = 26 * 3_600_000;
const RENEWAL = 'POST /sessions/refresh';
const NOT_IN_TIME = '未在时间内确认';

/** Two phones all along: each test goes on where the one before it left. */
describe('a couple, each on a phone of their own, in the mini-program', () => {
  let house: ServerProcess;
  /** On the way of his phone alone. */
  let gate: Gate;
  let bureaus: Simulators;
  let he: PersonAtTheBureaus;
  let she: PersonAtTheBureaus;
  let his: MiniApp;
  let hers: MiniApp;
  let times: readonly WindowView[];
  let booking: string;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true, opensTimes: true, movesClock: true });
    bureaus = new Simulators(house.simulators);
    [he, she] = [await bureaus.person('新人-男'), await bureaus.person('新人-女')];
    gate = await startGate(house.origin);
    [his, hers] = await Promise.all([MiniApp.fresh(gate.origin), MiniApp.fresh(house.origin, { phone: 'second' })]);
    times = await openDay(house, { kind: 'marriage', site: THEMED, least: 2 });
  });
  afterAll(async () => {
    await Promise.all([his?.close(), hers?.close()]);
    await gate?.stop();
    await house?.stop();
  });

  const page = async (app: MiniApp) => (await app.texts('.page-root')).join('\n');
  /** `METHOD /path` of everything the phone sent, in order. */
  const sent = async (app: MiniApp) =>
    (await app.sentRequests()).map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/api/v1', '')}`);
  const sentOf = async (app: MiniApp, what: string) => (await sent(app)).filter((each) => each === what).length;
  /** Since the clock was moved: the journal of WeChat begins anew with it. */
  const signIns = async () =>
    (await bureaus.journal('wechat')).effects.filter(({ kind }) => kind === 'signed-in').length;
  const told = async () =>
    (await bureaus.journal('marriage-registry')).effects
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('appointment-'));
  const code = async (app: MiniApp) => {
    await app.see('.pass-qr-picture');
    return (await app.texts('#pass-code')).join();
  };

  it('keeps one time though he taps twice, waits for room, and puts the phone away while an answer is due', async () => {
    const [wanted] = times as [WindowView];
    await choose(wanted);
    await his.tap('#take');
    await signInAs(his, he.name);
    await his.tap('#take');
    await his.tap('#trouble-real-name');
    await becomeKnown(his, he);
    const already = gate.passed('/bookings').length;
    const came = () => gate.passed('/bookings').slice(already);
    gate.answers('/bookings', fullLane(300), 'silent');
    await his.tapTwice('#take');
    expect(await his.text('#in-line')).toContain('正在为您排队，前面大约还有 300 位');
    await until('the request whose answer is due', async () => came().length === 2);
    await his.putAwayAndTakenUp();
    await until('the last look', () => his.isOn(pages.bookingReview));
    booking = await his.parameter('id');
    expect(came().map(({ attempt }) => attempt)).toEqual(['1', undefined, undefined]);
    expect(new Set(came().map(({ key }) => key)).size).toBe(1);
  });

  it('is booked once though he taps twice, and the other is sent a card that names nobody', async () => {
    await his.see('#confirm');
    await his.tapTwice('#confirm');
    await until('the page of the two', () => his.isOn(pages.bookingParties));
    expect(await sentOf(his, `POST /bookings/${booking}/confirmation`)).toBe(1);
    await his.tap('#make-link');
    await his.see('#share-link');
    const card = await his.shareCard();
    expect(card.path).toMatch(/^\/packages\/marriage\/invite\/index\?token=[\w-]{20,}$/);
    expect(card.title + card.path).not.toMatch(/示|新郎|JM-/);
    await openCard(hers, card);
    await hers.see('#who-asks');
    expect(await page(hers)).not.toContain(he.realName);
  });

  it('says yes on her phone under her own name; both hold the same pass, and the registry hears of it once', async () => {
    await sayWhoOneIs(hers, she);
    await hers.tapTwice('#agree');
    await hers.tap('#see-pass');
    await his.open(`${pages.bookingPass}?id=${booking}`);
    expect(await code(his)).toBe(await code(hers));
    await until('the registry to hear of it', async () => (await told()).length > 0);
    expect(await told()).toEqual(['appointment-confirmed']);
    expect(await page(hers)).not.toContain(he.idNumber);
  });

  it('asked for another time she says no, and he sees the same, word for word, as while nobody answered', async () => {
    const card = await askForAnotherTime();
    const before = await hisScreens();
    await openCard(hers, card);
    await hers.tap('#decline');
    await hers.answerModal('confirm');
    await hers.see('#declined');
    expect(await hisScreens()).toEqual(before);
    await openCard(hers, card);
    await hers.see('.declined-before');
  });

  it('when the time is over both are told that nobody confirmed, and tokens that ran out are renewed once', async () => {
    const [later] = (await openDay(house, { kind: 'marriage', site: THEMED, least: 1, from: 6 })) as [WindowView];
    await choose(later);
    await house.moveClock(new Date(Date.now() + A_DAY_AND_MORE_MS).toISOString());
    const before = (await sent(hers)).length;
    await hers.killAndOpen(pages.booking);
    await isTold(hers);
    expect(underWayAtTheRenewal((await sent(hers)).slice(before))).toBeGreaterThan(1);

    // his phone lay there all the while, with a time chosen on it
    const already = (await sent(his)).length;
    await his.tapTwice('#take');
    await until('the last look', () => his.isOn(pages.bookingReview));
    const wanted = ['POST /bookings', RENEWAL];
    expect((await sent(his)).slice(already).filter((each) => wanted.includes(each))).toEqual([
      'POST /bookings',
      RENEWAL,
      'POST /bookings',
    ]);
    await isTold(his);
    expect(await signIns()).toBe(0);
    await his.open(`${pages.bookingParties}?id=${booking}`);
    await his.see('#over');
    expect(await page(his)).toContain('没有在时间里等到另一位同意');
    expect(await page(his)).not.toMatch(/不愿意|拒绝/);
  });

  /** On the times of its day, with nothing sent yet. */
  async function choose({ id, day }: WindowView): Promise<void> {
    await his.open(`packages/marriage/slots/index?kind=marriage&site=${THEMED}&day=${day}`);
    await his.tapText('.choice', '都是内地居民');
    await his.tap(`#slot-${id}`);
  }

  async function isTold(app: MiniApp): Promise<void> {
    await until(NOT_IN_TIME, async () => {
      await app.open(pages.notices);
      await app.see('.notice-row');
      return (await app.texts('.notice-row')).some((row) => row.includes(NOT_IN_TIME));
    });
  }

  /** The first is given back and another kept, which no screen need show; then his phone makes the card. */
  async function askForAnotherTime(): Promise<Card> {
    const him = await knownResident(house, he.name);
    await him.get('DELETE', `/bookings/${booking}`, {}, randomUUID());
    const { id } = await holdTime(him, 'marriage', times[1] as WindowView);
    const yes = { details: { bothMainland: true }, partnerWay: 'own-phone' };
    await him.get<BookingView>('POST', `/bookings/${id}/confirmation`, yes, randomUUID());
    booking = id;
    await his.open(`${pages.bookingParties}?id=${booking}`);
    await his.tap('#make-link');
    await his.see('#share-link');
    return his.shareCard();
  }

  /** Opened anew, so that nothing of what was tapped before stands on them. */
  async function hisScreens(): Promise<readonly string[]> {
    await his.killAndOpen(`${pages.bookingParties}?id=${booking}`);
    await his.see('#by-link');
    const parties = await page(his);
    await his.open(`${pages.bookingPass}?id=${booking}`);
    await his.see('#no-pass');
    const pass = await page(his);
    await his.open(pages.bookings);
    await his.see('#group-you');
    return [parties, pass, ...(await his.texts('#group-you'))];
  }
});

/** How many requests had been refused when the one renewal was asked for, and were sent again after it. */
function underWayAtTheRenewal(sent: readonly string[]): number {
  expect(sent.filter((each) => each === RENEWAL)).toHaveLength(1);
  const at = sent.indexOf(RENEWAL);
  return sent.slice(0, at).filter((each) => sent.indexOf(each, at) > at).length;
}
