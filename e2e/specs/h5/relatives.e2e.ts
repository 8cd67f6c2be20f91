import type { Browser, BrowserContext } from 'playwright-core';
import { barriersOn } from '../../support/barriers';
import { widerThanScreen } from '../../support/browser';
import { photograph } from '../../support/photograph';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { StaffPage } from '../../support/staff-page';
import { launchChromium } from '../../weapp-host/browser/chromium';

const DEAD = '实名-户口已注销';
const DAUGHTER = '单人-断收入';

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
    for (const context of contexts) await context.close();
    await browser?.close();
    await house?.stop();
  });

  async function colleague(number: string): Promise<StaffPage> {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    contexts.push(context);
    const staff = new StaffPage(await context.newPage(), house.origin, simulators);
    await staff.signIn(number);
    await staff.show('逝者的资料');
    return staff;
  }

  it('is taken down by one, who cannot answer it, and given by another, to be printed', async () => {
    const [dead, daughter] = [await simulators.person(DEAD), await simulators.person(DAUGHTER)];
    const { page } = await colleague('J2001');
    await page.getByText('收下一件').click();
    await page.getByRole('button', { name: '查对并记下' }).click();
    await page.getByRole('alert').filter({ hasText: '请写要来做什么用' }).waitFor();
    await page.getByLabel('逝者的姓名').fill(dead.realName);
    await page.getByLabel('逝者的身份证号').fill(dead.idNumber);
    await page.getByLabel('看了哪种去世的证明').selectOption({ label: '火化证明' });
    await page.getByLabel('来办的人的姓名').fill(daughter.realName);
    await page.getByLabel('来办的人的身份证号').fill(daughter.idNumber);
    await page.getByLabel('来办的人是逝者的').selectOption({ label: '儿子或女儿' });
    await page.getByLabel('要来做什么用').fill('办抚恤金要用');
    expect(await barriersOn(page)).toEqual([]);
    expect(await widerThanScreen(page)).toEqual([]);
    await photograph(page, `relatives-intake-${viewport.width}`);
    await page.getByRole('button', { name: '查对并记下' }).click();
    await page.getByText('这件是您记下的，请另一位同事核过材料再办。').waitFor();
    expect(await page.getByRole('button', { name: '材料核过了，给一份' }).count()).toBe(0);
    expect(await page.locator('#view-body').innerText()).not.toContain(dead.idNumber);

    const { page: other } = await colleague('J1001');
    expect(await other.getByText('收下一件').count()).toBe(0);
    await other.getByRole('button', { name: '材料核过了，给一份' }).click();
    await other.getByRole('heading', { name: '逝者在津门民政办过的事' }).waitFor();
    await other.getByRole('button', { name: '打印' }).waitFor();
    expect(await barriersOn(other)).toEqual([]);
    expect(await widerThanScreen(other)).toEqual([]);
    await photograph(other, `relatives-copy-${viewport.width}`);
  });
});
