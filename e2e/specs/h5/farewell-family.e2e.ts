import type { WindowView } from '@jinmen/shared/bookings/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Browser } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { asRead } from '../../support/as-read';
import { bookTogether, knownResident, openDay } from '../../support/booking-api';
import { openPhone, widerThanScreen } from '../../support/browser';
import { FamilyPhone } from '../../support/family-phone';
import { pages } from '../../support/pages';
import type { ResidentApi } from '../../support/resident-api';
import { SeaDesk } from '../../support/sea-desk';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { StaffPage } from '../../support/staff-page';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const NUMBER = /HM-[0-9A-Z]{6}/;

let house: ServerProcess;
let browser: Browser;
let bureaus: Simulators;
let desk: SeaDesk;
let staff: StaffPage;
const phones: FamilyPhone[] = [];

beforeAll(async () => {
  const settings = { SEA_DEMONSTRATION: 'on' };
  house = await startServer({ withH5: true, withSimulators: true, opensTimes: true, settings });
  bureaus = new Simulators(house.simulators);
  browser = await launchChromium();
  desk = new SeaDesk(await browser.newPage(), house.simulators);
  staff = new StaffPage(await browser.newPage(), house.origin, bureaus);
  await staff.signIn('J1001');
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

async function words({ app }: FamilyPhone): Promise<string> {
  return (await app.texts('.page-root')).join('\n');
}

async function says(phone: FamilyPhone, what: string, wanted: string | RegExp): Promise<void> {
  await until(what, async () => {
    const said = await words(phone);
    return typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said);
  });
}

/** Signed in at the list of what one signed up, which is empty; then at one begun. */
async function begin(phone: FamilyPhone, person: string): Promise<string> {
  const { app } = phone;
  await app.tap('#go-sign-in');
  await signInAs(app, person);
  await app.tap('#begin');
  await app.see('#standing');
  return app.parameter('id');
}

/** One page of a sign-up, filled in and left. */
async function fillIn({ app }: FamilyPhone, section: string, write: () => Promise<void>): Promise<void> {
  await app.tap(`#section-${section}`);
  await app.see('#section-done');
  await write();
  expect(await widerThanScreen(app.page)).toEqual([]);
  await app.tap('#section-done');
  await app.see('#sections');
}

/** Each test goes on where the one before it left. */
describe('two of one mother’s children, each on a phone of their own', () => {
  let mother: PersonAtTheBureaus;
  let sister: PersonAtTheBureaus;
  let brother: PersonAtTheBureaus;
  let hers: FamilyPhone;
  let his: FamilyPhone;
  let ours: string;
  let draft: string;
  let number: string;
  /** Everything he read. */
  const read: string[] = [];
  const looks = async (): Promise<void> => {
    read.push(await words(his));
    expect(await widerThanScreen(his.app.page)).toEqual([]);
  };
  const hub = (phone: FamilyPhone, id?: string): Promise<void> =>
    phone.openLink(`${house.origin}/#/${pages.farewell}${id === undefined ? '' : `?id=${id}`}`);

  it('the second finds the first by her family name alone, and what he wrote stays his', async () => {
    mother = await bureaus.person('老人-女儿代办');
    sister = await bureaus.person('女儿-替母亲办');
    brother = await bureaus.person('兄弟-联系不上');
    await Promise.all([sister, brother].map(({ name }) => knownResident(house, name)));
    hers = await openFamilyPhone();
    await hers.app.open(pages.farewell);
    ours = await begin(hers, sister.name);
    await nameMother(hers);
    await fillIn(hers, 'contact', () => hers.app.type('#field-contact-phone', sister.phone));
    await hers.app.tap('#next');
    await hers.app.see('#receipt');
    number = NUMBER.exec(await words(hers))?.[0] ?? '';
    his = await openFamilyPhone();
    await his.app.open(pages.farewell);
    draft = await begin(his, brother.name);
    await fillIn(his, 'wishes', () => his.app.tap('#switch-wishes-weekendsOnly'));
    await nameMother(his);
    await fillIn(his, 'contact', () => his.app.type('#field-contact-phone', brother.phone));
    await his.app.tap('#next');
    await his.app.see('#family-already');
    await looks();
    expect(read.at(-1)).toContain('这位亲人，示*已经登记了');
  });

  it('he asks, she reads who he is, and takes him in', async () => {
    await his.app.tap('#to-family');
    await his.app.type('#relation', '儿子');
    await his.app.type('#words', '姐，我也想送妈最后一程。');
    await looks();
    await his.app.tap('#send-me');
    await his.app.see('#asked');
    await looks();
    await hub(hers, ours);
    // what was seen last stands there first, and leads elsewhere
    await says(hers, 'that somebody asks', '有家里人想一起');
    await hers.app.tap('#next');
    await says(hers, 'his words', '姐，我也想送妈最后一程。');
    expect(await widerThanScreen(hers.app.page)).toEqual([]);
    expect(await words(hers)).not.toContain(brother.realName);
    await hers.app.tap('[id^="yes-"]');
    await says(hers, 'him among the family', /儿子 示\*长\s*还没说/);
  });

  it('he differs in words of his own, and her sign-up stands', async () => {
    await hub(his);
    await his.app.see(`#farewell-${draft}`);
    await his.app.tap(`#farewell-${ours}`);
    await his.app.see('#standing');
    await looks();
    await his.app.tap('#section-kin');
    await his.app.tap('#differ');
    await says(his, 'to be asked for words', '写几句就行');
    await his.app.type('#my-words', '想等到清明以后，人能到齐。');
    await his.app.tap('#differ');
    await says(his, 'that it was heard', '您的想法记下了');
    await looks();
    await hub(hers, ours);
    await says(hers, 'that she is signed up still', number);
    expect(await words(hers)).toContain('登记好了，在等一班合适的船');
    await hers.app.tap('#section-kin');
    await says(hers, 'his words', '想等到清明以后，人能到齐。');
    expect(await widerThanScreen(hers.app.page)).toEqual([]);
  });

  it('he agrees after all: nothing either of them wrote is lost, and he never saw a number of hers', async () => {
    await his.app.tap('#agree');
    await says(his, 'that he agreed', '您说了同意');
    await looks();
    await hub(hers, ours);
    await hers.app.tap('#section-kin');
    await says(hers, 'that he agreed', /儿子 示\*长\s*同意/);
    await hub(his, draft);
    await says(his, 'his own page as he left it', '只要周六、周日');
    const all = read.join('\n');
    for (const hidden of [sister.phone, sister.idNumber, sister.realName, mother.idNumber])
      expect(all).not.toContain(hidden);
  });

  const nameMother = (phone: FamilyPhone): Promise<void> =>
    fillIn(phone, 'deceased', async () => {
      await phone.app.type('#field-deceased-name', mother.realName);
      await phone.app.type('#field-deceased-idNumber', mother.idNumber);
    });
});

it('somebody of eighty-five, in large type, has it done for them: papers at the funeral home, a call, no seat', async () => {
  const elder = await bureaus.person('独居-八十五岁');
  const phone = await openFamilyPhone(true);
  const { app } = phone;
  await app.tap('#door-funeral');
  await app.tap('#to-sea');
  await app.tap('#sign-up');
  await app.see('#go-sign-in');
  expect(await app.page.locator('.elder:visible').count()).toBe(1);
  const id = await begin(phone, elder.name);
  await fillIn(phone, 'way', () => app.tapText('.choice', '请工作人员代撒'));
  await fillIn(phone, 'company', () => says(phone, 'that nobody has to be named', '请工作人员代撒，不用写谁去。'));
  await fillIn(phone, 'papers', async () => {
    for (const paper of await app.ids('[id^="paper-"]')) await app.tapText(`#${paper} .choice`, '在殡仪馆先办好');
  });
  await fillIn(phone, 'contact', async () => {
    await app.type('#field-contact-phone', '022-23456789');
    await app.tap('#switch-contact-wantsCalls');
  });
  await app.tap('#next');
  await app.tap('#trouble-real-name');
  await phone.showRealName(elder);
  await app.tap('#next');
  await app.see('#receipt');
  const said = await words(phone);
  expect(said).toContain('有事都打给您，不用看手机');
  expect(await widerThanScreen(app.page)).toEqual([]);
  const number = NUMBER.exec(said)?.[0] ?? '';
  await app.tap('#choose');
  await app.tap('[id^="choose-"]');
  const voyage = await until('the voyage', () => app.parameter('voyage'));
  await app.see('#hold');
  expect(await app.has('#company-aboard-more')).toBe(false);
  expect(await widerThanScreen(app.page)).toEqual([]);
  await app.tap('#hold');
  await app.see('#confirm');
  expect(await widerThanScreen(app.page)).toEqual([]);
  await app.tap('#confirm');
  await says(phone, 'that it is settled', '约定好了');
  await until('the bureau to hear', async () => (await placesOf(number)).length === 1);
  expect(await desk.manifest(voyage)).toContain('1 家，上船 0 位');
  await staff.show('航次');
  const card = staff.page.locator('.card').filter({ hasText: '家庭1 家' });
  expect(await card.innerText()).toMatch(/骨灰\s*1 \/ \d+ 位[\s\S]*随船座位\s*0 \/ \d+ 个/);
  await desk.seePapers(number, '死亡证明');
  await app.open(`${pages.farewellPapers}?id=${id}`);
  await says(phone, 'a paper seen', '看过了，不用再带');
});

async function placesOf(number: string): Promise<readonly string[]> {
  const { effects } = await bureaus.journal('funeral-affairs');
  return effects
    .filter(({ kind, facts }) => kind === 'place-confirmed' && facts.applyNo === number)
    .map(({ facts }) => String(facts.showNo));
}

describe('somebody who telephones the desk', () => {
  const CALLED_FROM = '02288880171';
  let caller: PersonAtTheBureaus;
  let number: string;

  it('is signed up once, stands with all others before whoever places them, and can be called back', async () => {
    caller = await bureaus.person('单亲-大病');
    const call = { name: caller.realName, idNumber: caller.idNumber, phone: CALLED_FROM, deceased: '示外婆' };
    const once = { ...call, died: dayInShanghai(Date.now()), aboard: 2 };
    number = NUMBER.exec(await desk.phoneIn(once))?.[0] ?? '';
    expect(await desk.phoneIn(once)).toContain(number);
    await staff.show('改期与安排');
    const { page } = staff;
    const cards = page.locator('.card').filter({ hasText: number });
    expect(await cards.allInnerTexts()).toEqual([expect.stringMatching(/示\*亲[\s\S]*上船 2 人/)]);
    await page.getByRole('button', { name: '排一次，先看看' }).click();
    await cards.getByText('排上了').first().waitFor();
    const round = page.locator('.group').filter({ hasText: number });
    await round.getByLabel('原因（会留底）').first().fill('按大家写的日子安排');
    await round.getByRole('button', { name: '就按这个定' }).click();
    await round.getByRole('button', { name: '定', exact: true }).click();
    const toCall = page.locator('.card').filter({ hasText: '022****0171' });
    await toCall.getByRole('button', { name: '显示号码' }).click();
    await toCall.getByText(CALLED_FROM).waitFor();
  });

  it('finds the same sign-up and the same place on a phone, once it is known who they are', async () => {
    const phone = await openFamilyPhone();
    const { app } = phone;
    await app.open(pages.farewell);
    await app.tap('#go-sign-in');
    await signInAs(app, caller.name);
    await app.see('#no-farewell');
    expect(await widerThanScreen(app.page)).toEqual([]);
    await app.tap('#by-phone-go');
    await phone.showRealName(caller);
    await app.see('#farewells');
    expect(await app.texts('#farewells .list-row')).toEqual([expect.stringContaining(number)]);
    await app.tap('#farewells .list-row');
    await app.tap('#next');
    await app.tap('#confirm');
    await says(phone, 'that it is settled', '约定好了');
    await until('the bureau to hear', async () => (await placesOf(number)).length === 1);
    expect(
      await desk.phoneIn({ ...caller, name: caller.realName, deceased: '示外婆', died: dayInShanghai(Date.now()) }),
    ).toContain('也有位置了');
    expect(await placesOf(number)).toHaveLength(1);
  });
});

describe('a death the registry verified', () => {
  let he: PersonAtTheBureaus;

  it('ends the booking of the one who died by itself, and tells the other alone', async () => {
    he = await bureaus.person('新人-男');
    const his = await knownResident(house, he.name);
    const hers = await knownResident(house, '新人-女');
    const [window] = (await openDay(house, { kind: 'marriage', site: 'registry-120101', least: 1 })) as [WindowView];
    const { id } = await bookTogether(his, hers, 'marriage', window);
    await desk.verifyDeath(he.realName, he.idNumber, dayInShanghai(Date.now()));
    await until('the booking to end', async () => {
      const { state } = await hers.get<{ state: string }>('GET', `/bookings/${id}`);
      return state === 'cancelled';
    });
    const told = async (whom: ResidentApi) => JSON.stringify(await whom.get('GET', '/notices'));
    await until('the other to hear of it', async () => (await told(hers)).includes('您约的时间取消了'));
    expect(await told(his)).not.toContain('您约的时间取消了');
    await staff.show('身后联动');
    const shown = asRead(await staff.page.locator('.card').innerText());
    expect(shown).toMatch(/示\*郎[\s\S]*约的时间\s*\d+ 月 \d+ 日 \d{1,2}:\d\d，结婚登记，停了/);
    // which is the number of the certificate, too
    expect(shown).not.toContain(he.idNumber);
  });

  it('that was a mistake is taken back, and the living person reads what has to be done again', async () => {
    const card = staff.page.locator('.card');
    await card.getByText('人还在，停错了').click();
    await card.getByLabel('原因（会留底）').fill('登记的号码写错了');
    await card.getByRole('button', { name: '这条错了，收回' }).click();
    await card.getByRole('button', { name: '收回', exact: true }).click();
    await card.getByText('已收回').waitFor();
    const phone = await openFamilyPhone();
    await phone.app.open(pages.notices);
    await phone.app.tap('#go-sign-in');
    await signInAs(phone.app, he.name);
    await phone.app.tap('.notice-unread');
    await phone.app.see('#stopped-booking');
    expect(await words(phone)).toContain('再约一次就行');
    expect(await widerThanScreen(phone.app.page)).toEqual([]);
  });
});
