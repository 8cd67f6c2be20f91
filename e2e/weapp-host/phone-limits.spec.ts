import { everyApi } from './browser/domain-list';
import { FixturePhone } from './testing/fixture-phone';
import { HeldServer } from './testing/held-server';
import { until } from './testing/until';

/** What the client's typings lack: names in scope of a function that runs inside the app. */
declare const getApp: () => { globalData: { events: string[] }; outcomes: string[]; abort: () => void };
declare const wx: WechatMiniprogram.Wx;

describe('what a phone does not let an app do', () => {
  let server: HeldServer;
  let phone: FixturePhone;

  beforeAll(async () => {
    server = await HeldServer.open();
    phone = await FixturePhone.open({ apiBase: server.origin, domains: everyApi(['api.example']) });
  });
  afterAll(async () => {
    await phone.close();
    await server.close();
  });
  beforeEach(async () => {
    server.seen.length = 0;
    phone.host.clearProblems();
    await phone.send('Host.resetStats');
    await phone.mp.evaluate(() => {
      getApp().outcomes = [];
    });
  });

  /** Asks through one API of the network; what came of it is noted in the app. */
  const ask = (api: 'request' | 'downloadFile', path: string, timeout?: number) =>
    phone.mp.evaluate(
      (name: 'request' | 'downloadFile', url: string, ms: number | null) => {
        const app = getApp();
        const task = wx[name]({
          url,
          ...(ms === null ? {} : { timeout: ms }),
          success: ({ statusCode }: { statusCode: number }) => app.outcomes.push(`success ${statusCode}`),
          fail: ({ errMsg }: { errMsg: string }) => app.outcomes.push(errMsg),
        });
        app.abort = () => task.abort();
      },
      api,
      path.startsWith('/') ? `https://api.example${path}` : path,
      timeout ?? null,
    );
  const outcomes = (): Promise<string[]> => phone.mp.evaluate(() => getApp().outcomes);
  const outcome = async (count = 1): Promise<string[]> => {
    await until(`${count} outcomes`, async () => (await outcomes()).length >= count);
    return outcomes();
  };

  describe('with the network', () => {
    it('lets ten requests be under way, and the next when one of them is back', async () => {
      for (let index = 0; index < 12; index += 1) await ask('request', `/held-${index}`);
      await until('ten to arrive', () => server.seen.length >= 10);
      await ask('downloadFile', '/200');
      expect(await outcome()).toEqual(['success 200']);
      expect(server.seen).toHaveLength(11);
      server.release(1);
      await until('the eleventh', () => server.seen.includes('/held-10'));
      server.release(1);
      await until('the twelfth', () => server.seen.includes('/held-11'));
      server.release(12);
      await outcome(13);
      const { network } = await phone.send('Host.stats');
      expect(network).toMatchObject({ request: { running: 10, wanted: 12 }, downloadFile: { running: 1, wanted: 1 } });
    });

    it.each([404, 500])('takes the answer %d for a success', async (status) => {
      await ask('request', `/${status}`);
      expect(await outcome()).toEqual([`success ${status}`]);
    });

    it('gives up after the time the app gives, or its json', async () => {
      await ask('request', '/held', 60);
      expect(await outcome()).toEqual(['request:fail timeout']);
      await ask('downloadFile', '/held');
      expect((await outcome(2))[1]).toBe('downloadFile:fail timeout');
      server.release(2);
    });

    it('hangs up on a request the app aborts', async () => {
      await ask('request', '/held-aborted');
      await until('the request', () => server.seen.length === 1);
      await phone.mp.evaluate(() => getApp().abort());
      expect(await outcome()).toEqual(['request:fail abort']);
      await until('the server to notice', () => server.dropped.includes('/held-aborted'));
    });

    it.each(['https://elsewhere.example/a', 'http://api.example/a'])('asks nothing of %s', async (url) => {
      await ask('request', url);
      expect(await outcome()).toEqual(['request:fail url not in domain list']);
      expect(server.seen).toEqual([]);
      expect(await phone.problems(1)).toEqual([expect.objectContaining({ kind: 'domain' })]);
    });
  });

  describe('in the background', () => {
    const events = (): Promise<string[]> => phone.mp.evaluate(() => getApp().globalData.events);

    it('goes on for five seconds, then cuts its requests and stops its timers until it is back', async () => {
      await phone.goTo('/pages/home/home');
      await phone.mp.evaluate(() => {
        getApp().globalData.events = [];
        wx.onAppHide(() => {
          getApp().globalData.events.push('told of hiding');
          // begun in the same moment as the five seconds: it is due after them, however slow the machine is
          setTimeout(() => getApp().globalData.events.push('timer'), 5300);
        });
        wx.onAppShow(() => getApp().globalData.events.push('told of showing'));
      });
      await ask('request', '/held');
      const left = performance.now();
      await phone.send('Host.setForeground', { foreground: false });
      expect(await events()).toEqual(['hide', 'told of hiding']);
      await ask('request', '/200');
      expect(await outcome()).toEqual(['success 200']);
      await expect(phone.tap('#plus')).rejects.toThrow(/in the background/);
      expect((await outcome(2))[1]).toBe('request:fail interrupted');
      expect(performance.now() - left).toBeGreaterThan(4900);
      await ask('request', '/200');
      expect((await outcome(3))[2]).toBe('request:fail interrupted');
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(await events()).not.toContain('timer');
      await phone.send('Host.setForeground', { foreground: true });
      await until('the timer', async () => (await events()).includes('timer'));
      expect(await events()).toEqual(['hide', 'told of hiding', 'show:pages/home/home', 'told of showing', 'timer']);
      expect(await phone.text('.life')).toBe('load:|show|ready|hide|show');
      await ask('request', '/200');
      expect((await outcome(4))[3]).toBe('success 200');
    });

    it('is let go on when it is back in time', async () => {
      await ask('request', '/held-short');
      await until('the request', () => server.seen.includes('/held-short'));
      const graceMs = 2_000; // a busy machine may need a while for the way there and back
      await phone.send('Host.setForeground', { foreground: false, graceMs });
      await phone.send('Host.setForeground', { foreground: true });
      await new Promise((resolve) => setTimeout(resolve, graceMs + 100));
      server.release(3);
      expect(await outcome()).toEqual(['success 200']);
    });
  });

  describe('in its storage', () => {
    afterEach(() => phone.mp.callWxMethod('clearStorage', {}));

    it('keeps ten megabytes in all and not a byte more, and room is room again when something shrinks', async () => {
      const found = await phone.mp.evaluate(async () => {
        const kilobytes = 1024 * 1000;
        for (let index = 0; index < 10; index += 1) wx.setStorageSync(`${index}`, 'x'.repeat(kilobytes));
        const data = 'x'.repeat(1024 * 300);
        const outcomeOf = (attempt: () => unknown) =>
          Promise.resolve()
            .then(attempt)
            .then(
              () => 'kept',
              (error: { errMsg: string }) => error.errMsg,
            );
        const refused = [
          await outcomeOf(() => wx.setStorageSync('more', data)),
          await outcomeOf(() => wx.setStorage({ key: 'more', data })),
        ];
        wx.setStorageSync('0', '茶');
        const later = await outcomeOf(() => wx.setStorageSync('more', data));
        return {
          refused,
          later,
          again: wx.getStorageSync('0'),
          intact: wx.getStorageSync('9') === 'x'.repeat(kilobytes),
        };
      });
      const refused = ['setStorageSync', 'setStorage'].map((api) => `${api}:fail exceed storage max size 10Mb`);
      expect(found).toEqual({ refused, later: 'kept', again: '茶', intact: true });
    });

    it('lets setStorageSync keep no more than one megabyte under one key', async () => {
      const outcome = await phone.mp.evaluate(() => {
        try {
          wx.setStorageSync('big', 'x'.repeat(1024 * 1024));
          return 'kept';
        } catch (error) {
          return (error as { errMsg: string }).errMsg;
        }
      });
      expect(outcome).toMatch(/^setStorageSync:fail entry size limit/);
    });
  });
});
