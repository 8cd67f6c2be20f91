import type { Browser } from 'playwright-core';
import {
  agreeToAll,
  choose,
  consentUntil,
  type FormAnswers,
  fillIn,
  signInAs,
  startForm,
} from '../../support/application-journey';
import { openPhone, widerThanScreen } from '../../support/browser';
import { BureauDesk } from '../../support/bureau-desk';
import { FamilyPhone } from '../../support/family-phone';
import { pages } from '../../support/pages';
import { photoOf } from '../../support/photo';
import { photograph } from '../../support/photograph';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const LOW_INCOME = '低保';

let house: ServerProcess;
let browser: Browser;
let desk: BureauDesk;
let bureaus: Simulators;
const phones: FamilyPhone[] = [];

const openFamilyPhone = async (elder = false): Promise<FamilyPhone> => {
  const phone = await FamilyPhone.open(await openPhone(browser), house.origin, elder);
  phones.push(phone);
  return phone;
};

beforeAll(async () => {
  house = await startServer({ withH5: true, withSimulators: true });
  bureaus = new Simulators(house.simulators);
  browser = await launchChromium();
  desk = new BureauDesk(await browser.newPage(), house.simulators);
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});
afterEach(() => expect(phones.flatMap(({ problems }) => problems)).toEqual([]));

/** Whose means were asked for, in order. */
async function checked(): Promise<readonly string[]> {
  const { deliveries } = await bureaus.journal('means-verification');
  return deliveries
    .filter(({ path }) => path.endsWith('/check/apply'))
    .map(({ body }) => (body as { body: { certNo: string } }).body.certNo);
}

