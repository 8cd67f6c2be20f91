import { threeBelowTheLine } from '../../support/households';
import { type Answered, answerAll, begin, factsTold } from '../../support/interview';
import { MiniInterview } from '../../support/mini-interview';
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
import { type NewerServer, startNewerServer } from '../../support/newer-server';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';

/** Names in scope of the functions below that run inside the app. */
declare const getApp: () => { copied?: string };

/** One phone all along: each test goes on where the one before it left. */
describe('a result kept in the mini-program', () => {
  let server: ServerProcess;
  let front: NewerServer;
  let answered: readonly Answered[];
  let mp: MiniProgram;
  let screen: Screen;

  beforeAll(async () => {
    server = await startServer();
    front = await startNewerServer(server.origin);
    mp = await openMiniProgram({ apiBase: front.origin });
    screen = new Screen(mp);
    await mp.callWxMethod('clearStorage', {});
    await reopenAt(mp, pages.home);
    await screen.tap('#door-hardship');
    await waitForPage(mp, pages.wizard);
    const interview = new MiniInterview(mp);
    await begin(interview, threeBelowTheLine);
    answered = await answerAll(interview, threeBelowTheLine);
    await waitForPage(mp, pages.result);
  });
  afterAll(async () => {
    await mp?.close();
    await front?.stop();
    await server?.stop();
  });
  afterEach(async () => expect(await problemsOf(mp)).toEqual([]));

  /** The app is killed where a test can kill it, else only opened anew. */
  const killAndOpen = async (path: string): Promise<void> => {
    if (isHeadless) await askHost(mp, 'Host.restart', { entry: path });
    else await reopenAt(mp, path);
    await waitForPage(mp, path);
  };
  /** Everything stored under a key but the running answers, as code without the vault reads it. */
  const readable = async (): Promise<string> => {
    const { keys } = (await mp.callWxMethod('getStorageInfoSync')) as { keys: string[] };
    const values = keys
      .filter((key) => key !== 'relief-answers')
      .map(async (key) => `${key}=${JSON.stringify(await mp.callWxMethod('getStorageSync', key))}`);
    return (await Promise.all(values)).join('\n');
  };

  it('is kept only when asked, encrypted, and is there after the app was killed', async () => {
    await screen.find('#keep');
    expect(await readable()).not.toContain('relief-kept');
    await screen.tap('#keep');
    await screen.find('.keep-done');
    const stored = await readable();
    expect(stored).toContain('relief-kept');
    const { texts } = isHeadless ? await askHost(mp, 'Host.storage') : { texts: {} };
    const { 'wx:relief-answers': _running, ...onDisk } = texts as Record<string, string>;
    for (const told of ['240000', 'all-tianjin', 'household.memberCount'])
      for (const text of [stored, JSON.stringify(onDisk)]) expect(text).not.toContain(told);
    await killAndOpen(pages.mine);
    await screen.tap('#kept-results');
    await screen.tap('.kept-row');
    await screen.find('.kept-compared');
    await screen.tap('#kept-answers');
    await until('the answers', async () => (await screen.texts('.kept-answer')).join().includes('2400 元'));
  });

  it('becomes a text to paste without an answer in it', async () => {
    await mp.mockWxMethod('setClipboardData', (options: { data: string }) => {
      getApp().copied = options.data;
      return { errMsg: 'setClipboardData:ok' };
    });
    await screen.tap('#sheet');
    expect((await waitForPage(mp, pages.sheet)).query).toEqual({});
    expect(await screen.all('#print')).toHaveLength(0);
    await screen.tap('#copy');
    await screen.find('.copy-outcome');
    const copied = await mp.evaluate(() => getApp().copied);
    expect(copied).toContain('这只是先看看，最后由街道核定。');
    expect(copied).not.toMatch(/2400|800 元|3 人/);
    await mp.restoreWxMethod('setClipboardData');
  });

  it('is wiped at one press, brought back at another, and then wiped for good', async () => {
    await killAndOpen(pages.kept);
    await screen.tap('#wipe-all');
    await screen.find('#undo');
    expect(await readable()).not.toContain('relief-kept');
    await screen.tap('#undo');
    await screen.find('.kept-row');
    await screen.tap('#wipe-all');
    await screen.find('#undo');
    await killAndOpen(pages.kept);
    await screen.find('.empty-state');
  });

  it('is judged by the server’s newer rules after a yes, with nothing sent before it', async () => {
    front.release = '2099.1';
    await killAndOpen(pages.home);
    await until('the newer rules to be known', () => front.seen.some(({ path }) => path.includes('/standards')));
    await screen.tap('#resume');
    await screen.tap('#see-result');
    await screen.find('#ask-server');
    front.seen.length = 0;
    await screen.tap('#ask-server');
    await screen.find('#send');
    expect(front.seen).toEqual([]);
    await screen.tap('#send');
    await screen.find('#served');
    expect(front.seen.map(({ path }) => path)).toEqual(['/api/v1/eligibility/assessments']);
    expect(JSON.parse(front.seen[0]?.body ?? '{}')).toMatchObject({ facts: factsTold(answered) });
    expect(await screen.text('.served-basis')).toContain('2099.1+');
    front.release = undefined;
  });

  it('is not kept at all where WeChat is too old to encrypt, and says so', async () => {
    if (!isHeadless) return;
    await killAndOpen(pages.home);
    await askHost(mp, 'Host.setSystem', { overrides: { SDKVersion: '2.21.2' } });
    await screen.tap('#resume');
    await screen.tap('#see-result');
    expect(await screen.text('.keep-problem')).toContain('更新微信');
    expect(await screen.all('#keep')).toHaveLength(0);
  });
});
