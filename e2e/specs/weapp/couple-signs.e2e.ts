import { agreeToAll, type FormAnswers, fillIn, startForm } from '../../support/application-journey';
import { hardToTap } from '../../support/large-print';
import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type Card, openCard, sayWhoOneIs } from '../../support/second-person';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const LOW_INCOME = '低保';
const TWO_OF_US: FormAnswers = {
  hukou: { press: ['全家都是天津户口'] },
  'member-count': { type: '2' },
  wages: { type: '1500' },
  'other-income': { type: '0' },
};

/** His phone in large print, and hers: each test goes on where the one before it left. */
describe('a husband who applies in large print, and a wife who signs on a phone of her own', () => {
  let house: ServerProcess;
  let bureaus: Simulators;
  let husband: PersonAtTheBureaus;
  let wife: PersonAtTheBureaus;
  let his: MiniApp;
  let hers: MiniApp;
  let card: Card;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true });
    bureaus = new Simulators(house.simulators);
    husband = await bureaus.person('夫妻-妻子另有手机');
    wife = await bureaus.person('妻子-另一部手机');
    [his, hers] = await Promise.all([MiniApp.fresh(house.origin), MiniApp.fresh(house.origin, { phone: 'second' })]);
  });
  afterAll(async () => {
    await Promise.all([his?.close(), hers?.close()]);
    await house?.stop();
  });

  /** Whose means were asked for, in order. */
  const checked = async () =>
    (await bureaus.journal('means-verification')).deliveries
      .filter(({ path }) => path.endsWith('/check/apply'))
      .map(({ body }) => (body as { body: { certNo: string } }).body.certNo);
  /** The page of his on which she stands, opened anew. */
  const hisPageOfHer = async (): Promise<string> => {
    await his.tap('#back');
    await until('the last look', () => his.isOn(pages.review));
    await his.tapText('#adults .adult-row', '示*妻');
    await his.see('#by-link');
    return (await his.texts('.page-root')).join('\n');
  };

  it('he fills in a whole form in large print, and everything on it is in reach of a thumb', async () => {
    await his.open(pages.home);
    await his.tap('#elder-switch');
    await until('large print', () => his.has('.elder'));
    await startForm(his, [LOW_INCOME], husband.name);
    expect(await his.has('.elder')).toBe(true);
    expect(await hardToTap(his)).toEqual([]);
    await fillIn(his, husband, TWO_OF_US);
    expect(await his.texts('#gaps')).toEqual([]);
    expect(await hardToTap(his)).toEqual([]);
    await agreeToAll(his, husband);
    expect(await hardToTap(his)).toEqual([]);
  });

  it('sends her a card that says nothing of the matter', async () => {
    await his.tapText('#adults .adult-row', '示*妻');
    await his.tap('#make-link');
    await his.see('#share-link');
    expect(await hardToTap(his)).toEqual([]);
    card = await his.shareCard();
    expect(card.path).toMatch(/^\/packages\/mine\/authorise\/index\?t=[\w-]{20,}$/);
    expect(card.title + card.path).not.toMatch(/低保|示|签字/);
    await openCard(hers, card);
    await hers.see('#who-asks');
    expect((await hers.texts('.page-root')).join()).not.toContain(LOW_INCOME);
  });

  it('says no on her phone, and nothing on his looks any different', async () => {
    const before = await hisPageOfHer();
    await sayWhoOneIs(hers, wife);
    await hers.tap('#disagree');
    await hers.answerModal('confirm');
    await hers.see('#refused');
    expect((await hers.texts('#refused')).join()).toContain('看不到');
    expect(await hisPageOfHer()).toBe(before);
    expect(await checked()).toEqual([]);
  });

  it('he hands in without waiting for her, once though he taps twice', async () => {
    await his.tap('#back');
    await his.tapTwice('#submit');
    await until('the receipt', () => his.isOn(pages.receipt));
    await his.see('#receipt .receipt-number');
    expect(await hardToTap(his)).toEqual([]);
    await until('the bureau to have it', async () => (await bureaus.filedAt('social-assistance')).length > 0);
    expect(await bureaus.filedAt('social-assistance')).toHaveLength(1);
  });

  it('signs after all by the same card, and his phone says so', async () => {
    await openCard(hers, card);
    await hers.tap('#agree');
    await hers.see('#signed');
    await his.tap('#to-timeline');
    await his.see('#timeline');
    await until('both to have signed', async () => {
      await his.tap('#refresh');
      return (await his.texts('#adults')).join().includes('家里的大人都签好了');
    });
    expect(await hardToTap(his)).toEqual([]);
  });

  it('finds the card used up, and what she signed where it can be taken back', async () => {
    await hers.tap('#my-signatures');
    await hers.see('.take-back');
    await openCard(hers, card);
    await hers.see('.closed-link');
    expect((await hers.texts('.closed-link')).join()).toContain('已经用过了');
    expect(await hers.has('#agree')).toBe(false);
  });
});
