import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Behaviour,
  blackHole,
  bytes,
  json,
  type LocalBureau,
  reset,
  startLocalBureau,
} from '../../../test/local-bureau';
import { readConfig } from '../../platform/config/read-config';
import type { Transactions } from '../../platform/database/transactions';
import { AppLogger } from '../../platform/logging/app-logger';
import { WechatClient } from './wechat.client';

const SECRET = 'c4a4a4c4f00dfeedc4a4a4c4f00dfeed';
const EXAMPLES = join(__dirname, '../../../../docs/bureaus/wechat/examples');
const example = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8')) as Record<string, unknown>;
const message = { openid: 'oSIM0000000000000000000001', template: 'tpl', data: { thing1: '您的申请有了新进展' } };

let wechat: LocalBureau;
let client: WechatClient;
let logs = '';
let isOpen = false;

beforeEach(async () => {
  wechat = await startLocalBureau();
  const env = { WECHAT_URL: wechat.url, WECHAT_APP_ID: 'wx0000000000000000', WECHAT_APP_SECRET: SECRET };
  client = new WechatClient(readConfig(env), {
    get isOpen() {
      return isOpen;
    },
  } as Transactions);
  logs = '';
  const logger = new AppLogger('debug', {
    write: (line: string) => {
      logs += line;
    },
  });
  Object.assign(client, { logger });
});
afterEach(async () => {
  await client.onModuleDestroy();
  await wechat.close();
});

const code = (errcode: number): Behaviour => json(200, { errcode, errmsg: `rid ${SECRET}` });

describe('a login code', () => {
  it('is asked about as the document says, and the session key goes no further', async () => {
    wechat.behave(json(200, example('jscode2session.answer')));
    const answer = await client.redeem('0a3Xyz');
    expect(answer).toEqual({ kind: 'signed-in', openid: 'oSIM0000000000000000000001' });
    const { searchParams, pathname } = new URL(wechat.deliveries[0]?.path ?? '', wechat.url);
    expect(pathname).toBe('/sns/jscode2session');
    const asked = { ...example('jscode2session.request'), secret: SECRET };
    expect(Object.fromEntries(searchParams)).toEqual(asked);
    expect(logs).toBe('');
  });

  it('with signs of an address in it stays one parameter', async () => {
    wechat.behave(json(200, example('jscode2session.answer')));
    await client.redeem('a&secret=b#?');
    expect(new URL(wechat.deliveries[0]?.path ?? '', wechat.url).searchParams.getAll('secret')).toEqual([SECRET]);
  });

  it.each([
    [40029, 'sign-in-again', 1, false],
    [40163, 'sign-in-again', 1, false],
    [40226, 'blocked', 1, false],
    [45011, 'too-often', 1, false],
    [-1, 'unavailable', 3, false],
    [40013, 'unavailable', 1, true],
    [40125, 'unavailable', 1, true],
    [41002, 'unavailable', 1, true],
    [41004, 'unavailable', 1, true],
    [41008, 'unavailable', 1, true],
    [45009, 'unavailable', 1, true],
    [99999, 'unavailable', 1, true],
  ])('answered with %d is %s, after %d tries; alarm: %p', async (errcode, kind, tries, alarm) => {
    wechat.behave(code(errcode));
    expect(await client.redeem('0a3Xyz')).toEqual({ kind });
    expect(wechat.deliveries).toHaveLength(tries);
    expect(logs.includes('"alarm":"wechat-refuses-us"')).toBe(alarm);
    expect(logs.includes(`"errcode":${errcode}`)).toBe(alarm);
    expect(logs).not.toContain(SECRET);
    expect(logs).not.toContain('0a3Xyz');
  });

  it.each<[string, Behaviour]>([
    ['500', json(500, {})],
    ['502 with a page', (response) => void response.writeHead(502).end('<html>')],
    ['half a JSON', bytes('application/json', '{"openid":"oSIM00')],
    ['a list', bytes('application/json', '[]')],
    ['bytes that are no text', bytes('application/json; charset=utf-8', Buffer.from('7b2265c4e322', 'hex'))],
    ['an errcode that is no number', json(200, { errcode: 'ok' })],
    ['a cut connection', reset],
  ])('answered with %s is unavailable, after three tries, and no secret is told', async (_what, said) => {
    wechat.behave(said);
    expect(await client.redeem('0a3Xyz')).toEqual({ kind: 'unavailable' });
    expect(wechat.deliveries).toHaveLength(3);
    expect(logs).toContain('nothing we can use');
    expect(logs).not.toContain(SECRET);
  });

  it.each([{}, { openid: '' }, { openid: 7 }, { openid: '<script>' }])(
    'answered with %j signs nobody in',
    async (body) => {
      wechat.behave(json(200, body));
      expect(await client.redeem('0a3Xyz')).toEqual({ kind: 'unavailable' });
    },
  );

  it('is answered at the second try when WeChat was busy at the first', async () => {
    let tries = 0;
    wechat.behave((response, delivery) => {
      tries += 1;
      const said = example(tries === 1 ? 'jscode2session.answer-busy' : 'jscode2session.answer');
      json(200, said)(response, delivery);
    });
    expect(await client.redeem('0a3Xyz')).toMatchObject({ kind: 'signed-in' });
  });

  it('waits two seconds for an answer, and does not begin again when patience is over', async () => {
    wechat.behave(blackHole);
    expect(await client.redeem('0a3Xyz')).toEqual({ kind: 'unavailable' });
    expect(wechat.deliveries.length).toBeLessThanOrEqual(2);
  }, 60_000);

  it('is never asked about while a transaction is open', async () => {
    isOpen = true;
    await expect(client.redeem('0a3Xyz')).rejects.toThrow('transaction');
    isOpen = false;
    expect(wechat.deliveries).toHaveLength(0);
  });
});

