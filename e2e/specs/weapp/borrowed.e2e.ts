import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';

const PERSON = '单人-断收入';
const TYPED = '借来手机上打的地方';

/** What WeChat itself says is stored is the proof: keys and texts. */
describe('a borrowed phone in the mini-program', () => {
  let server: ServerProcess;
  let app: MiniApp;

  beforeAll(async () => {
    server = await startServer({ withSimulators: true });
    app = await MiniApp.fresh(server.origin);
  });
  afterAll(async () => {
    await app?.close();
    await server?.stop();
  });

  const stored = async () => {
    const texts = await app.storedTexts();
    const own = Object.keys(texts).filter((name) => !name.endsWith('standards'));
    return { own, all: JSON.stringify(texts) };
  };
  const borrowAndWrite = async () => {
    await app.open(pages.signIn);
    await app.tap('#not-my-phone');
    await app.see('#borrowed');
    await app.signInAs(PERSON);
    await until('somebody is signed in', async () => !(await app.isOn(pages.signIn)));
    await app.tap('#urgent-way, #urgent');
    await app.type('#urgent-place', TYPED);
  };

  it('keeps nothing while it is used', async () => {
    const before = await stored();
    await borrowAndWrite();
    const { own, all } = await stored();
    expect(own).toEqual(before.own);
    expect(all).not.toContain(TYPED);
  });

  it('is left at one tap for the home page, with nothing of it anywhere', async () => {
    await app.tap('#leave-borrowed');
    await until('the home page is there', () => app.isOn(pages.home));
    await until('the bar is gone', async () => !(await app.has('#borrowed')));
    await app.tap('#urgent');
    await app.see('#urgent-place');
    expect(await app.typed('#urgent-place')).toBe('');
    expect((await stored()).all).not.toContain(TYPED);
  });

  it('killed, it is over as well', async () => {
    await borrowAndWrite();
    await app.killAndOpen(pages.mine);
    await app.see('#sign-in');
    expect(await app.has('#borrowed')).toBe(false);
    expect((await stored()).all).not.toContain(TYPED);
  });
});
