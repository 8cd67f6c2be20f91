import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { type PersonAtTheBureaus, Simulators } from '../../support/simulators';
import { until } from '../../support/until';

const PERSON = '单人-断收入';

/** One phone all along: each test goes on where the one before it left. */
describe('a resident of the mini-program', () => {
  let server: ServerProcess;
  let person: PersonAtTheBureaus;
  let app: MiniApp;

  beforeAll(async () => {
    server = await startServer({ withSimulators: true });
    person = await new Simulators(server.simulators).person(PERSON);
    app = await MiniApp.fresh(server.origin);
    await app.open(pages.mine);
  });
  afterAll(async () => {
    await app?.close();
    await server?.stop();
  });

  it('signs in at one tap and is back where it was asked', async () => {
    await app.tap('#sign-in');
    await app.comesTo(pages.signIn);
    await app.signInAs(PERSON);
    await app.comesTo(pages.mine);
    await app.see('#sign-out');
  });

  it('is still signed in after the app was killed, by tokens nobody else reads', async () => {
    await app.killAndOpen(pages.mine);
    await app.see('#sign-out');
    const stored = await app.storedTexts();
    expect(Object.keys(stored)).toContain('session');
    expect(JSON.stringify(stored)).not.toMatch(/accessToken|refreshToken/);
  });

  it('confirms the real name after a yes, and sees it only masked', async () => {
    await app.tap('#real-name');
    await app.comesTo(pages.realName);
    await app.see('#consent');
    await app.type('#name', person.realName);
    await app.type('#id-number', person.idNumber);
    await app.tap('.choice');
    await app.tap('#verify');
    const shown = await app.text('#verified');
    expect(shown).not.toContain(person.idNumber);
    expect(shown).not.toContain(person.realName);
  });

  it('takes home what is kept of them: a paper to read, and a file for a computer in a chat they choose', async () => {
    await app.open(pages.myData);
    await app.tap('#take-copy');
    expect(await app.nativeCall('openDocument')).toMatchObject({
      fileType: 'pdf',
      begins: expect.stringMatching(/^%PDF/),
    });
    await app.tap('#take-data');
    const shared = await app.nativeCall('shareFileMessage');
    expect(shared).toMatchObject({ fileName: 'my-data.json', begins: expect.stringMatching(/^\{"/) });
  });

  it('is offered messages in a tap, after a yes to them', async () => {
    await app.open(pages.notices);
    await app.tap('#ask-messages');
    await until('the outcome', async () => (await app.text('#message-offer')).includes('就在微信上告诉您'));
    await app.open(pages.consents);
    await app.see('#consent-progress-messages .withdraw');
  });
});
