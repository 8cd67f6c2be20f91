import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { handIn } from '../../support/application-journey';
import { openPhone } from '../../support/browser';
import { BureauDesk } from '../../support/bureau-desk';
import { H5App } from '../../support/h5-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { Simulators } from '../../support/simulators';
import { until } from '../../support/until';
import { launchChromium } from '../../weapp-host/browser/chromium';

const DEAD_FOR_MS = 60_000;

describe('social assistance, dead for a minute', () => {
  let house: ServerProcess;
  let simulators: Simulators;
  let browser: Browser;

  beforeAll(async () => {
    house = await startServer({ withH5: true, withSimulators: true });
    simulators = new Simulators(house.simulators);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('costs nothing: the case is kept, said to be waiting, delivered once and never read as a refusal', async () => {
    const app = new H5App(await (await openPhone(browser)).newPage(), house.origin);
    const person = await simulators.person('单人-断收入');
    await simulators.fault({ bureau: 'social-assistance', fault: 'dead', untilReset: true });
    const diedAt = performance.now();
    const id = await handIn(app, ['低保', '临时救助'], person, {});
    const look = async (): Promise<string> => {
      await app.open(`${pages.timeline}?id=${id}`);
      await app.page.reload();
      await app.see('#timeline');
      return (await app.texts('.page-root')).join('\n');
    };
    const during = await until(
      'words for the wait',
      async () => {
        const screen = await look();
        return (await app.has('.case-notice')) && screen;
      },
      60_000,
    );
    expect((await app.texts('.case-notice')).join()).toContain('已收下');
    expect(during).not.toContain('没批下来');
    expect((await simulators.journal('social-assistance')).effects).toEqual([]);
    await pause(Math.max(0, DEAD_FOR_MS - (performance.now() - diedAt)));
    await simulators.endFaults('social-assistance');
    await until('the wait to be over', async () => (await look()) !== '' && !(await app.has('.case-notice')), 60_000);
    const { effects } = await simulators.journal('social-assistance');
    expect(effects.filter(({ kind }) => kind === 'case-filed')).toHaveLength(1);
    const desk = new BureauDesk(await browser.newPage(), house.simulators);
    await desk.openCase('social-assistance', person.realName);
    await desk.accept();
    await look();
    await until('the resident to see it', async () =>
      (await app.texts('.page-root')).join().includes('收下了，开始看材料'),
    );
  }, 240_000);
});