/** Each test goes on where the one before it left. */
describe('a father who applies for his disabled child', () => {
  const CARE = '重度残疾人护理补贴';
  const CARD_NUMBER = '6217000000000000012';
  const HIS_CHILD: FormAnswers = {
    hukou: { press: ['全家都是天津户口'] },
    family: { press: ['有残疾人'] },
    'disability-grade': { press: ['一级'] },
    'disabled-hukou': { press: ['是'] },
    'disabled-receives': { press: ['以上都没有'] },
  };
  let father: PersonAtTheBureaus;
  let child: PersonAtTheBureaus['members'][number];
  let phone: FamilyPhone;
  let photo: Buffer;

  const paperState = async (kind: string) => (await phone.app.texts(`#paper-${kind} .pill`)).join();

  it('adds the child after a yes of his own, and the register says whose it is', async () => {
    father = await bureaus.person('父亲-残疾孩子');
    [child] = father.members.filter(({ relation }) => relation === 'child') as [typeof child];
    photo = await photoOf(browser, '示例证件 不是真的');
    phone = await openFamilyPhone();
    const { app } = phone;
    await app.open(pages.signIn);
    await signInAs(app, father.name);
    await app.see('#door-hardship');
    await app.open(pages.realName);
    await phone.showRealName(father);
    await app.open(pages.choose);
    await app.tap('#whom-add');
    await app.tap('#add-child');
    await app.type('#child-name', child.name);
    await app.type('#child-number', child.idNumber);
    await app.tapText('#relation .choice', '孩子');
    await app.tapText('#together .choice', '住在一起');
    await app.tapText('#proof .choice', '查户口登记');
    await app.tap('#add');
    await app.see('#consent-yes');
    await app.tap('#consent-yes');
    await app.see('.dependant .start');
    await until('the register to have answered', async () => (await app.texts('.dependant')).join().includes('查好了'));
  });

  it('fills in the form as the child’s, photographs one paper, signs a promise for another', async () => {
    const { app } = phone;
    await app.tap('.dependant .start');
    await choose(app, [CARE]);
    await app.tap('#start-form');
    await until('the form', () => app.isOn(pages.form));
    await app.see('#whom');
    await fillIn(app, { ...father, members: [] }, HIS_CHILD);
    expect(await app.texts('#gaps')).toEqual([]);
    await app.tap('#to-papers');
    await app.see('#paper-disability-certificate');
    await phone.photograph('#photo-disability-certificate', photo);
    await until('the photo to be there', async () => (await paperState('disability-certificate')).includes('拍好了'));
    await app.tap('#other-bank-card');
    await app.tap('#later-bank-card');
    expect(await widerThanScreen(app.page)).toEqual([]);
    await app.tap('#to-promise');
    await app.tap('#day-bank-card .choice');
    await app.see('#read-back');
    await app.tap('#sign');
    await until('the promise to be signed', async () => (await paperState('bank-card')).includes('晚点补'));
    await app.tap('#back');
  });

  it('hands it in, and the desk has the child, the guardian, the photo and the promise', async () => {
    const { app } = phone;
    await consentUntil(app, '#submit');
    await app.tap('#submit');
    await until('the receipt', () => app.isOn(pages.receipt));
    await app.tap('#to-timeline');
    await app.see('#timeline');
    await desk.openCase('disability-benefits', child.name);
    expect(await desk.matter('谁来办')).toMatch(/监护人 示父亲[\s\S]*在替办/);
    await desk.seePhoto('残疾证');
    expect(await desk.matter('交来的材料')).toMatch(/容缺承诺单[\s\S]*社保卡或银行卡[\s\S]*还没到/);
  });

  it('supplies what was promised, and the desk ticks it off', async () => {
    const { app } = phone;
    await app.tap('#to-papers');
    await phone.photograph('#photo-bank-card', photo);
    await app.tap('#send-papers');
    await app.see('.papers-sent');
    await desk.seePhoto('社保卡或银行卡');
    expect(await desk.matter('交来的材料')).toMatch(/容缺承诺单[\s\S]*补来了/);
  });

  it('is asked once more for the photo the clerk could not read, and sends it again', async () => {
    const { app } = phone;
    await desk.accept();
    await desk.markUnreadable('残疾证');
    await app.tap('#back');
    await phone.refreshUntil('the phone to ask again', async () =>
      (await app.texts('#papers-entry')).join().includes('有 1 样要您补'),
    );
    await app.tap('#to-papers');
    await until('the paper to say why', async () => (await paperState('disability-certificate')).includes('看不清'));
    await phone.photograph('#photo-disability-certificate', photo);
    await app.tap('#send-papers');
    await app.see('.papers-sent');
    await until('the desk to have the new one', async () => {
      await desk.screen.reload();
      return !(await desk.matter('交来的材料')).includes('请本人在');
    });
    await app.tap('#back');
  });

  it('finds both photos of that paper again, and looks at the one that counts', async () => {
    const page = await phone.app.page.context().newPage();
    await page.goto(`${house.origin}/#/${pages.gavePapers}`);
    const given = page.locator('.gave-paper', { hasText: '残疾证' });
    await given.first().waitFor();
    expect(await given.count()).toBe(2);
    expect(await given.last().innerText()).toContain('后来重新拍过');
    await photograph(page, 'gave-papers');
    const [shown] = await Promise.all([page.waitForEvent('popup'), given.locator('.look').click()]);
    await until('the photo to be drawn', () => shown.evaluate(() => (document.images[0]?.naturalWidth ?? 0) > 100));
    await shown.close();
    await page.close();
  });

  it('is approved, says whose account, and sees what is paid when, and the first payment', async () => {
    const { app } = phone;
    await desk.approve(CARE, { yuan: '300', fromMonth: '2026-12' });
    await phone.refreshUntil('the approval', () => app.has('.decision-approved'));
    await app.tap('#payee-open');
    await app.tapText('.choice', '我的（我是监护人）');
    await app.type('#payee-number', CARD_NUMBER);
    await app.tap('#payee-save');
    await phone.refreshUntil('the bank to know the account', async () =>
      (await app.texts('#payee')).join().includes('户名对上了'),
    );
    await desk.planPay('300', '2026-12');
    await desk.payMonth('300', '2026-12');
    await phone.refreshUntil('the first payment', () => app.has('.payment'));
    const [paid = ''] = await app.texts('#payments-disability-care-subsidy');
    expect(paid).toContain('每月 300 元，2026 年 12 月起');
    expect(paid).toContain('2026 年 12 月：300 元');
    expect(await widerThanScreen(app.page)).toEqual([]);
  });
});

