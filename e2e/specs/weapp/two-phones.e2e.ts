import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';

describe('two phones on one table', () => {
  let house: ServerProcess;
  let his: MiniApp;
  let hers: MiniApp;

  beforeAll(async () => {
    house = await startServer({ withSimulators: true });
    his = await MiniApp.fresh(house.origin);
    hers = await MiniApp.fresh(house.origin, { phone: 'second' });
  });
  afterAll(async () => {
    await his?.close();
    await hers?.close();
    await house?.stop();
  });

  it('are in the hands of two people: each is signed in as their own, and one who leaves takes nobody along', async () => {
    for (const [app, name] of [
      [his, '新人-男'],
      [hers, '新人-女'],
    ] as const) {
      await app.open(pages.signIn);
      await app.signInAs(name);
      await until('somebody to be signed in', async () => !(await app.isOn(pages.signIn)));
    }
    expect(await his.kept('session')).not.toEqual(await hers.kept('session'));
    await his.open(pages.mine);
    await his.tap('#sign-out');
    await his.answerModal('confirm');
    await his.see('#sign-in');
    await hers.killAndOpen(pages.mine);
    await hers.see('#sign-out');
  });
});
