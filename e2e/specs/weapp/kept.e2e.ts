import { asRead } from '../../support/as-read';
import { threeBelowTheLine } from '../../support/households';
import { type Answered, answerAll, begin, factsTold } from '../../support/interview';
import { MiniApp } from '../../support/mini-app';
import { MiniInterview } from '../../support/mini-interview';
import { type NewerServer, startNewerServer } from '../../support/newer-server';
import { pages } from '../../support/pages';
import { type ServerProcess, startServer } from '../../support/server-process';
import { until } from '../../support/until';

/** One phone all along: each test goes on where the one before it left. */
describe('a result kept in the mini-program', () => {
  let server: ServerProcess;
  let front: NewerServer;
  let answered: readonly Answered[];
  let app: MiniApp;

  beforeAll(async () => {
    server = await startServer();
    front = await startNewerServer(server.origin);
    app = await MiniApp.fresh(front.origin);
    await app.tap('#door-hardship');
    await app.comesTo(pages.wizard);
    const interview = new MiniInterview(app.mp);
    await begin(interview, threeBelowTheLine);
    answered = await answerAll(interview, threeBelowTheLine);
    await app.comesTo(pages.result);
  });
  afterAll(async () => {
    await app?.close();
    await front?.stop();
    await server?.stop();
  });

  /** Everything stored under a key but the running answers, as code without the vault reads it. */
  const readable = async (): Promise<string> => {
    const { 'relief-answers': _running, ...others } = await app.storedTexts();
    return JSON.stringify(others);
  };

  it('is kept only when asked, encrypted, and is there after the app was killed', async () => {
    await app.see('#keep');
    expect(await readable()).not.toContain('relief-kept');
    await app.tap('#keep');
    await app.see('.keep-done');
    const stored = await readable();
    expect(stored).toContain('relief-kept');
    for (const told of ['240000', 'all-tianjin', 'household.memberCount']) expect(stored).not.toContain(told);
    await app.killAndOpen(pages.mine);
    await app.tap('#kept-results');
    await app.tap('.kept-row');
    await app.see('.kept-compared');
    await app.tap('#kept-answers');
    await until('the answers', async () => (await app.texts('.kept-answer')).join().includes('2400 元'));
  });

  it('becomes a text to paste without an answer in it', async () => {
    await app.tap('#sheet');
    await app.comesTo(pages.sheet);
    expect(await app.parameters()).toEqual({});
    expect(await app.has('#print')).toBe(false);
    await app.tap('#copy');
    await app.see('.copy-outcome');
    const { data: copied } = await app.nativeCall('setClipboardData');
    expect(copied).toContain('这只是先看看，最后由街道核定。');
    expect(asRead(String(copied))).not.toMatch(/2400|800 元|3 人/);
  });

  it('is wiped at one press, brought back at another, and then wiped for good', async () => {
    await app.killAndOpen(pages.kept);
    await app.tap('#wipe-all');
    await app.see('#undo');
    expect(await readable()).not.toContain('relief-kept');
    await app.tap('#undo');
    await app.see('.kept-row');
    await app.tap('#wipe-all');
    await app.see('#undo');
    await app.killAndOpen(pages.kept);
    await app.see('.empty-state');
  });

  it('is judged by the server’s newer rules after a yes, with nothing sent before it', async () => {
    front.release = '2099.1';
    await app.killAndOpen(pages.home);
    await until('the newer rules to be known', () => front.seen.some(({ path }) => path.includes('/standards')));
    await app.tap('#resume');
    await app.tap('#see-result');
    await app.see('#ask-server');
    front.seen.length = 0;
    await app.tap('#ask-server');
    await app.see('#send');
    expect(front.seen).toEqual([]);
    await app.tap('#send');
    await app.see('#served');
    expect(front.seen.map(({ path }) => path)).toEqual(['/api/v1/eligibility/assessments']);
    expect(JSON.parse(front.seen[0]?.body ?? '{}')).toMatchObject({ facts: factsTold(answered) });
    expect(await app.text('.served-basis')).toContain('2099.1');
    front.release = undefined;
  });

  it('is not kept at all where WeChat is too old to encrypt, and says so', async () => {
    await app.killAndOpen(pages.home);
    await app.systemSays({ SDKVersion: '2.21.2' });
    await app.tap('#resume');
    await app.tap('#see-result');
    expect(await app.text('.keep-problem')).toContain('更新微信');
    expect(await app.has('#keep')).toBe(false);
  });
});
