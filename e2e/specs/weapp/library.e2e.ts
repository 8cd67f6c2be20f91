import {
  askHost,
  isHeadless,
  type MiniProgram,
  openMiniProgram,
  problemsOf,
  reopenAt,
  Screen,
  waitForPage,
} from '../../support/mini-program';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';

describe('the library in the mini-program', () => {
  let server: ServerProcess;
  let mp: MiniProgram;
  let screen: Screen;

  beforeAll(async () => {
    server = await startServer();
    mp = await openMiniProgram({ apiBase: server.origin });
    screen = new Screen(mp);
  });
  afterAll(async () => {
    await mp?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    await reopenAt(mp, pages.library);
    await screen.find('.library-row');
  });
  afterEach(async () => {
    expect(await problemsOf(mp)).toEqual([]);
  });

  const firstIs = (title: string) =>
    until(`${title} first`, async () => (await screen.texts('.list-row-title'))[0] === title);

  it.each(['dibao', 'db', '低保'])('finds 低保 by %s, sends nothing, and opens its page', async (typed) => {
    const sentBefore = isHeadless ? (await askHost(mp, 'Host.requests')).requests : [];
    await screen.type('.search-input', typed);
    await until('what was found', async () => (await screen.all('.library-results')).length > 0);
    await firstIs('低保');
    if (isHeadless) expect((await askHost(mp, 'Host.requests')).requests).toEqual(sentBefore);
    await screen.tap('#programme-minimum-living-allowance');
    await waitForPage(mp, pages.programme);
  });

  it('leads from nothing found to a person', async () => {
    await screen.type('.search-input', '围棋比赛');
    await until('nothing found', async () => (await screen.all('.library-none')).length > 0);
    expect(await screen.texts('.phone-number')).toContain('12345');
  });

  it('opens a guide with its number', async () => {
    await screen.type('.search-input', '请不起律师');
    await screen.tap('#guide-legal-aid');
    await waitForPage(mp, pages.guide);
    expect(await screen.texts('.phone-number')).toContain('12348');
  });
});