describe('a wife who signs on a phone of her own', () => {
  const TWO_OF_US: FormAnswers = {
    hukou: { press: ['全家都是天津户口'] },
    'member-count': { type: '2' },
    wages: { type: '1500' },
    'other-income': { type: '0' },
  };
  let husband: PersonAtTheBureaus;
  let wife: PersonAtTheBureaus;
  let his: FamilyPhone;
  let hers: FamilyPhone;
  let link: string;

  it('is sent a link from her husband’s phone, and he hands in without waiting for her', async () => {
    husband = await bureaus.person('夫妻-妻子另有手机');
    wife = await bureaus.person('妻子-另一部手机');
    his = await openFamilyPhone();
    await startForm(his.app, [LOW_INCOME], husband.name);
    await fillIn(his.app, husband, TWO_OF_US);
    await agreeToAll(his.app, husband);
    await his.app.tap('#adults .adult-row[role="button"]');
    await his.app.see('#make-link');
    await his.app.tap('#make-link');
    await his.app.see('#copy-link');
    expect(await widerThanScreen(his.app.page)).toEqual([]);
    link = await his.copied('#copy-link');
    await his.app.tap('#back');
    await his.app.see('#submit');
    await his.app.tap('#submit');
    await until('the receipt', () => his.app.isOn(pages.receipt));
    await desk.openCase('social-assistance', husband.realName);
    await desk.accept();
    await until('his means to be asked for', async () => (await checked()).includes(husband.idNumber));
  });

  it('has a link that says nothing of the matter to a stranger, and refuses their yes in words', async () => {
    const stranger = await openFamilyPhone();
    await stranger.openLink(link);
    await stranger.app.see('#who-asks');
    expect((await stranger.app.texts('.page-root')).join()).not.toContain('低保');
    await stranger.signInFromLink(await bureaus.person('单人-断收入'));
    await stranger.app.tap('#agree');
    await stranger.app.see('#trouble');
    expect((await stranger.app.texts('#trouble')).join()).toContain('本人');
    expect(await checked()).not.toContain(wife.idNumber);
  });

  it('signs on her own phone, in large print, and only then are her means asked for', async () => {
    hers = await openFamilyPhone(true);
    await hers.openLink(link);
    await hers.app.see('#who-asks');
    await hers.signInFromLink(wife);
    expect(await widerThanScreen(hers.app.page)).toEqual([]);
    expect(await checked()).not.toContain(wife.idNumber);
    await hers.app.tap('#agree');
    await hers.app.see('#signed');
    await until('her means to be asked for', async () => (await checked()).includes(wife.idNumber));
    expect(await checked()).toEqual([husband.idNumber, wife.idNumber]);
  });

  it('finds the link used up when she opens it again, and what she signed where it can be taken back', async () => {
    await hers.app.tap('#my-signatures');
    await hers.app.see('.take-back');
    await hers.openLink(link);
    await hers.app.see('.closed-link');
    expect((await hers.app.texts('.closed-link')).join()).toContain('已经用过了');
    expect(await hers.app.has('#agree')).toBe(false);
  });

  it('stands on his phone and at the desk as having signed, and the two are approved together', async () => {
    await his.app.tap('#to-timeline');
    await his.app.see('#timeline');
    await his.refreshUntil('both to have signed', async () =>
      (await his.app.texts('#adults')).join().includes('家里的大人都签好了'),
    );
    await desk.openCase('social-assistance', husband.realName);
    expect(await desk.matter('核对授权')).toMatch(/示双妻[\s\S]*签了[\s\S]*自己的手机/);
    await desk.approve('最低生活保障', { yuan: '800' });
    await his.refreshUntil('the approval', () => his.app.has('.decision-approved'));
    expect((await his.app.texts('.decision-approved')).join()).toContain('低保批下来了');
  });
});

