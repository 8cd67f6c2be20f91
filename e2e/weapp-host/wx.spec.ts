import { FixturePhone } from './testing/fixture-phone';
import { until } from './testing/until';

/** What the client's typings lack: names in scope of a function that runs inside the app. */
declare const getApp: () => { asked: string[]; resolve: (answer: object) => void };
declare const wx: WechatMiniprogram.Wx & { [name: string]: unknown };

describe('wx', () => {
  let phone: FixturePhone;

  beforeAll(async () => {
    phone = await FixturePhone.open();
  });
  afterAll(() => phone.close());
  beforeEach(async () => {
    await phone.goTo('/pages/home/home');
    phone.host.clearProblems();
  });

  describe('while nobody has agreed to the guideline on privacy', () => {
    const listen = () =>
      phone.mp.evaluate(() => {
        const app = getApp();
        app.asked = [];
        // The typings give this listener its answer alone; WeChat tells it who asked, too.
        const listener = (resolve: (answer: object) => void, info: { referrer: string }) => {
          app.asked.push(info.referrer);
          app.resolve = resolve;
        };
        wx.onNeedPrivacyAuthorization(listener as unknown as Parameters<typeof wx.onNeedPrivacyAuthorization>[0]);
      });

    beforeEach(() => phone.send('Host.setPrivacy', { needed: true }));
    afterEach(() => phone.send('Host.setPrivacy', { needed: false }));

    const calls = [
      ['setClipboardData', { data: 'tea' }],
      ['addPhoneCalendar', { title: 'tea', startTime: 0 }],
      ['chooseMedia', {}],
      ['chooseMessageFile', { count: 1 }],
      ['requirePrivacyAuthorize', {}],
    ] as const;

    it('lets nothing be done that it is about when the app cannot ask', async () => {
      for (const [api, options] of calls) {
        await expect(phone.mp.callWxMethod(api, options)).rejects.toThrow(`${api}:fail privacy permission`);
      }
    });

    it.each(calls)('lets %s wait for an answer, and says who asked', async (api, options) => {
      await listen();
      await phone.send('Host.resetStats');
      // Listened to at once: the refusal may be here before the call that brings it about has returned.
      const refused = expect(phone.mp.callWxMethod(api, options)).rejects.toThrow(/not authorized/);
      await until('the question', async () => (await phone.mp.evaluate(() => getApp().asked)).includes(api));
      expect((await phone.send('Host.stats')).native).toEqual([]);
      await phone.mp.evaluate(() => getApp().resolve({ event: 'agree', buttonId: 'never-tapped' }));
      await refused;
    });

    it('takes a tap on a button that agrees for the yes, asks no more, and remembers it when the app is killed', async () => {
      await phone.tap('#plus');
      expect(await phone.mp.callWxMethod('getPrivacySetting', {})).toMatchObject({ needAuthorization: true });
      await phone.host.restart('pages/home/home');
      expect(await phone.mp.callWxMethod('getPrivacySetting', {})).toMatchObject({ needAuthorization: true });
      await listen();
      const asked = phone.mp.callWxMethod('requirePrivacyAuthorize', {});
      await until('the question', async () => (await phone.mp.evaluate(() => getApp().asked)).length === 1);
      await phone.mp.evaluate(() => {
        const [page] = getCurrentPages();
        Object.assign(page ?? {}, { resolvePrivacy: getApp().resolve });
      });
      await phone.tap('#agree');
      expect(await asked).toMatchObject({ errMsg: 'requirePrivacyAuthorize:ok' });
      await phone.mp.callWxMethod('setClipboardData', { data: 'tea' });
      await phone.host.restart('pages/home/home');
      expect(await phone.mp.callWxMethod('getPrivacySetting', {})).toMatchObject({ needAuthorization: false });
    });
  });

  it('lacks nothing that is public: what does nothing here fails, as an API or on an object, and is counted', async () => {
    const outcomes = await phone.mp.evaluate(() => {
      const attempts = [
        () => wx.getFileSystemManager().readdirSync('x'),
        () => wx.getUpdateManager().applyUpdate(),
        () => wx.getRecorderManager(),
        () => wx.onAccelerometerChange(() => undefined),
        () => wx.request({ url: 'none' }).abort(),
      ];
      return attempts.map((attempt) => {
        try {
          return String(attempt());
        } catch (error) {
          return (error as { errMsg: string }).errMsg;
        }
      });
    });
    const missing = (name: string) => `${name}:fail not implemented in headless host`;
    expect(outcomes).toEqual([
      missing('FileSystemManager.readdirSync'),
      'undefined',
      missing('getRecorderManager'),
      missing('onAccelerometerChange'),
      'undefined',
    ]);
    const counted = (await phone.problems(3)).map(({ kind }) => kind);
    expect(counted).toEqual(Array(3).fill('unimplemented-api'));
  });

  it('has every API of the public list', async () => {
    const names = phone.host.project.bundle.apis.map(({ name }) => name);
    const absent = await phone.mp.evaluate((all: string[]) => all.filter((n) => typeof wx[n] !== 'function'), names);
    expect(absent).toEqual([]);
  });

  it('gives the app the files of the kind it asks for, and as many', async () => {
    const named = (name: string) => ({ name, base64: Buffer.from(name).toString('base64') });
    await phone.send('Host.setFiles', { files: [named('a.txt'), named('b.pdf'), named('c.pdf')] });
    const choose = (extension: string[]) => phone.mp.callWxMethod('chooseMessageFile', { count: 1, extension });
    const { tempFiles } = await choose(['pdf']);
    expect(tempFiles).toEqual([expect.objectContaining({ name: 'b.pdf', size: 5, type: 'file' })]);
    await expect(choose(['docx'])).rejects.toThrow(/fail cancel/);
    const { tempFilePath } = await phone.mp.callWxMethod('compressImage', { src: tempFiles[0].path });
    expect(tempFilePath).not.toBe(tempFiles[0].path);
    await expect(phone.mp.callWxMethod('compressImage', { src: 'none' })).rejects.toThrow(/doesn't exist/);
  });
});

/** As above, of a page. */
declare const getCurrentPages: () => object[];
