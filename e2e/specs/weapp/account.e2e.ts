import {
  askHost,
  type MiniProgram,
  openMiniProgram,
  problemsOf,
  reopenAt,
  Screen,
  waitForPage,
} from '../../support/mini-program';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const PERSON = '单人-断收入';

/** One phone all along: each test goes on where the one before it left. Only our host signs in as a made-up person. */
describe('a resident of the mini-program', () => {
  let server: ServerProcess;
  let person: PersonAtTheBureaus;
  let mp: MiniProgram;
  let screen: Screen;

  beforeAll(async () => {
    server = await startServer({ withSimulators: true });
    person = await new Simulators(server.simulators).person(PERSON);
    mp = await openMiniProgram({ apiBase: server.origin });
    screen = new Screen(mp);
    await mp.callWxMethod('clearStorage', {});
    await askHost(mp, 'Host.setPerson', { name: PERSON });
    await reopenAt(mp, pages.mine);
  });
  afterAll(async () => {
    await mp?.close();
    await server?.stop();
  });
  afterEach(async () => expect(await problemsOf(mp)).toEqual([]));

  const killAndOpen = async (path: string): Promise<void> => {
    await askHost(mp, 'Host.restart', { entry: path });
    await waitForPage(mp, path);
  };

  it('signs in at one tap and is back where it was asked', async () => {
    await screen.tap('#sign-in');
    await waitForPage(mp, pages.signIn);
    await screen.tap('#sign-in');
    await waitForPage(mp, pages.mine);
    await screen.find('#sign-out');
  });

  it('is still signed in after the app was killed, by tokens nobody else reads', async () => {
    await killAndOpen(pages.mine);
    await screen.find('#sign-out');
    const { texts } = (await askHost(mp, 'Host.storage')) as { texts: Record<string, string> };
    expect(Object.keys(texts)).toContain('wx:session');
    expect(JSON.stringify(texts)).not.toMatch(/accessToken|refreshToken/);
  });

  it('confirms the real name after a yes, and sees it only masked', async () => {
    await screen.tap('#real-name');
    await waitForPage(mp, pages.realName);
    await screen.find('#consent');
    await screen.type('#name .text-input', person.realName);
    await screen.type('#id-number .text-input', person.idNumber);
    await screen.tap('.choice');
    await screen.tap('#verify');
    const shown = await screen.text('#verified');
    expect(shown).not.toContain(person.idNumber);
    expect(shown).not.toContain(person.realName);
  });

  it('is offered messages in a tap, after a yes to them', async () => {
    await reopenAt(mp, pages.notices);
    await screen.tap('#ask-messages');
    await until('the outcome', async () => (await screen.text('#message-offer')).includes('就在微信上告诉您'));
    await reopenAt(mp, pages.consents);
    await screen.find('#consent-progress-messages .withdraw');
  });
});
