import { randomUUID } from 'node:crypto';
import { Calendar, releasedNotices } from '@jinmen/shared/calendar/working-days';
import type { CivilDate } from '@jinmen/shared/kernel/civil-date';
import { dayWords } from '@jinmen/shared/kernel/day-words';
import type { Browser, Page } from 'playwright-core';
import { signInAs } from '../../support/application-journey';
import { asRead } from '../../support/as-read';
import { barriersOn } from '../../support/barriers';
import { openPhone, widerThanScreen } from '../../support/browser';
import { H5App } from '../../support/h5-app';
import { pages } from '../../support/pages';
import { photograph } from '../../support/photograph';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { StaffPage } from '../../support/staff-page';
import { launchChromium } from '../../weapp-host/browser/chromium';

const PERSON = '单人-断收入';
const LAST = Object.keys(releasedNotices).sort().at(-1) ?? '';
/** The first year whose notice this release does not have; what is told in the last days before it is due in it. */
const WANTED = String(Number(LAST) + 1);
const DAY = `${LAST}-12-25` as const;
const DUE_IN = 10;
const NOTICE = { off: [`${WANTED}-01-01`, `${WANTED}-01-04`, `${WANTED}-01-05`], work: [] };
const EXPECTED = '预计的日子，以放假通知为准';

/** As the page writes it, with the notices there are. */
function dueWith(notices: typeof releasedNotices): string {
  const { on } = new Calendar(notices).addWorkingDays(DAY as CivilDate, DUE_IN);
  return `最晚 ${asRead(dayWords(on))} 回复`;
}

/** The holidays of the coming year are not published yet, and a complaint is due in it. */
describe('a year without its holiday notice', () => {
  let house: ServerProcess;
  let browser: Browser;
  let page: Page;
  let app: H5App;
  let staff: StaffPage;
  let number: string;

  beforeAll(async () => {
    const settings = { CLOCK_AT: `${DAY}T02:00:00Z`, COMPLAINT_ANSWER_WORKING_DAYS: String(DUE_IN) };
    house = await startServer({ withH5: true, withSimulators: true, settings });
    browser = await launchChromium();
    const resident = await ResidentApi.signIn(house, PERSON);
    const said = { kind: 'complaint', text: '送材料去了两回，都说人不在。' };
    number = (await resident.get<{ number: string }>('POST', '/complaints', said, randomUUID())).number;
    page = await (await openPhone(browser)).newPage();
    app = new H5App(page, house.origin);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    staff = new StaffPage(await context.newPage(), house.origin, new Simulators(house.simulators));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  const due = async () => (await app.texts('.complaint')).join('\n');

  async function looksRight(at: Page, name: string): Promise<void> {
    expect(await widerThanScreen(at)).toEqual([]);
    expect(await barriersOn(at)).toEqual([]);
    await photograph(at, name);
  }

  it('has the resident read that the day of an answer is expected, in large type too', async () => {
    await app.open(pages.signIn);
    await signInAs(app, PERSON);
    await app.see('#door-hardship');
    await app.open(pages.complaints);
    await app.see('.complaint');
    expect(await due()).toContain(dueWith(releasedNotices));
    expect(await due()).toContain(EXPECTED);
    await looksRight(page, 'complaint-expected');
    await app.open(pages.mine);
    await app.tap('#elder-switch');
    await app.open(pages.complaints);
    await app.see('.complaint');
    await looksRight(page, 'complaint-expected-elder');
  });

  it('is for a clerk to tell an operator of, who alone can load it', async () => {
    const context = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' });
    const clerk = new StaffPage(await context.newPage(), house.origin, new Simulators(house.simulators));
    await clerk.signIn('J2001');
    await clerk.show('放假通知');
    await clerk.page.getByText('请告诉运营人员按国务院办公厅的通知载入。').waitFor();
    expect(await clerk.page.getByLabel('哪一年').count()).toBe(0);
    await looksRight(clerk.page, 'staff-missing-year-375');
    await context.close();
  });

  it('stands at the desk as what is wanted, until an operator loads it; then the day is the day', async () => {
    await staff.signIn('J1001');
    await staff.show('投诉建议');
    const complaint = staff.page.getByRole('listitem').filter({ hasText: number });
    await complaint.getByText('（预计，以放假通知为准）').waitFor();
    await looksRight(staff.page, 'staff-complaint-expected');
    await staff.show('放假通知');
    const year = staff.page.getByRole('listitem').filter({ hasText: `${WANTED} 年` });
    await year.getByText('还没有载入').waitFor();
    await year.getByText('要办完、要答复的日子先按周末算').waitFor();
    await year.getByText('请在下面按国务院办公厅的通知载入。').waitFor();
    expect(await staff.page.locator('#view-body .cards').innerText()).not.toMatch(/\d{4}-\d/);
    await looksRight(staff.page, 'staff-missing-year');
    await staff.page.getByLabel('哪一年').fill(WANTED);
    await staff.page.getByLabel('放假的日子').fill(NOTICE.off.join('\n'));
    await staff.page.getByLabel('文件名和文号').fill(`国办发明电〔${LAST}〕示例号`);
    await staff.page.getByLabel('原因').fill('通知公布了');
    await staff.page.getByRole('button', { name: '载入', exact: true }).click();
    await staff.page.getByRole('button', { name: '载入', exact: true }).click();
    await staff.page.getByText('后来载入的').waitFor();
    await app.open(pages.complaints);
    await app.see('.complaint');
    const loaded = dueWith({ ...releasedNotices, [WANTED]: NOTICE });
    expect(await due()).toContain(loaded);
    expect(loaded).not.toBe(dueWith(releasedNotices));
    expect(await due()).not.toContain('预计');
  });
});
