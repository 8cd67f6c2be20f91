import type { Browser } from 'playwright-core';
import { type FormAnswers, handIn } from '../../support/application-journey';
import { BureauDesk } from '../../support/bureau-desk';
import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

/** Two adults at home: nobody looks up their means by themselves, so nothing happens but what the clerk does. */
const PERSON = '重残-三级智力';
const PAPER = '上个月的工资条';

const ANSWERS: FormAnswers = {
  hukou: { press: ['全家都是天津户口'] },
  'member-count': { type: '2' },
  wages: { type: '0' },
  'other-income': { type: '0' },
};

/** One resident who changes their mind about messages: each test goes on where the one before it left. */
describe('a resident who waits for news in the mini-program', () => {
  let house: ServerProcess;
  let browser: Browser;
  let desk: BureauDesk;
  let bureaus: Simulators;
  let person: PersonAtTheBureaus;
  let app: MiniApp;
  let id: string;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true });
    bureaus = new Simulators(house.simulators);
    person = await bureaus.person(PERSON);
    browser = await launchChromium();
    desk = new BureauDesk(await browser.newPage(), house.simulators);
    app = await MiniApp.fresh(house.origin);
    id = await handIn(app, ['低保'], person, ANSWERS);
    await desk.openCase('social-assistance', person.realName);
  });
  afterAll(async () => {
    await app?.close();
    await browser?.close();
    await house?.stop();
  });

  const answerWechat = async (answer: 'accept' | 'reject', words: string): Promise<void> => {
    await app.answerSubscribes(answer);
    await app.open(`${pages.receipt}?id=${id}`);
    await app.tap('#ask-messages');
    const cards = () => Promise.all(['#message-offer', '#message-way-back'].map((card) => app.texts(card)));
    await until(`"${words}"`, async () => (await cards()).join().includes(words));
  };
  /** A yes goes from WeChat on the phone to WeChat's servers, without us. */
  const wechatHears = async (): Promise<void> => {
    const { tmplIds } = await app.nativeCall('requestSubscribeMessage');
    expect(tmplIds).toHaveLength(1);
    for (const template of tmplIds as readonly string[]) await bureaus.grant(PERSON, template);
  };
  const tried = async () =>
    (await bureaus.journal('wechat')).deliveries.filter(({ path }) => path.includes('/message/subscribe/send'));
  const sent = async () => (await bureaus.journal('wechat')).effects.filter(({ kind }) => kind === 'message-sent');
  const sms = async () => (await bureaus.journal('sms')).effects;
  /** Opened anew until it is so: what stood there before is shown first. */
  const inInbox = (what: string, isSo: (rows: readonly string[]) => boolean) =>
    until(what, async () => {
      await app.open(pages.notices);
      await app.see('.notice-row');
      const found = await app.texts('.notice-row');
      if (!isSo(found)) throw new Error(`there is: ${found.join(' / ')}`);
      return found;
    });
  const asked = (rows: readonly string[]) => rows.filter((row) => row.includes('请您补几样材料')).length;
  const progress = (rows: readonly string[]) => rows.filter((row) => row.includes('您的申请有新进展')).length;

  it('may say no in the tap after handing in, and then finds what happens in the inbox', async () => {
    await answerWechat('reject', '好，先不发');
    await desk.accept();
    await inInbox('that it was taken, and that the check is done', (rows) => progress(rows) === 2);
  });

  it('said yes once and is written to once, when the office asks for a paper, in words that give nothing away', async () => {
    // a no is not asked about again: whoever changes their mind does so where the no stands
    await app.open(pages.consents);
    await app.tap('#consent-progress-messages .yes');
    await app.see('#consent-progress-messages .withdraw');
    await answerWechat('accept', '就在微信上告诉您');
    await wechatHears();
    await desk.askPapers([PAPER]);
    await until('the message', async () => (await sent()).length > 0);
    await inInbox('the message in the inbox as well', (rows) => asked(rows) === 1);
    expect(await sent()).toEqual([expect.objectContaining({ facts: expect.objectContaining({ person: PERSON }) })]);
    const [message] = (await tried()).map(({ body }) => body);
    expect(JSON.stringify(message)).not.toMatch(new RegExp(`低保|${PAPER}|${person.realName}`));
    expect(await sms()).toEqual([]);

    await app.open((message as { page: string }).page);
    await app.see('#papers');
    expect((await app.texts('#papers')).join()).toContain(PAPER);
  });

  it('whose yes is gone at WeChat is told in the inbox and by a text to their phone instead, each time once', async () => {
    await answerWechat('accept', '就在微信上告诉您');
    const before = progress(await inInbox('what was said before', (rows) => progress(rows) > 0));
    await desk.receivePaper(PAPER);
    await until('WeChat to refuse', async () => (await tried()).length === 2);
    await until('the text', async () => (await sms()).length > 0);
    await inInbox('one message more', (rows) => progress(rows) === before + 1);
    await desk.visit();
    await until('the second text', async () => (await sms()).length === 2);
    await inInbox('and one more', (rows) => progress(rows) === before + 2 && asked(rows) === 1);
    expect(await sent()).toHaveLength(1);
    expect(await tried()).toHaveLength(2);
  });
});
