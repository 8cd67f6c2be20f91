import { addDays, dayInShanghai } from '@jinmen/shared/kernel/civil-date';
import { griefWordProblems } from '@jinmen/shared/plain-words/grief-safe';
import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { signInAs } from '../../support/application-journey';
import { knownResident } from '../../support/booking-api';
import { voyagesOf } from '../../support/farewell-api';
import { MiniApp } from '../../support/mini-app';
import { MiniFarewell } from '../../support/mini-farewell';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const TODAY = dayInShanghai(Date.now());
const [IMPOSSIBLE, PROMISED] = [addDays(TODAY, 40), addDays(TODAY, 5)];
const TOGETHER = '父母一起';
const TOLD = '妈的事一直是我照看的';
const HIS_WISH = '想等到清明以后，人能到齐。';

/** Two phones all along: each test goes on where the one before it left. */
describe('two of one mother’s children in the mini-program, each on a phone of their own', () => {
  let house: ServerProcess;
  let bureaus: Simulators;
  let mother: PersonAtTheBureaus;
  let sister: PersonAtTheBureaus;
  let brother: PersonAtTheBureaus;
  let hers: MiniApp;
  let his: MiniApp;
  let ours: string;
  let draft: string;
  /** Everything he read. */
  const read: string[] = [];

  beforeAll(async () => {
    house = await startServer({ withSimulators: true, settings: { SEA_DEMONSTRATION: 'on', RETRY_AT_MOST_MS: '50' } });
    bureaus = new Simulators(house.simulators);
    mother = await bureaus.person('老人-女儿代办');
    sister = await bureaus.person('女儿-替母亲办');
    brother = await bureaus.person('兄弟-联系不上');
    await Promise.all([sister, brother].map(({ name }) => knownResident(house, name)));
    [hers, his] = await Promise.all([MiniApp.fresh(house.origin), MiniApp.fresh(house.origin, { phone: 'second' })]);
    await until('a voyage to choose', async () => (await openVoyages()).length > 0);
  });
  afterAll(async () => {
    await Promise.all([hers?.close(), his?.close()]);
    await house?.stop();
  });

  const openVoyages = async (): Promise<readonly VoyageView[]> =>
    (await voyagesOf(house)).filter(({ state }) => state === 'open');
  const words = async (app: MiniApp) => (await app.texts('.page-root')).join('\n');
  const says = (app: MiniApp, wanted: string | RegExp) =>
    until(`the page to say ${wanted}`, async () => {
      const said = await words(app);
      return typeof wanted === 'string' ? said.includes(wanted) : wanted.test(said);
    });
  const looks = async () => read.push(await words(his));
  const hub = async (app: MiniApp, id: string) => {
    await app.open(`${pages.farewell}?id=${id}`);
    await app.see('#standing');
  };
  /** The one button of many that is about somebody. */
  const oneOf = async (app: MiniApp, start: string) =>
    `#${await until(start, async () => (await app.ids('.button')).find((id) => id.startsWith(start)))}`;
  const done = async (app: MiniApp, path: string) =>
    (await app.sentRequests()).filter(({ url, method }) => method === 'POST' && url.endsWith(path)).length;
  async function begin(app: MiniApp, { name }: PersonAtTheBureaus): Promise<string> {
    await app.open(pages.farewell);
    await app.tap('#go-sign-in');
    await signInAs(app, name);
    return new MiniFarewell(app).begin();
  }
  const nameMother = (app: MiniApp) =>
    new MiniFarewell(app).write('deceased', async () => {
      await app.type('#field-deceased-name', mother.realName);
      await app.type('#field-deceased-idNumber', mother.idNumber);
    });

  it('keeps what the sister writes without a network, half a word as well, through an app that was killed', async () => {
    ours = await begin(hers, sister);
    await nameMother(hers);
    const form = new MiniFarewell(hers);
    await hers.tap('#section-wishes');
    await hers.see('#section-done');
    await hers.network('none');
    await hers.pickDay('#part-wishes-impossible', IMPOSSIBLE);
    await hers.tap('#add-day');
    await hers.tap('#switch-wishes-fromAnotherCity');
    await hers.beginTyping('#field-wishes-together', TOGETHER);
    await says(hers, '现在没网，先加密存在这部手机里');
    await hers.killAndOpen(`packages/funeral/wishes/index?id=${ours}`);
    await hers.see(`#remove-${IMPOSSIBLE}`);
    expect(await hers.typed('#field-wishes-together')).toBe(TOGETHER);
    await says(hers, '现在没网，先加密存在这部手机里');
    await hers.network('wifi');
    await says(hers, '写的都存好了');
    await form.done();
    expect((await hers.texts('#section-wishes')).join()).toContain('有 1 天不行');
  });

  it('takes how she belongs to her mother and a paper for later, and signs up once though she taps twice', async () => {
    const form = new MiniFarewell(hers);
    await form.write('kinship', async () => {
      await hers.tapText('.choice', '儿女');
      await hers.tapText('.choice', '都没有，我自己说明');
      await hers.type('#field-kinship-words', TOLD);
    });
    await form.write('papers', async () => {
      await hers.tapText('#paper-death-certificate .choice', '先写个承诺，以后补');
      await hers.pickDay('#paper-death-certificate', PROMISED);
      await says(hers, '写的都存好了');
    });
    await form.write('contact', () => hers.type('#field-contact-phone', sister.phone));
    expect((await hers.texts('#section-papers')).join()).toContain('有 1 样以后补');
    await hers.tapTwice('#next');
    await until('the receipt', () => hers.isOn(pages.farewellDone));
    expect((await hers.texts('.receipt-number'))[0]).toMatch(/^HM-/);
    expect(await done(hers, `/farewells/${ours}/sign-up`)).toBe(1);
    expect(griefWordProblems(await words(hers))).toEqual([]);
    expect(await words(hers)).not.toContain('不符合');
  });

  it('leads the brother to his sister by her family name alone, and what he wrote stays his', async () => {
    draft = await begin(his, brother);
    await nameMother(his);
    await new MiniFarewell(his).write('contact', () => his.type('#field-contact-phone', brother.phone));
    await his.tap('#next');
    await his.see('#family-already');
    await looks();
    expect(read.join()).toContain('这位亲人，示*已经登记了');
    await his.tap('#to-family');
    await his.type('#relation', '儿子');
    await his.type('#words', '姐，我也想送妈最后一程。');
    await looks();
    await his.tapTwice('#send-me');
    await his.see('#asked');
    await looks();
    expect(await done(his, '/farewell-asks')).toBe(1);
  });

  it('is taken in by her, differs in words of his own, and then agrees; her sign-up stands', async () => {
    await hub(hers, ours);
    // what was seen last stands there first, and leads elsewhere
    await says(hers, '有家里人想一起');
    await hers.tap('#next');
    await says(hers, '姐，我也想送妈最后一程。');
    expect(await words(hers)).not.toContain(brother.realName);
    await hers.tap(await oneOf(hers, 'yes-'));
    await says(hers, /儿子 示\*长\s*还没说/);
    await hub(his, ours);
    await looks();
    await his.tap('#section-kin');
    await his.tap('#differ');
    await says(his, '写几句就行');
    await his.type('#my-words', HIS_WISH);
    await his.tap('#differ');
    await says(his, '您的想法记下了');
    await looks();
    await hub(hers, ours);
    await says(hers, '登记好了，在等一班合适的船');
    await hers.tap('#section-kin');
    await says(hers, HIS_WISH);
    await his.tap('#agree');
    await says(his, '您说了同意');
    await looks();
  });

  it('holds a voyage and says yes once though she taps twice each time, and both see the same day', async () => {
    await hub(hers, ours);
    await says(hers, '挑一班船');
    await hers.tap('#next');
    await until('the voyages', () => hers.isOn(pages.voyages));
    await hers.tap(await oneOf(hers, 'choose-'));
    await hers.see('#hold');
    expect(griefWordProblems(await words(hers))).toEqual([]);
    expect(await words(hers)).not.toContain('不符合');
    await hers.tapTwice('#hold');
    await until('the place', () => hers.isOn(pages.farewellConfirm));
    await hers.see('#confirm');
    await hers.tapTwice('#confirm');
    await until('the page of the family', () => hers.isOn(pages.farewell));
    await says(hers, '约定好了');
    expect(await done(hers, '/bookings')).toBe(1);
    expect(await done(hers, '/confirmation')).toBe(1);
    await until('the bureau to hear of it', async () => (await placesAtTheBureau()).length > 0);
    expect(await placesAtTheBureau()).toEqual(['place-confirmed']);
    await hub(his, ours);
    await says(his, '约定好了');
    await looks();
    expect(await his.texts('#their-voyage .voyage-title')).toEqual(await hers.texts('#their-voyage .voyage-title'));
    await hub(his, draft);
    for (const hidden of [sister.phone, sister.idNumber, sister.realName, mother.idNumber])
      expect(read.join('\n')).not.toContain(hidden);
    expect(griefWordProblems(read.join('\n'))).toEqual([]);
    expect(read.join('\n')).not.toContain('不符合');
  });

  async function placesAtTheBureau(): Promise<readonly string[]> {
    const { effects } = await bureaus.journal('funeral-affairs');
    return effects.map(({ kind }) => kind).filter((kind) => kind.startsWith('place-'));
  }
});
