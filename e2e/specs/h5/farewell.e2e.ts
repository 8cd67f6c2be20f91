import { addDays, type CivilDate, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { griefWordProblems } from '@jinmen/shared/plain-words/grief-safe';
import type { BoardingPassesView, FarewellView, VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import type { Browser } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { barriersOn } from '../../support/barriers';
import { knownResident } from '../../support/booking-api';
import { openPhone, widerThanScreen } from '../../support/browser';
import { FamilyPhone } from '../../support/family-phone';
import { messagesOf, signUp, takeVoyage, voyagesOf } from '../../support/farewell-api';
import { FarewellPages } from '../../support/farewell-pages';
import { pages } from '../../support/pages';
import { ResidentApi } from '../../support/resident-api';
import { SeaDesk } from '../../support/sea-desk';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { StaffPage } from '../../support/staff-page';
import { until } from '../../support/until';
import { VoyagesDesk } from '../../support/voyages-desk';
import { launchChromium } from '../../weapp-host/browser/chromium';

const TODAY = dayInShanghai(Date.now());
const DIED = addDays(TODAY, -20);
const MOTHER = '示慈';
const WEATHER = '海上风大，船不能出海';
const MESSAGE = '海上不便出船，日子要改';
/** Far enough for whoever travels here first. */
const [IMPOSSIBLE, FIRST, NEAREST, NEXT, LAST] = [12, 14, 16, 18, 20].map((days) => addDays(TODAY, days)) as [
  CivilDate,
  CivilDate,
  CivilDate,
  CivilDate,
  CivilDate,
];
const ROUND = '原来的日子去不成了';

/** Each test goes on where the one before it left. */
describe('a daughter in another city, and her mother’s farewell at sea', () => {
  let house: ServerProcess;
  let bureaus: Simulators;
  let browser: Browser;
  let desk: VoyagesDesk;
  let sea: SeaDesk;
  let daughter: PersonAtTheBureaus;
  /** Hers, to look with at what no screen need show. */
  let hers: ResidentApi;
  let other: ResidentApi;
  let phone: FamilyPhone;
  let form: FarewellPages;
  /** By day. */
  let voyages: ReadonlyMap<CivilDate, VoyageView>;
  /** Of her farewell. */
  let id: string;

  beforeAll(async () => {
    house = await startServer({
      ...{ withH5: true, withSimulators: true, movesClock: true },
      settings: { RETRY_AT_MOST_MS: '50' },
    });
    bureaus = new Simulators(house.simulators);
    browser = await launchChromium();
    daughter = await bureaus.person('女儿-替母亲办');
    phone = await FamilyPhone.open(await openPhone(browser), house.origin);
    form = new FarewellPages(phone.app);
    const window = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
    sea = new SeaDesk(await window.newPage(), house.simulators);
    const staff = new StaffPage(await window.newPage(), house.origin, bureaus);
    await staff.signIn('J1001');
    desk = new VoyagesDesk(staff);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });
  afterEach(() => expect(phone.problems).toEqual([]));

  const words = async () => (await phone.app.texts('.page-root')).join('\n');
  /** What was seen last may stand there for a moment. */
  const reads = (text: string) => until(`the page to say ${text}`, async () => (await words()).includes(text));
  const farewell = () => hers.get<FarewellView>('GET', `/farewells/${id}`);
  const idOf = (day: CivilDate) => voyages.get(day)?.id ?? day;
  const openAnew = (page: string) => phone.openLink(`${house.origin}/#/${page}?id=${id}`);
  /** Nothing sticks out, nothing stands in the way of a reader, nothing presses, and there is a way to stop. */
  async function isCalm(): Promise<void> {
    expect(await widerThanScreen(phone.app.page)).toEqual([]);
    expect(await barriersOn(phone.app.page)).toEqual([]);
    const said = await words();
    expect(griefWordProblems(said)).toEqual([]);
    expect(said).not.toContain('不符合');
    expect(said).toMatch(/先到这里[\s\S]*96456|96456[\s\S]*先到这里/);
  }
  /** What the bureau was told of her family, in order. */
  async function toldOf(number: string): Promise<readonly string[]> {
    const { effects } = await bureaus.journal('funeral-affairs');
    const order = effects.find(({ kind, facts }) => kind === 'place-confirmed' && facts.showNo === number);
    return effects
      .filter(({ kind, facts }) => kind.startsWith('place-') && order && facts.orderNo === order.facts.orderNo)
      .map(({ kind }) => kind.replace('place-', ''));
  }

  it('finds from the home page what is to be done first, what can wait, and the voyages', async () => {
    const vessel = { vessel: '国宾9号', place: '天津国际邮轮母港', urns: '10', seats: '20' };
    for (const day of [IMPOSSIBLE, FIRST, NEAREST, NEXT, LAST]) await desk.open(TODAY, { day, ...vessel });
    voyages = new Map((await voyagesOf(house)).map((voyage) => [voyage.day, voyage]));
    const { app } = phone;
    await app.open(pages.home);
    await app.tap('#door-funeral');
    await app.see('#first-day');
    await isCalm();
    expect(await words()).toMatch(/今天[\s\S]*这几天[\s\S]*可以等/);
    await app.tap('#to-sea');
    await app.see(`#choose-${idOf(FIRST)}`);
    await isCalm();
    await app.tap('#sign-up');
    await signInFrom('#go-sign-in');
    await app.tap('#begin');
    await app.see('#sections');
    id = await app.parameter('id');
  });

  it('throws another away that was begun by mistake, and has the first on her list as it was', async () => {
    const { app } = phone;
    await phone.openLink(`${house.origin}/#/${pages.farewell}`);
    await app.tap('#begin');
    await app.see('#throw-away');
    const mistaken = await app.parameter('id');
    expect(mistaken).not.toBe(id);
    await isCalm();
    await app.tap('#throw-away');
    await app.page.getByText('删掉', { exact: true }).last().click();
    await app.see(`#farewell-${id}`);
    expect(await app.has(`#farewell-${mistaken}`)).toBe(false);
    await app.tap(`#farewell-${id}`);
    await app.see('#sections');
  });

  it('signs up page by page: who died, typed once; the days that cannot be; who comes; a paper promised', async () => {
    const { app } = phone;
    await form.write('contact', () => app.type('#field-contact-phone', daughter.phone));
    await form.write('deceased', async () => {
      await app.type('#field-deceased-name', MOTHER);
      await app.tapText('#part-deceased-called .choice', '称“亲人”');
      await form.chooseDay('#part-deceased-died', DIED);
    });
    await form.write('wishes', async () => {
      await form.chooseDay('#part-wishes-impossible', IMPOSSIBLE);
      await app.tap('#add-day');
      await app.tap('#switch-wishes-fromAnotherCity');
      await app.tapText('#part-wishes-proxy .choice', '一定要家人在');
    });
    await form.write('company', async () => {
      await app.tap('#company-aboard-more');
      await app.tap('#company-ashore-more');
      await form.addPerson('示女儿', '51');
      await form.addPerson('示外孙', '9', '晕船');
    });
    await form.write('papers', () => form.promise('death-certificate', addDays(TODAY, 8)));
    expect(await words()).toContain('送别亲人');
    await isCalm();
    await app.tap('#next');
    await app.tap('#trouble-real-name');
    await phone.showRealName(daughter);
    await app.tap('#next');
    await until('the receipt', () => app.isOn(pages.farewellDone));
    expect(await words()).toMatch(/HM-[\s\S]*您没回话，登记也一直在/);
    await isCalm();
  });

  it('is placed by the organiser on a day she can come, and says yes without haste; the bureau hears of her once', async () => {
    const planned = await desk.plan('登记了，还没排上');
    expect(planned).toMatch(new RegExp(`有家人从外地来[\\s\\S]*有 1 天来不了[\\s\\S]*排到\\s+${chinese(FIRST)}`));
    expect((await farewell()).place).toBeUndefined();
    await desk.apply('登记了，还没排上', '这个月的安排');
    const { app } = phone;
    await openAnew(pages.farewell);
    await reads('位置给您留到');
    await app.tap('#next');
    await app.see('#confirm');
    expect(await words()).toContain(dayWords(FIRST));
    await isCalm();
    await app.tap('#confirm');
    await until('the page of the family', () => app.isOn(pages.farewell));
    await reads('约定好了');
    await until('the bureau to hear of it', async () => (await toldOf(await number())).length > 0);
    expect(await toldOf(await number())).toEqual(['confirmed']);
    expect(await sea.manifest(idOf(FIRST))).toMatch(
      new RegExp(`${MOTHER}[\\s\\S]*示女儿[\\s\\S]*示外孙[\\s\\S]*请医生知道：晕船[\\s\\S]*岸上等候`),
    );
  });

  it('is told once, after everybody of the suspended voyage was placed on paper, and one of them by hand', async () => {
    other = await knownResident(house, '单人-断收入');
    const theirs = await signUp(other, '示另一位', 3);
    await takeVoyage(other, theirs, idOf(FIRST));
    const before = await Promise.all([hers, other].map(messagesOf));
    expect(await desk.lookAhead(chinese(FIRST))).toMatch(/2 家[\s\S]*2 位[\s\S]*5 个/);
    await desk.suspend(chinese(FIRST), WEATHER, '海事局通知');
    await desk.plan(ROUND);
    await desk.pin(ROUND, theirs.number, idOf(LAST));
    expect(await desk.planOf(ROUND, (await farewell()).number)).toMatch(new RegExp(`排到\\s+${chinese(NEAREST)}`));
    expect(await desk.planOf(ROUND, theirs.number)).toMatch(new RegExp(`人定的[\\s\\S]*排到\\s+${chinese(LAST)}`));
    expect(await Promise.all([hers, other].map(messagesOf))).toEqual(before);
    await desk.apply(ROUND, '海上大风');
    const after = await Promise.all([hers, other].map(messagesOf));
    const news = after.map((messages, at) => messages.slice(0, messages.length - (before[at]?.length ?? 0)));
    expect(news.map((each) => each.map(({ title }) => title))).toEqual([[MESSAGE], [MESSAGE]]);
    expect((await farewell()).place).toMatchObject({ state: 'displaced', offers: { kept: { day: NEAREST } } });
  });

  it('finds from that one message a day kept, two others and 先放一放, and takes another day', async () => {
    const { app } = phone;
    await app.open(pages.notices);
    await app.tapText('.notice-row', MESSAGE);
    await app.see('#suspended');
    expect(await words()).toMatch(
      new RegExp(
        `${WEATHER}[\\s\\S]*什么都没有取消[\\s\\S]*先给您家留的[\\s\\S]*${dayWords(NEAREST)}[\\s\\S]*给您留到`,
      ),
    );
    expect(await app.ids('[id^="other-"]')).toEqual([`other-${idOf(NEXT)}`, `other-${idOf(LAST)}`]);
    expect(await words()).not.toContain(dayWords(IMPOSSIBLE));
    await isCalm();
    await app.tap('#leave-it');
    expect(await app.texts('#later')).toEqual([expect.stringContaining('好，先放着。我们会打电话给您。')]);
    expect((await farewell()).place?.state).toBe('displaced');
    await app.tap(`#take-${idOf(NEXT)}`);
    await until('the page to say so', async () => (await app.texts('.change-said')).join().includes('定好了'));
    expect((await farewell()).place).toMatchObject({ state: 'confirmed', voyage: { day: NEXT } });
    await isCalm();
    await until('the bureau to hear it', async () => (await toldOf(await number())).length > 2);
    expect(await toldOf(await number())).toEqual(['confirmed', 'suspended', 'moved']);
    expect((await messagesOf(hers)).filter(({ title }) => title === MESSAGE)).toHaveLength(1);
  });

  it('holds a pass for each of the three, which opens with the server gone', async () => {
    const { app } = phone;
    await app.tap('#moved-passes');
    await app.see('#shown-pass');
    await isCalm();
    const shown = await texts('#passes-when', '#pass-list', '#sea-pass-code');
    expect(shown).toMatch(new RegExp(`${dayWords(NEXT)}[\\s\\S]*上船[\\s\\S]*上船[\\s\\S]*在岸上送`));
    await openAnew(pages.farewellPasses);
    await app.page.context().route('**/api/**', (request) => request.abort());
    await openAnew(pages.farewellPasses);
    await app.see('#shown-pass');
    await reads('没网');
    expect(await texts('#passes-when', '#pass-list', '#sea-pass-code')).toBe(shown);
    await app.page.context().unroute('**/api/**');
  });

  it('is let aboard by a code scanned and a code read out, and the vessel says where it stopped', async () => {
    const { passes } = await hers.get<BoardingPassesView>('GET', `/farewells/${id}/passes`);
    const readOut = await texts('#sea-pass-number', '#sea-pass-code');
    await house.moveClock(`${NEXT}T08:40:00+08:00`);
    expect(await sea.look(idOf(FIRST), readOut)).toContain('不是这一班的');
    expect(await sea.look(idOf(NEXT), readOut)).toMatch(/可以上船[\s\S]*示女儿/);
    expect(await sea.look(idOf(NEXT), passes[1]?.token ?? '')).toMatch(/可以上船[\s\S]*示外孙[\s\S]*晕船/);
    // signed in so long ago that she is asked again: what she holds up stands there all the same
    await openAnew(pages.farewellPasses);
    await phone.app.see('#go-sign-in');
    await phone.app.see('#shown-pass');
    await signInFrom('#go-sign-in');
    await until('both to be aboard', async () => (await texts('#pass-list')).match(/上了船/g)?.length === 2);
    await sea.sail(idOf(NEXT));
    await sea.scatter(idOf(NEXT), '38.93667', '117.97333');
    await until('the report', async () => (await farewell()).state === 'scattered');
  });

  it('keeps a certificate and a page of her own, which asks once about the day in the years to come', async () => {
    const { app } = phone;
    await openAnew(pages.farewell);
    await reads('已经送到海里了');
    await app.tap('#next');
    await app.see('#certificate');
    expect(await words()).toMatch(/北纬 38 度 56.20 分，东经 117 度 58.40 分[\s\S]*国宾9号/);
    expect(await words()).toContain(MOTHER);
    await isCalm();
    await app.tap('#to-memory');
    await app.see('#yearly-yes');
    await isCalm();
    await app.tap('#yearly-no');
    await reads('好，不会每年提起');
    await openAnew(pages.farewellMemory);
    await app.see('#yearly-other');
    expect(await app.has('#yearly-yes')).toBe(false);
  });

  const texts = async (...places: readonly string[]) =>
    (await Promise.all(places.map((place) => phone.app.texts(place)))).flat().join(' ');
  const number = async () => (await farewell()).place?.number ?? '';

  async function signInFrom(button: string): Promise<void> {
    await phone.app.tap(button);
    await signInAs(phone.app, daughter.name);
    hers = await ResidentApi.signIn(house, daughter.name);
  }
});

/** `2026年12月10日`, as colleagues read it. */
function chinese(day: CivilDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** `12 月 10 日`, as the phone says it. */
function dayWords(day: CivilDate): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month} 月 ${date} 日`;
}
