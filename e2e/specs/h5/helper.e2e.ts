import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { fillIn, signInAs, waitUntilSaved } from '../../support/application-journey';
import { barriersOn } from '../../support/barriers';
import { openPhone, widerThanScreen } from '../../support/browser';
import { BureauDesk } from '../../support/bureau-desk';
import { H5App } from '../../support/h5-app';
import { agreeAndHandIn, askToHelp, becomeKnown, codeIn, messageAt, tellCode } from '../../support/helping';
import { pages } from '../../support/pages';
import { ResidentApi } from '../../support/resident-api';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const MOTHER = '示*娘';
const DAUGHTER = '示*儿';
const ADDRESS = '女儿替她打的地方 8 号';

/** A daughter, her mother of 78 who can read messages, and one clerk: each test goes on where the one before it left. */
describe('a daughter who helps her mother', () => {
  let house: ServerProcess;
  let browser: Browser;
  let daughter: H5App;
  let desk: BureauDesk;
  let mother: PersonAtTheBureaus;
  let known: PersonAtTheBureaus;
  let othersOfHers: string;
  let first: string;
  const problems: string[] = [];
  const answered: { readonly status: number; readonly body: string; readonly token: string }[] = [];

  const phone = async (): Promise<H5App> => {
    const page = await (await openPhone(browser)).newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    return new H5App(page, house.origin);
  };
  const whom = async () => (await daughter.texts('#whom')).join();
  const wellDrawn = async (page: Page) => {
    expect(await widerThanScreen(page)).toEqual([]);
    expect(await barriersOn(page)).toEqual([]);
  };

  beforeAll(async () => {
    house = await startServer({ withH5: true, withSimulators: true });
    const bureaus = new Simulators(house.simulators);
    mother = await bureaus.person('老人-女儿代办');
    known = await bureaus.person('女儿-替母亲办');
    browser = await launchChromium();
    desk = new BureauDesk(await browser.newPage(), house.simulators);
    const herself = await ResidentApi.signIn(house, mother.name);
    await herself.becomeKnown();
    const own = await herself.get<{ id: string }>(
      'POST',
      '/relief/applications',
      { programmes: ['temporary-assistance'] },
      randomUUID(),
    );
    othersOfHers = own.id;
    daughter = await phone();
    daughter.page.on('response', async (response) => {
      const request = response.request();
      if (request.method() !== 'PATCH') return;
      const body = await response.text().catch(() => '');
      answered.push({ status: response.status(), body, token: request.headers().authorization ?? '' });
    });
    await daughter.open(pages.signIn);
    await signInAs(daughter, known.name);
    await daughter.see('#door-hardship');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });
  afterEach(() => expect(problems).toEqual([]));

  it('says who she is first, and then asks: her mother reads in a message who wants to do what, and until when', async () => {
    await askToHelp(daughter, mother, '高龄津贴');
    await daughter.tap('#trouble-real-name');
    await becomeKnown(daughter, known);
    expect(await daughter.typed('#helped-number')).toBe(mother.idNumber);
    await daughter.tap('#ask');
    await until('whom one helps', () => daughter.isOn(pages.helping));
    await wellDrawn(daughter.page);
    const message = await messageAt(desk.screen, house.simulators, mother.phone);
    expect(message).toContain(`${DAUGHTER}想替您申请高龄津贴，只办这一件`);
    await tellCode(daughter, codeIn(message));
  });

  it('fills in and hands in with her mother’s name on every page, and the bureau has both names', async () => {
    await daughter.tap('.mandate-helper .start');
    await until('the form', () => daughter.isOn(pages.form));
    await daughter.see('#saved');
    first = await daughter.parameter('id');
    expect(await whom()).toContain(MOTHER);
    await fillIn(daughter, mother, {});
    expect(await whom()).toContain(MOTHER);
    await wellDrawn(daughter.page);
    await agreeAndHandIn(daughter);
    expect((await daughter.texts('#receipt')).join()).toContain(`为${MOTHER}申请的，代办的人：${DAUGHTER}`);
    await daughter.tap('#to-timeline');
    await daughter.see('#timeline');
    expect(await whom()).toContain(MOTHER);
    await desk.openCase('eldercare', mother.realName);
    await until('who acts, at the desk', async () => {
      await desk.screen.reload();
      return (await desk.screen.locator('body').innerText()).includes('代办人 示女儿');
    });
    expect(await desk.screen.locator('body').innerText()).toContain('在替办');
  });

  it('sees nothing else of her mother’s', async () => {
    await daughter.open(pages.applications);
    await daughter.see('.application');
    expect(await daughter.texts('.application')).toHaveLength(1);
    for (const path of [pages.form, pages.timeline]) {
      await daughter.open(`${path}?id=${othersOfHers}`);
      await daughter.see('#way-on');
      expect((await daughter.texts('.page-root')).join()).not.toContain('临时救助');
    }
  });

  it('is stopped by her mother in mid-form: her next save is answered like a random id, kindly, and nothing stays with her', async () => {
    await askToHelp(daughter, mother, '养老服务补贴');
    await until('whom one helps', () => daughter.isOn(pages.helping));
    const message = await messageAt(desk.screen, house.simulators, mother.phone, 1);
    await tellCode(daughter, codeIn(message));
    await daughter.tap('.mandate-helper .start');
    await until('the form', () => daughter.isOn(pages.form));
    const second = await daughter.parameter('id');
    expect(second).not.toBe(first);
    await daughter.tap('#next-part');
    await daughter.type('#control-applicant-address', ADDRESS);
    await waitUntilSaved(daughter);

    const herself = await phone();
    await herself.open(pages.stopHelp);
    await herself.type('#stop-phone', mother.phone);
    await herself.type('#stop-code', codeIn(message));
    await herself.tap('#stop');
    await herself.see('.notice');
    await wellDrawn(herself.page);

    answered.length = 0;
    await daughter.type('#control-applicant-address', `${ADDRESS} 乙`);
    await daughter.see('#way-on');
    expect((await daughter.texts('.page-root')).join()).toMatch(/代办停了[\s\S]*留给本人/);
    expect(answered.map(({ status }) => status)).toEqual([404]);
    expect(told(answered[0]?.body)).toEqual(await told(await asRandom(answered[0]?.token ?? '')));
    await daughter.page.reload();
    await daughter.see('#way-on');
    expect((await daughter.texts('.page-root')).join()).not.toContain(ADDRESS);

    await herself.open(pages.signIn);
    await signInAs(herself, mother.name);
    await herself.see('#door-hardship');
    await herself.open(`${pages.form}?id=${second}`);
    await herself.see('#saved');
    await herself.tap('#next-part');
    expect(await herself.typed('#control-applicant-address')).toBe(ADDRESS);
    await wellDrawn(herself.page);
  });

  const asRandom = async (authorization: string): Promise<string> => {
    const reply = await fetch(`${house.origin}/api/v1/relief/applications/${randomUUID()}`, {
      method: 'PATCH',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, fields: {} }),
    });
    expect(reply.status).toBe(404);
    return reply.text();
  };
});

/** A problem without what is new in every answer. */
function told(body: string | undefined): object {
  const { traceId: _own, instance: _where, ...said } = JSON.parse(body ?? '{}') as Record<string, unknown>;
  return said;
}
