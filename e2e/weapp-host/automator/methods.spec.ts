import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FixturePhone } from '../testing/fixture-phone';

/** Every method the client can send, and what this host does with it: the thing itself, or a clear no. */
const METHODS: Readonly<Record<string, 'done' | 'refused'>> = {
  'App.addBinding': 'done',
  'App.callFunction': 'done',
  'App.callWxMethod': 'done',
  'App.captureScreenshot': 'done',
  'App.enableLog': 'done',
  'App.exit': 'done',
  'App.getCurrentPage': 'done',
  'App.getPageStack': 'done',
  'App.mockWxMethod': 'done',
  'Element.callContextMethod': 'refused',
  'Element.callFunction': 'done',
  'Element.callMethod': 'done',
  'Element.dispatchEvent': 'done',
  'Element.getAttributes': 'done',
  'Element.getDOMProperties': 'done',
  'Element.getData': 'done',
  'Element.getElement': 'done',
  'Element.getElements': 'done',
  'Element.getOffset': 'done',
  'Element.getProperties': 'done',
  'Element.getStyles': 'done',
  'Element.getWXML': 'done',
  'Element.setData': 'done',
  'Element.tap': 'done',
  'Element.touchend': 'done',
  'Element.touchmove': 'done',
  'Element.touchstart': 'done',
  'Element.triggerEvent': 'done',
  'Page.callMethod': 'done',
  'Page.getData': 'done',
  'Page.getElement': 'done',
  'Page.getElementByXpath': 'done',
  'Page.getElements': 'done',
  'Page.getElementsByXpath': 'done',
  'Page.getWindowProperties': 'done',
  'Page.setData': 'done',
  'Tool.close': 'done',
  'Tool.enableRemoteDebug': 'refused',
  'Tool.getInfo': 'done',
  'Tool.getTestAccounts': 'done',
  'Tool.getTicket': 'done',
  'Tool.native': 'done',
  'Tool.refreshTicket': 'done',
  'Tool.setTicket': 'done',
  'Tool.stopAudits': 'refused',
};

/** What the client hears and does not send. */
const EVENTS = ['App.bindingCalled', 'App.exceptionThrown', 'App.logAdded', 'Tool.onRemoteDebugConnected'];
/** The client puts these four names together from `Element.get` and a word. */
const PUT_TOGETHER = ['Attributes', 'DOMProperties', 'Properties', 'Styles'].map((what) => `Element.get${what}`);

function methodsOfTheClient(): string[] {
  const folder = join(dirname(require.resolve('miniprogram-automator/package.json')), 'out');
  const sources = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const text = sources.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const quoted = [...text.matchAll(/"((?:Tool|App|Page|Element)\.[a-zA-Z]+)"/g)].map((match) => match[1] ?? '');
  return [...new Set([...quoted, ...PUT_TOGETHER])].filter((name) => !EVENTS.includes(name)).sort();
}

describe('the protocol of miniprogram-automator', () => {
  let phone: FixturePhone;

  beforeAll(async () => {
    phone = await FixturePhone.open({ entry: 'pages/parts/parts' });
  });
  afterAll(() => phone.close());

  it('is the one this list is about', () => {
    expect(Object.keys(METHODS).sort()).toEqual(methodsOfTheClient());
  });

  it('has an answer to every method: of its own, or a clear no', async () => {
    const found = Object.keys(METHODS).filter((method) => method !== 'Tool.close');
    const answers = await Promise.all(
      found.map(async (method) => {
        const error = await phone.send(method, { functionName: 'input.input', method: 'goHome' }).then(
          () => '',
          (reason: Error) => reason.message,
        );
        // Without an element or a name most have something to say; only a no says that it is not supported.
        return [method, error.endsWith('is not supported by the headless host') ? 'refused' : 'done'];
      }),
    );
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(found.map((method) => [method, METHODS[method]])));
  });

  it('sends an event with its touches to the element’s listener', async () => {
    await phone.goTo('/pages/parts/parts');
    const button = await phone.element('.button');
    await phone.send('Element.dispatchEvent', {
      elementId: Reflect.get(button, 'id'),
      eventName: 'tap',
      touches: [{ pageX: 1 }],
    });
    await phone.shows('.said', 'pressed');
  });

  it.each([
    ['goHome', 'pages/home/home'],
    ['navigateLeft', 'pages/home/home'],
  ])('does what WeChat’s own %s does', async (method, path) => {
    await phone.goTo('/pages/home/home');
    await phone.mp.callWxMethod('navigateTo', { url: '/pages/detail/detail' });
    await phone.send('Tool.native', { method });
    expect((await phone.mp.currentPage())?.path).toBe(path);
  });

  it.each(['authorizeAllow', 'closePaymentDialog', 'shareConfirm'])('says that it has no %s', async (method) => {
    await expect(phone.send('Tool.native', { method })).rejects.toThrow(`native ${method} is not supported`);
  });
});

describe('the packages the host renders with', () => {
  it('are pinned to 0.12.1, the last of which all three exist', () => {
    const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
    const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
    const trio = ['glass-easel', 'glass-easel-miniprogram-adapter', 'glass-easel-template-compiler'];
    const versions = trio.map((name) => [dependencies[name], require(`${name}/package.json`).version]);
    expect(versions).toEqual(trio.map(() => ['0.12.1', '0.12.1']));
  });
});
