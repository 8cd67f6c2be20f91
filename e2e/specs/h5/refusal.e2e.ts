import { randomUUID } from 'node:crypto';
import type { ApplicationView } from '@jinmen/shared/applications/views';
import { dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import type { Browser, Page } from 'playwright-core';
import { signInAs, waitUntilSaved } from '../../support/application-journey';
import { barriersOn } from '../../support/barriers';
import { openPhone, widerThanScreen } from '../../support/browser';
import { BureauDesk } from '../../support/bureau-desk';
import { H5App } from '../../support/h5-app';
import type { Household } from '../../support/household';
import { aloneWithoutIncome, marginWithDisabledChild } from '../../support/households';
import { pages } from '../../support/pages';
import { photograph } from '../../support/photograph';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const LIVING = 'minimum-living-allowance';
const LIVING_AT_THE_BUREAU = '最低生活保障';
const INCOME = '共同生活的家庭成员人均月收入高于本市最低生活保障标准';
const WAGES = '工资';

let house: ServerProcess;
let browser: Browser;
let desk: BureauDesk;
let bureaus: Simulators;
let page: Page;
let app: H5App;
const problems: string[] = [];

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
afterEach(() => expect(problems).toEqual([]));

/** Handed in, looked up, and refused for the income; its page is open on the resident's phone. */
async function refused(name: string, household: Household): Promise<{ resident: ResidentApi; id: string }> {
  const resident = await ResidentApi.signIn(house, name);
  await resident.becomeKnown();
  const draft = await resident.completeDraft([LIVING], household, dayInShanghai(Date.now()));
  await resident.submit(draft.id, draft.version, randomUUID());
  await desk.openCase('social-assistance', (await bureaus.person(name)).realName);
  await desk.accept();
  await until('the figures', async () => (await resident.application(draft.id)).evaluations.length > 1);
  await desk.refuse(LIVING_AT_THE_BUREAU, INCOME);
  await until('the refusal', async () => decisionOf(await resident.application(draft.id)) === 'refused');
  page = await (await openPhone(browser)).newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  app = new H5App(page, house.origin);
  await app.open(pages.signIn);
  await signInAs(app, name);
  await app.see('#door-hardship');
  await app.open(`${pages.timeline}?id=${draft.id}`);
  await app.see('.decision-refused');
  return { resident, id: draft.id };
}

const decisionOf = ({ cases }: ApplicationView) => cases[0]?.items[0]?.decision?.outcome;

async function seen(selector: string): Promise<string> {
  return (await app.texts(selector)).join('\n');
}

async function lookAgainFor(what: string, selector: string, words: string): Promise<void> {
  await until(what, async () => {
    await app.tap('#refresh');
    return (await seen(selector)).includes(words);
  });
}

/** Whatever the earlier form did not ask, part by part; how many that was. What nobody told us is 不清楚. */
async function answerWhatIsNew(): Promise<number> {
  let answered = 0;
  for (;;) {
    for (const id of (await app.ids('.form-control')).filter((each) => !TOLD_BEFORE.test(each))) {
      const at = `#${id}`;
      if ((await app.has(`${at} .choice-on`)) || (await app.has(`${at} .number-box`))) continue;
      if ((await seen(at)).includes('证上写的是几级')) await app.tapText(`${at} .choice`, '一级');
      else await app.tap(`${at} .choice-unsure`);
      answered += 1;
    }
    if (!(await app.has('#next-part'))) return answered;
    await app.tap('#next-part');
  }
}

const TOLD_BEFORE = /^control-(applicant-|household-members$|statement$)/;

describe('a refusal on a figure that is wrong', () => {
  const PERSON = '单人-核对后收入高';

  it('says the clause, and every figure with where it came from and what was told', async () => {
    await refused(PERSON, aloneWithoutIncome);
    const why = await seen('.decision-refused');
    expect(why).toContain(INCOME);
    expect(why).toMatch(/1045 元/);
    await photograph(page, 'refused');
    await app.tap(`#figures-${LIVING}`);
    expect(await seen('.decision-refused')).toMatch(/工资[^\n]*3000 元\s+从社会保险查到\s+您填的是 0 元/);
    expect(await widerThanScreen(page)).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
    await photograph(page, 'refused-figures');
  });

  it('is disputed on that figure, and the desk has the resident’s words', async () => {
    await page.locator('.figure-wrong').filter({ hasText: WAGES }).first().click();
    await until('the page to say it', () => app.isOn(pages.dispute));
    await app.see('#how');
    await app.tapText('#how .choice', '应该是别的数');
    await app.type('#value', '600');
    await app.type('#why', '上个月就不在那里上班了，只打了几天零工');
    await photograph(page, 'dispute');
    await app.tap('#send-dispute');
    await app.see('#back-to-case');
    await app.tap('#back-to-case');
    await app.see('#disputes');
    expect(await seen('#disputes')).toContain('在再看一遍');
    await desk.openCase('social-assistance', (await bureaus.person(PERSON)).realName);
    await desk.screen.getByText('只打了几天零工').first().waitFor();
  });

  it('is answered with another figure, reopened, and approved in the end', async () => {
    await desk.correct('600.00');
    await lookAgainFor('the figure to be put right', '#disputes', '改成了 600 元');
    await desk.reopen(LIVING_AT_THE_BUREAU);
    await until('it to be in hand again', async () => {
      await app.tap('#refresh');
      return !(await app.has('.decision-refused'));
    });
    await photograph(page, 'reopened');
    await desk.openCase('social-assistance', (await bureaus.person(PERSON)).realName);
    await desk.approve(LIVING_AT_THE_BUREAU, { yuan: '445' });
    await lookAgainFor('the approval', '.decision-approved', '每户每月 445 元');
    expect(await seen('#disputes')).toContain('改成了 600 元');
    await photograph(page, 'approved-after-all');
  });
});

describe('a refusal of a family somewhat above the line, with a severely disabled child', () => {
  const FATHER = '父亲-残疾孩子';
  const FOR_THE_CHILD = /给示\*+明申请单人保$/;

  it('offers 单人保 for the child, on what was verified, and one tap begins it for the child', async () => {
    const father = await bureaus.person(FATHER);
    const child = father.members.find(({ relation }) => relation === 'child');
    const asHimself = await ResidentApi.signIn(house, FATHER);
    await asHimself.becomeKnown();
    const typed = { name: child?.name, idNumber: child?.idNumber, relation: 'child', proof: 'bureau' };
    await asHimself.get('POST', '/dependants', typed, randomUUID());
    await refused(FATHER, marginWithDisabledChild);
    await app.tap(`#more-${LIVING}`);
    await photograph(page, 'refused-margin');
    const [offer = ''] = (await app.texts('.way')).filter((each) => FOR_THE_CHILD.test(each));
    expect(offer).toContain('前面填过的都带过去');
    await page.getByText(FOR_THE_CHILD).first().click();
    await until('the form', () => app.isOn(pages.form));
    await app.see('#saved');
    await photograph(page, 'alone-form');
  });

  it('is handed in with what the family told before, the child as the one it is about', async () => {
    const id = await app.parameter('id');
    expect(await answerWhatIsNew()).toBeLessThanOrEqual(4);
    await waitUntilSaved(app);
    await app.tap('#review');
    await until('the last look', () => app.isOn(pages.review));
    await photograph(page, 'alone-review');
    expect(await seen('.page-root')).toContain('示母亲（父亲或母亲）');
    expect(await app.texts('#gaps')).toEqual([]);
    await app.tap('#sign');
    await app.see('.authorised');
    await app.tap('#submit');
    await until('the receipt', () => app.isOn(pages.receipt));
    await app.see('#receipt .receipt-number');
    const resident = await ResidentApi.signIn(house, FATHER);
    const view = await resident.application(id);
    expect(view.subject).toMatchObject({ kind: 'ward', minor: true });
    expect(view.programmes).toEqual(['single-person-minimum-living-allowance']);
    const filed = (await bureaus.filedAt('social-assistance')).map(({ facts }) => facts);
    expect(JSON.stringify(filed.at(-1))).toContain(view.cases[0]?.id);
  });
});