describe('a WeChat that stays silent', () => {
  it('is left alone for a while after twenty calls, and the callers are answered at once', async () => {
    wechat.behave(json(500, {}));
    for (let calls = 0; calls < 8; calls += 1) await client.redeem('0a3Xyz');
    const before = wechat.deliveries.length;
    expect(before).toBeLessThan(24);
    expect(await client.redeem('0a3Xyz')).toEqual({ kind: 'unavailable' });
    expect(wechat.deliveries).toHaveLength(before);
  }, 60_000);
});

describe('a subscription message', () => {
  const withToken =
    (answer: (token: string) => Behaviour): Behaviour =>
    (response, delivery) => {
      if (delivery.path === '/cgi-bin/stable_token') {
        issued += 1;
        json(200, { ...example('stable-token.answer'), access_token: `TOKEN-${issued}` })(response, delivery);
        return;
      }
      const token = new URL(delivery.path, wechat.url).searchParams.get('access_token') ?? '';
      answer(token)(response, delivery);
    };
  let issued = 0;
  beforeEach(() => {
    issued = 0;
  });
  const sends = () => wechat.deliveries.filter(({ path }) => path.startsWith('/cgi-bin/message/subscribe/send'));

  it('is sent as the document says, with one token for many', async () => {
    wechat.behave(withToken(() => json(200, example('subscribe-send.answer'))));
    const page = 'packages/relief/case/index';
    await Promise.all(Array.from({ length: 5 }, () => client.send({ ...message, page })));
    expect(issued).toBe(1);
    const token = wechat.deliveries.find(({ path }) => path === '/cgi-bin/stable_token');
    expect(JSON.parse(token?.text ?? '')).toEqual({ ...example('stable-token.request'), secret: SECRET });
    expect(JSON.parse(sends()[0]?.text ?? '')).toEqual({
      touser: message.openid,
      template_id: 'tpl',
      page,
      data: { thing1: { value: '您的申请有了新进展' } },
    });
  });

  it.each([
    [0, 'sent', false],
    [43101, 'refused', false],
    [47003, 'impossible', true],
    [40037, 'impossible', true],
    [41030, 'impossible', true],
    [40003, 'impossible', true],
    [45009, 'later', true],
    [-1, 'later', false],
    [99999, 'later', true],
  ])('answered with %d is %s; alarm: %p', async (errcode, expected, alarm) => {
    wechat.behave(withToken(() => code(errcode)));
    expect(await client.send(message)).toBe(expected);
    expect(logs.includes('"alarm"')).toBe(alarm);
    expect(logs).not.toMatch(/TOKEN|oSIM|进展/);
  });

  it.each([40001, 42001])(
    'drops the token after %d, fetches once more without force, and sends once more',
    async (old) => {
      wechat.behave(withToken((token) => (token === 'TOKEN-1' ? code(old) : code(0))));
      expect(await client.send(message)).toBe('sent');
      expect([issued, sends().length]).toEqual([2, 2]);
      expect(wechat.deliveries.map(({ text }) => text).join()).not.toContain('force_refresh');
    },
  );

  it('gives up for now when the new token is refused too', async () => {
    wechat.behave(withToken(() => code(40001)));
    expect(await client.send(message)).toBe('later');
    expect([issued, sends().length]).toEqual([2, 2]);
    expect(logs).toContain('"errcode":40001');
  });

  it('waits when no token is given, and says why in the log alone', async () => {
    wechat.behave(json(200, { errcode: 40243, errmsg: 'frozen' }));
    expect(await client.send(message)).toBe('later');
    expect(logs).toContain('"call":"stable_token","errcode":40243');
    expect(logs).not.toContain(SECRET);
  });
});

describe('without an account', () => {
  it('nobody is signed in and nothing sent', async () => {
    const none = new WechatClient(readConfig({}), { isOpen: false } as Transactions);
    expect(none.connected).toBe(false);
    expect(await none.redeem('0a3Xyz')).toEqual({ kind: 'unavailable' });
    expect(await none.send(message)).toBe('later');
    await none.onModuleDestroy();
  });
});
