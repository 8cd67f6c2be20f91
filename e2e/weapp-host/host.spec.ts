import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import automator from 'miniprogram-automator';
import { askHost, type MiniProgram } from '../support/mini-program';
import { until } from '../support/until';
import { startHost, type WeappHost } from './host';

const FIXTURE = join(__dirname, 'fixture');

/** Texts and taps by selector on the page that is on screen. */
function screen(mp: MiniProgram) {
  const element = async (selector: string) => {
    const found = await (await mp.currentPage())?.$(selector);
    if (!found) throw new Error(`nothing on screen matches ${selector}`);
    return found;
  };
  return {
    element,
    text: async (selector: string) => (await element(selector)).text(),
    tap: async (selector: string) => (await element(selector)).tap(),
    shows: (selector: string, text: string) =>
      until(`${selector} to show ${text}`, async () => (await (await element(selector)).text()) === text),
  };
}

/** What the client's typings lack: names in scope of a function that runs inside the app. */
declare const getApp: () => { globalData: { events: string[] }; heard: unknown[] };
declare const wx: { onNetworkStatusChange(listener: (status: unknown) => void): void };

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

describe('automator.launch', () => {
  it('starts the host through the command line as it starts DevTools, and close leaves no process', async () => {
    const mp = await automator.launch({
      cliPath: join(__dirname, 'cli/devtools-cli.cjs'),
      projectPath: FIXTURE,
      port: 13301,
      timeout: 60_000,
    });
    expect((await mp.currentPage())?.path).toBe('pages/home/home');
    await mp.close();
    await until('the port to be free again', () => isFree(13301));
  });

  it('ends with code 1 and a readable line when the project is none', async () => {
    const args = [join(__dirname, 'cli/devtools-cli.cjs'), 'auto', '--project', tmpdir(), '--auto-port', '13302'];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toContain('holds no project.config.json');
    expect(status).toBe(1);
  });
});

