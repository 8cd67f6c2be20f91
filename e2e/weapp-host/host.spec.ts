import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import automator from 'miniprogram-automator';
import { startHost, type WeappHost } from './host';
import { askHost, type MiniProgram } from './testing/fixture-phone';
import { until } from './testing/until';

const FIXTURE = join(__dirname, 'fixture');
const CLI = join(__dirname, 'cli/devtools-cli.cjs');

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

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

describe('automator.launch', () => {
  it('starts the host through the command line as it starts DevTools, and close leaves no process', async () => {
    const project = join(mkdtempSync(join(tmpdir(), 'with spaces ')), 'my app');
    cpSync(FIXTURE, project, { recursive: true });
    writeFileSync(join(project, 'project.private.config.json'), '{"setting":{"urlCheck":true}}');
    const port = await freePort();
    const mp = await automator.launch({
      cliPath: CLI,
      projectPath: project,
      port,
      timeout: 60_000,
      args: ['--domains', 'api.example', '--login-code', 'somebody'],
    });
    expect((await mp.currentPage())?.path).toBe('pages/home/home');
    expect(await mp.callWxMethod('login')).toMatchObject({ code: 'somebody' });
    const elsewhere = mp.callWxMethod('request', { url: 'https://elsewhere.example/' });
    await expect(elsewhere).rejects.toThrow(/not in domain list/);
    const listed = mp.callWxMethod('request', { url: 'https://api.example/', timeout: 2000 });
    await expect(listed).rejects.not.toThrow(/not in domain list/);
    await mp.close();
    rmSync(project, { recursive: true });
    await until('the port to be free again', () => isFree(port));
  });

  it('leaves no process behind when whoever started it is killed without warning', async () => {
    const port = await freePort();
    const args = JSON.stringify([CLI, 'auto', '--project', FIXTURE, '--auto-port', String(port)]);
    const starter = spawn(process.execPath, [
      '-e',
      `require('node:child_process').spawnSync(process.execPath, ${args}); setInterval(() => {}, 1000);`,
    ]);
    await until('the host to listen', async () => !(await isFree(port)));
    starter.kill('SIGKILL');
    await until('the port to be free again', () => isFree(port));
  });

  it('ends with code 1 and a readable line when the project is none, the port taken or the command unknown', async () => {
    const taken = createServer();
    await new Promise<void>((ready) => taken.listen(0, '127.0.0.1', ready));
    const { port } = taken.address() as AddressInfo;
    const run = (...args: string[]) =>
      new Promise<object>((resolve) => {
        const child = execFile(process.execPath, [CLI, ...args], (_error, stdout, stderr) =>
          resolve({ code: child.exitCode, stdout, stderr }),
        );
      });
    const auto = (project: string, at: number) => run('auto', '--project', project, '--auto-port', String(at));
    expect(await auto(tmpdir(), await freePort())).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('holds no project'),
    });
    expect(await auto(FIXTURE, port)).toMatchObject({ code: 1, stderr: `weapp-host: port ${port} is in use\n` });
    expect(await run('preview')).toMatchObject({ code: 1, stderr: expect.stringContaining('not supported') });
    expect(await run('islogin')).toEqual({ code: 0, stdout: '{"login":false}\n', stderr: '' });
    expect(await run('quit')).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing to quit') });
    await new Promise((done) => taken.close(done));
  });
});

describe('a mini-program in the host', () => {
  let api: Server;
  let apiBase: string;
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
    apiBase = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
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
    expect(await mp.evaluate(() => getApp().globalData.events)).toEqual([
      'launch:pages/home/home',
      'show:pages/home/home',
    ]);
  });

  it('makes no request by a method WeChat does not know', async () => {
    const patch = mp.callWxMethod('request', { url: 'http://127.0.0.1:1/', method: 'PATCH' });
    await expect(patch).rejects.toThrow(/method is invalid/);
  });

  it('signs in as the person a test chose, and as nobody when WeChat gives no code', async () => {
    await expect(mp.callWxMethod('login')).rejects.toThrow(/login:fail/);
    await send('Host.setPerson', { code: 'of somebody' });
    expect(await mp.callWxMethod('login')).toMatchObject({ code: 'of somebody' });
    await host.restart();
    expect(await mp.callWxMethod('login')).toMatchObject({ code: 'of somebody' });
    await send('Host.setPerson', {});
    await expect(mp.callWxMethod('login')).rejects.toThrow(/login:fail/);
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
    // The client's typings of an element leave out what only a field has.
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
    await send('Host.resetStats');
    const share = (filePath: string) => mp.callWxMethod('shareFileMessage', { filePath, fileName: 'x.json' });
    await share(tempFilePath);
    const shared = { fileName: 'x.json', bytes: 18, begins: '{"title"' };
    expect((await send('Host.stats')).native).toEqual([{ api: 'shareFileMessage', options: shared }]);
    await expect(share('http://tmp/none')).rejects.toThrow(/not exist/);
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

  it('restarts when the app itself asks for it, at the page it names, with what is stored and nothing else', async () => {
    await mp.callWxMethod('setStorage', { key: 'draft', data: 1 });
    await screen(mp).tap('#plus');
    await mp.callWxMethod('restartMiniProgram', { path: 'pages/home/home?from=itself' }).catch(() => undefined);
    await screen(mp).shows('.life', 'load:itself|show|ready');
    await screen(mp).shows('.count', '0');
    expect(await mp.callWxMethod('getStorageSync', 'draft')).toBe(1);
  });

  it('renewed is as if just started: nothing stored, counted, mocked or switched is left of what was before', async () => {
    await mp.callWxMethod('setStorage', { key: 'draft', data: 1 });
    await mp.mockWxMethod('getNetworkType', { networkType: '2g' });
    await send('Host.setNetwork', { type: 'none' });
    await send('Host.setSubscribes', { answer: 'reject' });
    await mp.evaluate(() => console.error('before'));
    await until('it to be counted', () => host.problems().length > 0);
    await send('Host.renew', { apiBase: 'http://127.0.0.1:1' });
    expect(JSON.stringify(await send('Host.problems'))).not.toContain('before');
    expect(await send('Host.requests')).toEqual({ requests: [] });
    expect(await mp.callWxMethod('getNetworkType', {})).toMatchObject({ networkType: 'wifi' });
    expect(await mp.callWxMethod('getStorageSync', 'draft')).toBe('');
    await screen(mp).tap('#subscribe');
    await screen(mp).shows('.asked', 'accept');
    await screen(mp).tap('#load');
    await until('no answer', async () => (await screen(mp).text('.loaded')).startsWith('request:fail'));
    await send('Host.setApiBase', { origin: apiBase });
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
    expect(setData).toEqual([{ is: 'pages/home/home', page: 'pages/home/home', keys: 1, bytes: '{"count":2}'.length }]);
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
