import { randomUUID } from 'node:crypto';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { barriersOn } from '../../support/barriers';
import { widerThanScreen } from '../../support/browser';
import { aloneWithoutIncome } from '../../support/households';
import { photograph } from '../../support/photograph';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { StaffPage } from '../../support/staff-page';
import { launchChromium } from '../../weapp-host/browser/chromium';

const LIVING = 'minimum-living-allowance';
const [APPLICANT, PATIENT, TENANT] = ['单人-断收入', '单人-生僻字姓名', '外地户口-租房'];
const DAUGHTER = '三口-低于低保线';
const COPY = '看一看、要一份';

/** A relative at the window with their papers: one colleague takes it down, another answers (个人信息保护法 第四十九条). */
describe.each([
  ['a desk', { width: 1280, height: 800 }],
  ['a phone', { width: 375, height: 812 }],
])('what the family of the dead asks for, at %s', (_what, viewport) => {
  let house: ServerProcess;
  let simulators: Simulators;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    house = await startServer({ withSimulators: true });
    simulators = new Simulators(house.simulators);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });

  async function colleague(number: string): Promise<Page> {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    const staff = new StaffPage(await context.newPage(), house.origin, simulators);
    await staff.signIn(number);
    await staff.show('逝者的资料');
    return staff.page;
  }

  /** Somebody who was known here while they lived; what they applied for is an office's by now. */
  async function whoDied(name: string): Promise<{ who: PersonAtTheBureaus; receipt: string }> {
    const resident = await ResidentApi.signIn(house, name);
    await resident.becomeKnown();
    const draft = await resident.completeDraft([LIVING], aloneWithoutIncome, dayInShanghai(Date.now()));
    await resident.submit(draft.id, draft.version, randomUUID());
    const { receiptNumber = 'none' } = await resident.application(draft.id);
    await simulators.dies(name);
    return { who: await simulators.person(name), receipt: receiptNumber };
  }

  async function fillIn(page: Page, asks: string, dead: PersonAtTheBureaus): Promise<void> {
    const daughter = await simulators.person(DAUGHTER);
    await page.getByText('收下一件').click();
    await page.getByLabel('要办哪一样').selectOption({ label: asks });
    await page.getByLabel('逝者的姓名').fill(dead.realName);
    await page.getByLabel('逝者的身份证号').fill(dead.idNumber);
    await page.getByLabel('看了哪种去世的证明').selectOption({ label: '火化证明' });
    await page.getByLabel('来办的人的姓名').fill(daughter.realName);
    await page.getByLabel('来办的人的身份证号').fill(daughter.idNumber);
    await page.getByLabel('来办的人是逝者的').selectOption({ label: '儿子或女儿' });
    await page.getByLabel('要来做什么用').fill('办抚恤金要用');
  }

  async function takeDown(page: Page): Promise<void> {
    await page.getByRole('button', { name: '查对并记下' }).click();
    await page.getByText('这件是您记下的，请另一位同事核过材料再办。').first().waitFor();
  }

  const cardOf = (page: Page, asks: string): Locator =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2, name: asks, exact: true }) });

  /** What a clerk sees of it now, without having asked for anything to be read again. */
  async function isOver(card: Locator, answer: string): Promise<void> {
    await card.getByText('答复了', { exact: true }).waitFor();
    await card.getByText(answer).waitFor();
    expect(await card.getByText('等另一位同事核').count()).toBe(0);
    expect(await card.getByRole('textbox').count()).toBe(0);
    expect(await card.getByText('不能给').count()).toBe(0);
    await card.locator('h2:focus').waitFor();
  }

  async function looksRight(page: Page, name: string): Promise<void> {
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
    await photograph(page, `${name}-${viewport.width}`);
  }

  it('a copy: taken down by one, who cannot answer it, given by another, printed, and over at once', async () => {
    const { who, receipt } = await whoDied(APPLICANT);
    const page = await colleague('J2001');
    await page.getByText('收下一件').click();
    await page.getByRole('button', { name: '查对并记下' }).click();
    await page.getByRole('alert').filter({ hasText: '请写要来做什么用' }).waitFor();
    await page.getByText('收下一件').click();
    await fillIn(page, COPY, who);
    await looksRight(page, 'relatives-intake');
    await takeDown(page);
    expect(await page.getByRole('button', { name: '材料核过了，给一份' }).count()).toBe(0);
    expect(await page.locator('#view-body').innerText()).not.toContain(who.idNumber);

    const other = await colleague('J1001');
    expect(await other.getByText('收下一件').count()).toBe(0);
    const card = cardOf(other, COPY);
    await card.getByRole('button', { name: '材料核过了，给一份' }).click();
    await card.getByRole('heading', { name: '逝者在津门民政办过的事' }).waitFor();
    await isOver(card, '给了一份');
    expect(await card.locator('.manifest-sheet').innerText()).toContain(receipt);
    await looksRight(other, 'relatives-copy');
    await onPaper(other);
    await card.getByText('没打出来').click();
    await card.getByRole('button', { name: '今天是我给的，再出一份' }).click();
    await isOver(card, '给了一份');
  });

  it('a correction: answered in words by another, and over at once, also where a third colleague still sees it open', async () => {
    const { who } = await whoDied(PATIENT);
    const page = await colleague('J2001');
    await fillIn(page, '改一改', who);
    await page.getByLabel('哪里要改成什么').fill('住的街道写错了');
    await takeDown(page);

    const [other, late] = [await colleague('J1001'), await colleague('J1002')];
    const card = cardOf(other, '改一改');
    await card.getByText('住的街道写错了').waitFor();
    await card.getByLabel('给来办的人的答复').fill('交给西营门街道改了。');
    await card.getByLabel('核了什么').fill('火化证明、户口簿');
    await looksRight(other, 'relatives-correction');
    await card.getByRole('button', { name: '答复', exact: true }).click();
    await isOver(card, '交给西营门街道改了。');

    const lateCard = cardOf(late, '改一改');
    await lateCard.getByLabel('给来办的人的答复').fill('没有改。');
    await lateCard.getByLabel('核了什么').fill('户口簿');
    await lateCard.getByRole('button', { name: '答复', exact: true }).click();
    await late.getByText('刚才已经有结果了').waitFor();
    await isOver(lateCard, '交给西营门街道改了。');
  });

  it('a deletion: asked about once more, done by another, and over at once; what is typed at another thing stays', async () => {
    const { who } = await whoDied(TENANT);
    const page = await colleague('J2001');
    await fillIn(page, '删掉', who);
    await takeDown(page);
    await page.getByText('收下一件').click();
    await page.getByLabel('逝者的姓名').fill('还在写的人');
    const mine = cardOf(page, '删掉');

    const other = await colleague('J1001');
    const card = cardOf(other, '删掉');
    await card.getByLabel('核了什么').fill('火化证明、户口簿');
    await card.getByRole('button', { name: '材料核过了，删掉' }).click();
    await card.getByText('删了就找不回来了').waitFor();
    await looksRight(other, 'relatives-deletion');
    await card.getByRole('button', { name: '删掉', exact: true }).click();
    await isOver(card, '账号删了，按规定要留的照样留着');
    await looksRight(other, 'relatives-over');

    await mine.getByText('不要了', { exact: true }).click();
    await mine.getByLabel('为什么不要了').fill('他打电话说不要了');
    await mine.getByRole('button', { name: '他不要了' }).click();
    await isOver(mine, '账号删了，按规定要留的照样留着');
    expect(await page.getByLabel('逝者的姓名').inputValue()).toBe('还在写的人');
  });

  /** The sheet alone: on paper stands nothing of the desk. */
  async function onPaper(page: Page): Promise<void> {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.manifest-sheet h3').isVisible()).toBe(true);
    for (const desk of ['逝者的资料', '重新读取', '来办的人', '没打出来', '打印'])
      expect([desk, await page.getByText(desk, { exact: true }).first().isVisible()]).toEqual([desk, false]);
    await photograph(page, `relatives-paper-${viewport.width}`);
    await page.emulateMedia({ media: 'screen' });
  }
});
