import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { signInAs } from '../../support/application-journey';
import { becomeKnown } from '../../support/helping';
import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const THEMED = 'yifeng-street';
const TEN_MINUTES_S = 600;
/** The `Date` of an answer says whole seconds, and takes a moment to arrive. */
const GRAIN_S = 2;

/** One phone all along: each test goes on where the one before it left. */
describe('a couple that books a themed place in the mini-program', () => {
  let house: ServerProcess;
  let app: MiniApp;
  let he: PersonAtTheBureaus;
  let she: PersonAtTheBureaus;
  let booking: string;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true, opensTimes: true });
    const bureaus = new Simulators(house.simulators);
    [he, she] = [await bureaus.person('新人-男'), await bureaus.person('新人-女')];
    await until('the windows to be open', () => hasFreeDays(house));
    app = await MiniApp.fresh(house.origin);
  });
  afterAll(async () => {
    await app?.close();
    await house?.stop();
  });

  const pressed = async (selector: string, page: string): Promise<void> => {
    await app.tap(selector);
    await until(page, () => app.isOn(page));
  };

  it('finds a place, a day and a time, and says who it is only when a time is wanted', async () => {
    await app.open(pages.booking);
    await app.tap('#booking-marriage');
    await app.tap(`#site-${THEMED}`);
    await app.tap('#days');
    await app.tapText('.choice', '都是内地居民');
    await pressed('#next', pages.bookingMonth);
    await app.tap(`#${await firstFreeDay(app)}`);
    await app.see('.slot');
    await app.tap(`#${await firstFreeTime(app)}`);
    await app.tap('#take');
    await signInAs(app, he.name);
    await app.tap('#take');
    await app.tap('#trouble-real-name');
    await becomeKnown(app, he);
    await runTenMinutesFast(app);
    await pressed('#take', pages.bookingReview);
    booking = await app.parameter('id');
  });

  it('sees how long the time is kept by the server’s clock, on a phone ten minutes fast', async () => {
    await app.see('#confirm');
    const left = await until('the seconds', () => secondsShown(app));
    expect(left).toBeGreaterThan(TEN_MINUTES_S - 60);
    expect(left).toBeLessThanOrEqual(TEN_MINUTES_S + GRAIN_S);
    await until('a second to pass', async () => ((await secondsShown(app)) ?? left) < left);
    expect((await app.texts('#review-who')).join()).toContain('两个人都要本人来');
    await pressed('#confirm', pages.bookingParties);
  });

  it('sends the other one a card that opens an invitation, and names nobody', async () => {
    await app.tap('#make-link');
    await app.see('#share-link');
    const { title, path } = await app.shareCard();
    expect(path).toMatch(/^\/packages\/marriage\/invite\/index\?token=[\w-]{20,}$/);
    expect(title).toContain('一起去登记');
    expect(title + path).not.toMatch(/示|新郎|JM-/);
  });

  it('takes the yes of the other on this phone, handed over, and has a pass for both', async () => {
    await app.tap('#hand-over');
    await app.type('#partner-name', she.realName);
    await app.type('#partner-number', she.idNumber);
    await app.tap('#agree-here');
    await until('the yes', async () => !(await app.has('#agree-here')));
    await app.tap('#hand-back');
    await pressed('#go-pass', pages.bookingPass);
    await app.see('.pass-qr-picture');
    const people = (await app.texts('.pass-people')).join();
    expect(people).toMatch(/示\*郎（您）[\s\S]*示\*娘/);
  });

  it('shows his own name when he asks, hers never, and goes into the phone’s calendar without either', async () => {
    await app.tap('#show-name');
    await app.see('#hide-name');
    const people = (await app.texts('.pass-people')).join();
    expect(people).toContain(`${he.realName}（您）`);
    expect(people).not.toContain(she.realName);
    await app.tap('#pass-calendar');
    await app.see('.calendar-said');
    const entry = await app.nativeCall('addPhoneCalendar');
    expect(entry).toMatchObject({ title: '去意风街登记', alarm: true });
    expect(JSON.stringify(entry)).not.toMatch(/示/);
  });

  it('opens the pass at the desk without a network, after the app was killed', async () => {
    await app.network('none');
    await app.killAndOpen(`${pages.bookingPass}?id=${booking}`);
    await app.see('.pass-qr-picture');
    expect((await app.texts('.pass-people')).join()).not.toContain(he.realName);
    await app.tap('#show-name');
    await app.see('.own-name-said');
    await app.network('wifi');
  });

  it('is given back at one question, and the pass is none any more', async () => {
    await app.open(`${pages.bookingChange}?id=${booking}`);
    await app.tap('#cancel');
    await app.answerModal('confirm');
    await app.see('.cancel-said');
    await app.open(`${pages.bookingPass}?id=${booking}`);
    await app.see('#pass-cancelled');
    expect(await app.has('.pass-qr-picture')).toBe(false);
  });
});

async function hasFreeDays({ origin }: ServerProcess): Promise<boolean> {
  const reply = await fetch(`${origin}/api/v1/services/marriage-registration/sites?kind=marriage`);
  const { sites } = (await reply.json()) as { sites: readonly { id: string; nextFreeDay?: string }[] };
  return sites.some(({ id, nextFreeDay }) => id === THEMED && nextFreeDay !== undefined);
}

/** From tomorrow on: of today everything may be over in a minute. */
async function firstFreeDay(app: MiniApp): Promise<string> {
  const today = `day-${dayInShanghai(Date.now())}`;
  const free = async () => (await app.ids('.month-ground-1, .month-ground-2')).filter((id) => id > today).sort()[0];
  await app.see('.month-ground-1, .month-ground-2');
  const day = await free();
  if (day !== undefined) return day;
  await app.tap('#month-after');
  return until('a free day', free);
}

async function firstFreeTime(app: MiniApp): Promise<string> {
  return until('a free time', async () => (await app.ids('.slot')).find((id) => id.startsWith('slot-')));
}

/** Until the app is started anew: as on a phone whose owner set its clock by hand. */
async function runTenMinutesFast({ mp }: MiniApp): Promise<void> {
  await mp.evaluate(() => {
    const right = Date.now.bind(Date);
    Date.now = () => right() + 600_000;
  });
}

async function secondsShown(app: MiniApp): Promise<number | undefined> {
  const [text = ''] = await app.texts('.hold-clock');
  const [, minutes = 0, seconds] = /(?:(\d+) 分 )?(\d+) 秒/.exec(text) ?? [];
  return seconds === undefined ? undefined : Number(minutes) * 60 + Number(seconds);
}
