import { join } from 'node:path';
import automator from 'miniprogram-automator';
import type { Frame } from 'playwright-core';
import { startHost, type WeappHost } from './host';
import { askHost, type MiniProgram } from './testing/fixture-phone';
import { until } from './testing/until';

describe('what WeChat draws around and over a page', () => {
  let host: WeappHost;
  let mp: MiniProgram;

  beforeAll(async () => {
    host = await startHost({ dist: join(__dirname, 'fixture') });
    mp = await automator.connect({ wsEndpoint: host.wsEndpoint });
  });
  afterAll(async () => {
    mp.disconnect();
    await host.stop();
  });
  beforeEach(() => mp.callWxMethod('reLaunch', { url: '/pages/home/home' }));

  const send = (method: string, params: object) => askHost(mp, method, params);
  const text = (selector: string) => host.page.locator(selector).innerText();
  const colourOf = (selector: string, property: 'color' | 'backgroundColor') =>
    host.page.locator(selector).evaluate((element, name) => getComputedStyle(element)[name], property);
  const frame = async (): Promise<Frame> => {
    const shown = await host.page.locator('#pages iframe').last().elementHandle();
    const found = await shown?.contentFrame();
    if (!found) throw new Error('no page is drawn');
    return found;
  };

  it('shows title and colours of the page, and what the app changes them to', async () => {
    expect(await text('#title')).toBe('Fixture');
    expect(await colourOf('#navigation', 'backgroundColor')).toBe('rgb(138, 31, 43)');
    await mp.callWxMethod('setNavigationBarTitle', { title: '结果' });
    await mp.callWxMethod('setNavigationBarColor', { frontColor: '#000000', backgroundColor: '#ffffff' });
    expect(await text('#title')).toBe('结果');
    expect(await colourOf('#navigation', 'backgroundColor')).toBe('rgb(255, 255, 255)');
  });

  it('draws the tab bar on tab pages only, and hides, renames and recolours it when told', async () => {
    const tabs = host.page.locator('#tab-bar .tab');
    expect(await tabs.allInnerTexts()).toEqual(['Home', 'Other']);
    await mp.callWxMethod('setTabBarItem', { index: 1, text: '我的' });
    await mp.callWxMethod('setTabBarStyle', { selectedColor: '#0000ff' });
    expect(await tabs.allInnerTexts()).toEqual(['Home', '我的']);
    expect(await colourOf('#tab-bar .tab >> nth=0', 'color')).toBe('rgb(0, 0, 255)');
    await mp.callWxMethod('hideTabBar', {});
    expect(await host.page.locator('#tab-bar').isVisible()).toBe(false);
    await mp.callWxMethod('showTabBar', {});
    await mp.callWxMethod('navigateTo', { url: '/pages/detail/detail' });
    expect(await host.page.locator('#tab-bar').isVisible()).toBe(false);
    await expect(mp.callWxMethod('hideTabBar', {})).rejects.toThrow(/not TabBar page/);
  });

  it('switches tabs and goes back under a real finger', async () => {
    await host.page.locator('#tab-bar .tab').nth(1).click();
    await until('the other tab', async () => (await mp.currentPage())?.path === 'pages/other/other');
    await mp.callWxMethod('navigateTo', { url: '/pages/detail/detail' });
    await host.page.locator('#back').click();
    await until('the tab again', async () => (await mp.currentPage())?.path === 'pages/other/other');
  });

  it('turns a real finger on the page into a tap', async () => {
    await (await frame()).locator('#plus').click();
    const count = await (await mp.currentPage())?.$('.count');
    await until('the count to rise', async () => (await count?.text()) === '2');
  });

  it('shows a toast and records it', async () => {
    await send('Host.resetStats', {});
    await mp.callWxMethod('showToast', { title: '存好了', duration: 5000 });
    expect(await text('#toast')).toBe('存好了');
    await mp.callWxMethod('hideToast', {});
    expect(await host.page.locator('#toast').isVisible()).toBe(false);
    const { native } = await send('Host.stats', {});
    expect(native).toEqual([{ api: 'showToast', options: { title: '存好了', duration: 5000 } }]);
  });

  it('offers an action sheet and returns the line that was chosen', async () => {
    const chosen = mp.callWxMethod('showActionSheet', { itemList: ['一', '二'] });
    await host.page.locator('#dialogs button').nth(1).waitFor();
    await send('Host.chooseInDialog', { index: 1 });
    expect(await chosen).toMatchObject({ tapIndex: 1 });
  });

  it('records a phone call instead of making it', async () => {
    await send('Host.resetStats', {});
    await mp.callWxMethod('makePhoneCall', { phoneNumber: '12345' });
    const { native } = await send('Host.stats', {});
    expect(native).toEqual([{ api: 'makePhoneCall', options: { phoneNumber: '12345' } }]);
  });

  it('reports the text size a test sets, and the height that is left for the page', async () => {
    await send('Host.setSystem', { overrides: { fontSizeSetting: 22 } });
    const info = await mp.systemInfo();
    expect(info).toMatchObject({ fontSizeSetting: 22, screenHeight: 812, windowHeight: 812 - 88 - 84 });
  });

  it('refuses to store more than a megabyte under one key, and counts what it stores', async () => {
    const tooMuch = 'x'.repeat(1024 * 1024);
    await expect(mp.callWxMethod('setStorage', { key: 'big', data: tooMuch })).rejects.toThrow(/size limit/);
    await mp.callWxMethod('setStorage', { key: 'small', data: 1 });
    expect(await mp.callWxMethod('getStorageInfoSync')).toMatchObject({ keys: ['small'] });
    await mp.callWxMethod('removeStorage', { key: 'small' });
    await expect(mp.callWxMethod('getStorage', { key: 'small' })).rejects.toThrow(/data not found/);
  });

  it('takes a picture of the whole screen', async () => {
    const picture = await mp.screenshot();
    expect(Buffer.from(String(picture), 'base64').subarray(1, 4).toString()).toBe('PNG');
  });

  it('forgets a mock when it is restored, and lets it call the real API', async () => {
    await mp.mockWxMethod('getNetworkType', { networkType: '2g' });
    expect(await mp.callWxMethod('getNetworkType', {})).toMatchObject({ networkType: '2g' });
    await mp.mockWxMethod('getNetworkType', { errMsg: 'getNetworkType:fail denied' });
    await expect(mp.callWxMethod('getNetworkType', {})).rejects.toThrow(/denied/);
    await mp.mockWxMethod('getNetworkType', function (this: { origin(o: object): Promise<object> }, options: object) {
      return this.origin(options).then((real) => ({ ...real, mocked: true }));
    });
    expect(await mp.callWxMethod('getNetworkType', {})).toMatchObject({ networkType: 'wifi', mocked: true });
    await mp.restoreWxMethod('getNetworkType');
    expect(await mp.callWxMethod('getNetworkType', {})).not.toHaveProperty('mocked');
  });
});