describe('a mini-program in the host', () => {
  let api: Server;
  let seen: string[];
  let host: WeappHost;
  let mp: MiniProgram;

  const reopen = async (url: string): Promise<void> => {
    await mp.callWxMethod('reLaunch', { url });
  };
  const send = (method: string, params: object = {}) => askHost(mp, method, params);

  beforeAll(async () => {
    seen = [];
    api = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['x-fixture']}`);
      response.end('{"title":"Oolong"}');
    });
    await new Promise<void>((ready) => api.listen(0, '127.0.0.1', ready));
    const apiBase = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
    host = await startHost({ dist: FIXTURE, apiBase });
    mp = await automator.connect({ wsEndpoint: host.wsEndpoint });
  });
  afterAll(async () => {
    mp.disconnect();
    await host.stop();
    await new Promise((done) => api.close(done));
  });
  beforeEach(async () => {
    await reopen('/pages/home/home?from=test');
    host.clearProblems();
  });

  it('launches the app before its first page and runs load, show, ready in this order', async () => {
    await screen(mp).shows('.life', 'load:test|show|ready');
    expect(await mp.evaluate(() => getApp().globalData.events)).toEqual(['launch:pages/home/home', 'show']);
  });

  it('makes no request by a method WeChat does not know', async () => {
    const patch = mp.callWxMethod('request', { url: 'http://127.0.0.1:1/', method: 'PATCH' });
    await expect(patch).rejects.toThrow(/method is invalid/);
  });

  it('signs in as the person a test chose, and as nobody when WeChat gives no code', async () => {
    expect(await mp.callWxMethod('login')).toMatchObject({ code: 'sim:单人-断收入' });
    await send('Host.setPerson', { name: '三口-新到' });
    expect(await mp.callWxMethod('login')).toMatchObject({ code: 'sim:三口-新到' });
    await send('Host.setPerson', {});
    await expect(mp.callWxMethod('login')).rejects.toThrow(/login:fail/);
    await send('Host.setPerson', { name: '单人-断收入' });
  });

  it('asks about messages in a tap and at no other time', async () => {
    await screen(mp).tap('#subscribe');
    await screen(mp).shows('.asked', 'accept');
    const untapped = mp.callWxMethod('requestSubscribeMessage', { tmplIds: ['a'] });
    await expect(untapped).rejects.toThrow(/TAP gesture/);
  });

  it('lets the clipboard be written once the guideline was agreed to by a tap, and not against a no', async () => {
    await send('Host.setPrivacy', { needed: true });
    await screen(mp).tap('#copy');
    await screen(mp).tap('#refuse');
    await screen(mp).shows('.copied', 'refused 104');
    await screen(mp).tap('#copy');
    await screen(mp).tap('#agree');
    await screen(mp).shows('.copied', 'copied');
  });

  it('lets a tap reach the handler with the dataset of the element', async () => {
    await screen(mp).tap('#plus');
    await screen(mp).shows('.count', '2');
  });

  it('scrolls to an element below the fold and taps it', async () => {
    await screen(mp).tap('#below');
    await screen(mp).shows('.count', '1000');
  });

  it('refuses to tap what a finger cannot reach, and says why', async () => {
    await expect(screen(mp).tap('#covered')).rejects.toThrow(/covered by <view class="cover">/);
    await expect(screen(mp).tap('#unseen')).rejects.toThrow(/no size/);
    await expect(screen(mp).text('.count')).resolves.toBe('0');
  });

  it('hears what is typed and refuses to type into a disabled field', async () => {
    const field = await screen(mp).element('.name');
    await (field as unknown as { input(text: string): Promise<void> }).input('小林');
    await screen(mp).shows('.hello', 'Hello 小林');
    const closed = (await screen(mp).element('.closed')) as unknown as { input(text: string): Promise<void> };
    await expect(closed.input('x')).rejects.toThrow(/disabled/);
  });

  it('keeps the styles and the elements of a component to itself, and hears its event', async () => {
    const page = await mp.currentPage();
    expect(await page?.$('.face')).toBeNull();
    const badge = await screen(mp).element('.badge');
    const face = await badge.$('.face');
    expect(await face?.text()).toBe('new');
    expect(await face?.style('color')).toBe('rgb(255, 0, 0)');
    await face?.tap();
    await screen(mp).shows('.pressed', '1');
  });

  it('opens a page, talks to it through its channel, and comes back to the same state', async () => {
    await screen(mp).tap('#plus');
    await screen(mp).tap('#go');
    await screen(mp).shows('.heard', 'from home');
    expect((await mp.pageStack()).map((page) => page.path)).toEqual(['pages/home/home', 'pages/detail/detail']);
    await screen(mp).tap('#choose');
    await screen(mp).shows('.asked', 'tea');
    await screen(mp).shows('.life', 'load:test|show|ready|hide|show');
    await screen(mp).shows('.count', '2');
  });

  it('refuses pages that do not exist and tabs that are opened like pages', async () => {
    await expect(mp.callWxMethod('navigateTo', { url: '/pages/none' })).rejects.toThrow(/is not found/);
    await expect(mp.callWxMethod('navigateTo', { url: '/pages/other/other' })).rejects.toThrow(/tabbar page/);
    await expect(mp.callWxMethod('switchTab', { url: '/packages/more/late/late' })).rejects.toThrow(/no-tabBar/);
  });

  it('keeps a tab asleep while another is shown', async () => {
    await screen(mp).tap('#plus');
    await mp.callWxMethod('switchTab', { url: '/pages/other/other' });
    await screen(mp).shows('.other', 'other');
    await mp.callWxMethod('switchTab', { url: '/pages/home/home' });
    await screen(mp).shows('.count', '2');
  });

  it('sends wx.request to the API base with query and header', async () => {
    await screen(mp).tap('#load');
    await screen(mp).shows('.loaded', '200 Oolong');
    expect(seen.at(-1)).toBe('GET /api/items?q=%E8%8C%B6 1');
  });

  it('fails requests and tells listeners while the phone has no network', async () => {
    await mp.evaluate(() => {
      getApp().heard = [];
      wx.onNetworkStatusChange((status: unknown) => getApp().heard.push(status));
    });
    await send('Host.setNetwork', { type: 'none' });
    await screen(mp).tap('#load');
    await until('the failure', async () => /^request:fail/.test(await screen(mp).text('.loaded')));
    await send('Host.setNetwork', { type: 'wifi' });
    expect(await mp.evaluate(() => getApp().heard)).toEqual([
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: 'wifi' },
    ]);
  });

  it('has no network still when the app was killed without one', async () => {
    await send('Host.setNetwork', { type: 'none' });
    await host.restart('pages/home/home');
    expect(await mp.callWxMethod('getNetworkType', {})).toMatchObject({ networkType: 'none' });
    await send('Host.setNetwork', { type: 'wifi' });
    await host.restart('pages/home/home');
    expect(await mp.callWxMethod('getNetworkType', {})).toMatchObject({ networkType: 'wifi' });
  });

  it('opens what was downloaded, whatever the server said, and nothing that was not', async () => {
    const url = 'http://127.0.0.1:1/paper';
    const { statusCode, tempFilePath } = await mp.callWxMethod('downloadFile', { url, header: { 'X-Fixture': '2' } });
    expect(seen.at(-1)).toBe('GET /paper 2');
    expect(statusCode).toBe(200);
    await send('Host.resetStats');
    await mp.callWxMethod('openDocument', { filePath: tempFilePath, fileType: 'pdf' });
    const { native } = await send('Host.stats');
    expect(native).toEqual([{ api: 'openDocument', options: { fileType: 'pdf', bytes: 18, begins: '{"title"' } }]);
    const open = (options: object) => mp.callWxMethod('openDocument', options);
    await expect(open({ filePath: 'http://tmp/none', fileType: 'pdf' })).rejects.toThrow(/doesn't exist/);
    await expect(open({ filePath: tempFilePath, fileType: 'exe' })).rejects.toThrow(/not supported/);
  });

  it('covers the page with a dialog until somebody answers it', async () => {
    await screen(mp).tap('#ask');
    await until('the dialog', async () => {
      const tapped = screen(mp).tap('#plus');
      await expect(tapped).rejects.toThrow(/covered by dialog/);
      return true;
    });
    await mp.native().cancelModal();
    await screen(mp).shows('.asked', 'no');
  });

  it('keeps storage over a restart of the app but nothing else', async () => {
    await mp.callWxMethod('setStorage', { key: 'draft', data: { name: '小林' } });
    await screen(mp).tap('#plus');
    await mp.callWxMethod('navigateTo', { url: '/packages/more/late/late' });
    await screen(mp).shows('.late', 'late');
    await host.restart('pages/home/home?from=again');
    await screen(mp).shows('.life', 'load:again|show|ready');
    await screen(mp).shows('.count', '0');
    await screen(mp).tap('#go');
    await screen(mp).shows('.heard', 'from home');
    expect((await mp.currentPage())?.path).toBe('pages/detail/detail');
    expect(await mp.callWxMethod('getStorageSync', 'draft')).toEqual({ name: '小林' });
    await mp.callWxMethod('clearStorage', {});
    expect(await mp.callWxMethod('getStorageSync', 'draft')).toBe('');
  });

  it('keeps encrypted what is stored so: nothing of it lies in the browser or answers a plain read', async () => {
    await mp.callWxMethod('setStorage', { key: 'kept', data: { income: 240_000 }, encrypt: true });
    await host.restart('pages/home/home');
    expect(await host.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('240000');
    const read = (encrypt: boolean) => mp.callWxMethod('getStorage', { key: 'kept', encrypt });
    expect(await read(true)).toMatchObject({ data: { income: 240_000 } });
    expect(JSON.stringify(await read(false))).not.toContain('240000');
    expect(await mp.callWxMethod('getStorageSync', 'kept')).not.toContain('240000');
    await mp.callWxMethod('setStorage', { key: 'kept', data: 'plain' });
    await expect(read(true)).rejects.toThrow(/getStorage:fail/);
    await mp.callWxMethod('removeStorage', { key: 'kept' });
    await expect(read(true)).rejects.toThrow(/data not found/);
  });

  it('refuses to encrypt more than 0.7 MB under one key, as a phone does', async () => {
    const store = (kilobytes: number, encrypt: boolean) =>
      mp.callWxMethod('setStorage', { key: 'large', data: 'x'.repeat(kilobytes * 1024), encrypt });
    await expect(store(720, true)).rejects.toThrow(/size limit/);
    await store(720, false);
    await mp.callWxMethod('removeStorage', { key: 'large' });
  });

  it('fails and counts an API it does not have, and does not claim it', async () => {
    await expect(mp.callWxMethod('scanCode', {})).rejects.toThrow(/not implemented in headless host/);
    expect(host.problems()).toEqual([expect.objectContaining({ kind: 'unimplemented-api' })]);
    expect(await mp.callWxMethod('canIUse', 'scanCode')).toBe(false);
    expect(await mp.callWxMethod('canIUse', 'request')).toBe(true);
  });

  it('counts an uncaught error of the app and tells the client', async () => {
    const told: unknown[] = [];
    mp.on('exception', (event) => told.push(event));
    await screen(mp).tap('#boom');
    await until('the exception', () => told.length > 0);
    expect(host.problems()).toEqual([expect.objectContaining({ kind: 'exception', message: 'boom from a handler' })]);
  });

  it('lets nobody make code from strings', async () => {
    const outcomes = await mp.evaluate(() => {
      const attempts = [
        // biome-ignore lint/security/noGlobalEval: the test is that it does not work
        () => [eval][0]?.('1'),
        () => new Function('return 1')(),
        () => (() => undefined).constructor('return 1')(),
      ];
      return attempts.map((attempt) => {
        try {
          return attempt();
        } catch (error) {
          return (error as Error).name;
        }
      });
    });
    expect(outcomes).toEqual(['EvalError', 'EvalError', 'EvalError']);
    await until('the browser to report all three', () => host.problems().length === 3);
    expect(host.problems().map((problem) => problem.kind)).toEqual(Array(3).fill('code-generation'));
  });

  it('hides the browser from the app', async () => {
    const types = await mp.evaluate(() => [typeof window, typeof document, typeof fetch, typeof localStorage]);
    expect(types).toEqual(Array(4).fill('undefined'));
  });

  it('measures setData in bytes of JSON', async () => {
    await send('Host.resetStats');
    await screen(mp).tap('#plus');
    await screen(mp).shows('.count', '2');
    const { setData } = await send('Host.stats');
    expect(setData).toEqual([{ is: 'pages/home/home', keys: 1, bytes: '{"count":2}'.length }]);
  });

  it('answers an unknown method with an error and goes on', async () => {
    await expect(send('Page.fly', {})).rejects.toThrow(/Page\.fly is not supported/);
    await expect(send('Element.tap', { elementId: 'e999' })).rejects.toThrow(/no such element/);
    expect((await mp.currentPage())?.path).toBe('pages/home/home');
  });

  it('says what is missing when there is no mini-program to start', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'no-app-'));
    await expect(startHost({ dist: empty })).rejects.toThrow(/holds no app\.json/);
    rmSync(empty, { recursive: true });
  });
});