describe('a father without a phone of his own, whose daughter files at home', () => {
  const TWO_OF_US: FormAnswers = {
    hukou: { press: ['全家都是天津户口'] },
    'member-count': { type: '2' },
    wages: { type: '600' },
    'other-income': { type: '0' },
  };
  let daughter: PersonAtTheBureaus;
  let phone: FamilyPhone;
  const father = () => {
    const [first] = daughter.members;
    if (!first) throw new Error('she lives with nobody');
    return first;
  };

  it('signs on hers, in his turn, and reads that the street asks him first', async () => {
    daughter = await bureaus.person('重残-三级智力');
    phone = await openFamilyPhone();
    await startForm(phone.app, [LOW_INCOME], daughter.name);
    await fillIn(phone.app, daughter, TWO_OF_US);
    await agreeToAll(phone.app, daughter);
    await phone.app.tap('#adults .adult-row[role="button"]');
    await phone.app.see('#hand-over');
    await phone.app.tap('#hand-over');
    await phone.app.see('#asked');
    await phone.app.type('#own-number', father().idNumber.slice(-4));
    await phone.app.tap('#agree');
    await phone.app.see('#signed-in-turn');
    expect((await phone.app.texts('#signed-in-turn')).join()).toContain('街道的人会来看您，或者打电话问您');
    expect(await widerThanScreen(phone.app.page)).toEqual([]);
    await phone.app.tap('#hand-back');
    await phone.app.see('#submit');
    await until('her list to say so', async () =>
      (await phone.app.texts('#adults')).join().includes('街道问过本人才查'),
    );
    await phone.app.tap('#submit');
    await until('the receipt', () => phone.app.isOn(pages.receipt));
  });

  it('is not looked into before the street has seen him, and is once it has: one visit', async () => {
    await desk.openCase('social-assistance', daughter.realName);
    await until('the desk to know that nobody has asked him', async () => {
      await desk.screen.reload();
      return (await desk.matter('核对授权')).includes('还没问过本人，问过才查');
    });
    await desk.accept();
    await until('her means to be asked for', async () => (await checked()).includes(daughter.idNumber));
    await phone.app.tap('#to-timeline');
    await phone.app.see('#timeline');
    await phone.refreshUntil('her to read what is waited for', async () =>
      (await phone.app.texts('#timeline')).join().includes('先见到他们'),
    );
    expect(await checked()).not.toContain(father().idNumber);
    await desk.sawSigner(father().name);
    await until('his means to be asked for', async () => (await checked()).includes(father().idNumber));
    await phone.refreshUntil(
      'nothing to be waited for any more',
      async () => !(await phone.app.texts('#timeline')).join().includes('先见到他们'),
    );
  });
});

describe('a brother nobody can reach', () => {
  const TWO_BROTHERS: FormAnswers = {
    hukou: { press: ['全家都是天津户口'] },
    'member-count': { type: '2' },
    wages: { type: '700' },
    'other-income': { type: '0' },
  };
  const WHY = '在外地打工，电话打不通，三年没有消息。';
  let brother: PersonAtTheBureaus;
  let phone: FamilyPhone;

  it('is said so with a reason, and holds up nothing of the handing in', async () => {
    brother = await bureaus.person('兄弟-联系不上');
    phone = await openFamilyPhone();
    await startForm(phone.app, [LOW_INCOME], brother.name);
    await fillIn(phone.app, brother, TWO_BROTHERS);
    await agreeToAll(phone.app, brother);
    await phone.app.tap('#adults .adult-row[role="button"]');
    await phone.app.see('#absent');
    await phone.app.tap('#say-unreachable');
    expect((await phone.app.texts('#absent')).join()).toContain('请先写一句为什么');
    await phone.app.type('#reason', WHY);
    await phone.app.tap('#say-unreachable');
    await phone.app.see('.adult-saved');
    await phone.app.tap('#back');
    await phone.app.see('#submit');
    await until('the list to say so', async () => (await phone.app.texts('#adults')).join().includes('联系不上'));
    await phone.app.tap('#submit');
    await until('the receipt', () => phone.app.isOn(pages.receipt));
  });

  it('leaves the case waiting with people, neither refused nor counted as nothing', async () => {
    await phone.app.tap('#to-timeline');
    await phone.app.see('#timeline');
    await desk.openCase('social-assistance', brother.realName);
    await until('the desk to know of it', async () => {
      await desk.screen.reload();
      return (await desk.matter('核对授权')).includes(WHY);
    });
    await desk.accept();
    await phone.refreshUntil('the street to have taken it', async () =>
      (await phone.app.texts('#timeline')).join().includes('收下了，开始看材料'),
    );
    await until('the means of who signed', async () => (await checked()).includes(brother.idNumber));
    expect(await phone.app.has('.decision-refused')).toBe(false);
  });

  it('is gone on without by the clerk, and it is decided on who is there; his means were never asked for', async () => {
    await desk.goOnWithout('示弟远', '三次联系不上，按一个人的收入先办');
    await desk.allDelivered();
    await desk.approve('最低生活保障', { yuan: '612.50' });
    await phone.refreshUntil('the approval', () => phone.app.has('.decision-approved'));
    expect((await phone.app.texts('.decision-approved')).join()).toContain('612.5');
    expect(await phone.app.has('.decision-refused')).toBe(false);
    expect(await checked()).not.toContain(brother.members[0]?.idNumber);
  });
});
