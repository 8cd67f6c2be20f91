import { MiniApp } from '../../support/mini-app';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';

describe('the library in the mini-program', () => {
  let server: ServerProcess;
  let app: MiniApp;

  beforeAll(async () => {
    server = await startServer();
    app = await MiniApp.fresh(server.origin);
  });
  afterAll(async () => {
    await app?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    await app.open(pages.library);
    await app.see('.library-row');
  });

  const firstIs = (title: string) =>
    until(`${title} first`, async () => (await app.texts('.list-row-title'))[0] === title);

  it.each(['dibao', 'db', '低保'])('finds 低保 by %s, sends nothing, and opens its page', async (typed) => {
    const sentBefore = await app.sentRequests();
    await app.beginTyping('.search-box', typed);
    await app.see('.library-results');
    await firstIs('低保');
    expect(await app.sentRequests()).toEqual(sentBefore);
    await app.tap('#programme-minimum-living-allowance');
    await app.comesTo(pages.programme);
  });

  it('leads from nothing found to a person', async () => {
    await app.beginTyping('.search-box', '围棋比赛');
    await app.see('.library-none');
    expect(await app.texts('.phone-number')).toContain('12345');
  });

  it('opens a guide with its number', async () => {
    await app.beginTyping('.search-box', '请不起律师');
    await app.tap('#guide-legal-aid');
    await app.comesTo(pages.guide);
    expect(await app.texts('.phone-number')).toContain('12348');
  });
});
