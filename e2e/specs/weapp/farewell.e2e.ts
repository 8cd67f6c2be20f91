import type { VoyageView } from '@jinmen/shared/services/sea-scattering/views';
import { signInAs } from '../../support/application-journey';
import { becomeKnown } from '../../support/helping';
import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { StaffApi } from '../../support/staff-api';
import { until } from '../../support/until';

const WHY = '海上风大，船不能出海';

/** One phone all along: each test goes on where the one before it left. */
describe('a daughter who takes her father to the sea, in the mini-program', () => {
  let house: ServerProcess;
  let app: MiniApp;
  let daughter: PersonAtTheBureaus;
  let farewell: string;
  let voyage: string;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true, settings: { SEA_DEMONSTRATION: 'on' } });
    daughter = await new Simulators(house.simulators).person('单人-断收入');
    await until('the voyages to be open', async () => (await openVoyages(house)).length > 1);
    app = await MiniApp.fresh(house.origin);
  });
  afterAll(async () => {
    await app?.close();
    await house?.stop();
  });

  const pressed = async (selector: string, page: string): Promise<void> => {
    await app.tap(selector);
    await until(page, () => app.isOn(page));
  };
  const section = async (name: string, write: () => Promise<void>): Promise<void> => {
    await app.tap(`#section-${name}`);
    await app.see('#section-done');
    await write();
    await pressed('#section-done', pages.farewell);
  };

  it('finds from home what to do first, and begins to sign up once somebody is signed in', async () => {
    await app.open(pages.home);
    await pressed('#door-funeral', pages.farewellStart);
    expect((await app.texts('#first-day')).join()).not.toBe('');
    await pressed('#to-sea', pages.voyages);
    await app.see('.voyage-card .voyage-sample');
    await pressed('#sign-up', pages.farewell);
    await app.tap('#begin');
    await signInAs(app, daughter.name);
    await app.tap('#begin');
    farewell = await until('a farewell of her own', async () => (await app.parameter('id')) || undefined);
  });

  it('says what the family knows, part by part, and is signed up with nothing but a telephone', async () => {
    await section('deceased', async () => {
      await app.type('#field-deceased-name', '示老海');
      await app.pickDay('#part-deceased-died', '2026-10-08');
      await app.tapText('#part-deceased-paper .choice', '以后再说');
    });
    await section('company', async () => {
      await app.tap('#company-aboard-more');
      await app.tap('#add-person');
      await app.type('#person-name', '示小海');
      await app.type('#person-age', '41');
      await app.tap('#keep-person');
      await app.see('.person');
    });
    await section('contact', () => app.type('#field-contact-phone', daughter.phone));
    expect((await app.texts('#section-deceased')).join()).toContain('示老海');
    expect((await app.texts('#section-company')).join()).toContain('2 位');
    await app.tap('#next');
    await app.tap('#trouble-real-name');
    await becomeKnown(app, daughter);
    await pressed('#next', pages.farewellDone);
    expect((await app.texts('.receipt-number'))[0]).toMatch(/^HM-/);
  });

  it('chooses an open voyage, which is kept until a time of day with nothing that ticks, and says yes', async () => {
    await pressed('#choose', pages.voyages);
    voyage = await until('a voyage to choose', async () => (await app.ids('.voyage-card .card-action'))[0]);
    await pressed(`#${voyage}`, pages.farewellChoose);
    expect((await app.texts('#money')).join()).toContain('待核定');
    await app.tap('#hold');
    await until('the place', () => app.isOn(pages.farewellConfirm));
    await app.see('#confirm');
    const [kept = ''] = await app.texts('.kept-until');
    expect(kept).toMatch(/\d{1,2}:\d\d/);
    expect(kept).not.toMatch(/秒|还剩/);
    expect((await app.texts('#who')).join()).toContain('2 位');
    await pressed('#confirm', pages.farewell);
    await app.see('#their-voyage');
  });

  it('has a pass for each who comes along, also without a network after the app was killed', async () => {
    await pressed('#next', pages.farewellPasses);
    await app.see('.sea-pass-picture');
    const seen = await passesOnScreen(app);
    expect(seen.names).toBe('示*海,第 2 位');
    await app.network('none');
    await app.killAndOpen(`${pages.farewellPasses}?id=${farewell}`);
    await app.see('.sea-pass-picture');
    expect(await passesOnScreen(app)).toEqual(seen);
    await app.tap('#next-pass');
    await until('the pass of the other', async () => (await passesOnScreen(app)).code !== seen.code);
    await app.network('wifi');
  });

  it('keeps all of it when the voyage does not sail, and goes on another by one tap', async () => {
    const operator = await StaffApi.signIn(house, 'J1001');
    const id = voyage.replace('choose-', '');
    await operator.get('POST', `/voyages/${id}/suspension`, { why: WHY, reason: '海事局通知' });
    await operator.get('POST', '/replacing/sea-scattering/displaced/plan', {});
    await operator.get('POST', '/replacing/sea-scattering/displaced/application', { reason: WHY });
    await app.open(`${pages.farewell}?id=${farewell}`);
    await until('the way to another day', async () => (await app.texts('#next'))[0] === '看看改到哪一班');
    await pressed('#next', pages.farewellChange);
    await app.see('#kept .voyage-card');
    expect((await app.texts('#suspended')).join()).toContain('什么都没有取消');
    await app.tap('#leave-it');
    await app.tap('#kept .card-action');
    await app.see('.change-said');
    await pressed('#moved-passes', pages.farewellPasses);
    await app.see('.sea-pass-picture');
  });
});

async function openVoyages({ origin }: ServerProcess): Promise<readonly VoyageView[]> {
  const { voyages } = (await (await fetch(`${origin}/api/v1/voyages`)).json()) as { voyages: readonly VoyageView[] };
  return voyages.filter(({ state }) => state === 'open');
}

interface PassesOnScreen {
  readonly names: string;
  readonly code: string | undefined;
}

async function passesOnScreen(app: MiniApp): Promise<PassesOnScreen> {
  const [[code], names] = await Promise.all([app.texts('#sea-pass-code'), app.texts('#pass-list .list-row-title')]);
  return { names: names.join(), code };
}
