import { request } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { FAULT_MODES, type FaultMode, type FaultProxy, faultProxy } from './fault-proxy';
import { json, type LocalBureau, startLocalBureau } from './local-bureau';
import { until } from './until';

let bureau: LocalBureau;
let proxy: FaultProxy;

beforeEach(async () => {
  bureau = await startLocalBureau();
  bureau.behave((response, delivery) => {
    bureau.takeEffect(delivery);
    json(200, { said: '您好' })(response, delivery);
  });
  proxy = await faultProxy({ to: { host: '127.0.0.1', port: Number(new URL(bureau.url).port) } });
});
afterEach(async () => {
  await proxy.close();
  await bureau.close();
});

/** What a caller on a connection of its own sees: the bytes of the reply, or that there was none. */
function ask(key: string, patienceMs = 30_000): Promise<string> {
  const signal = AbortSignal.timeout(patienceMs);
  return new Promise((resolve) => {
    const headers = { 'event-id': key, 'content-length': 7 };
    const asking = request(proxy.url, { method: 'POST', headers, agent: false, signal }, (reply) => {
      let seen = `${reply.statusCode} `;
      reply.setEncoding('latin1').on('data', (text: string) => {
        seen += text;
      });
      reply.on('error', () => resolve('no reply')).on('end', () => resolve(seen));
    });
    asking.on('error', () => resolve('no reply')).end('{"a":1}');
  });
}

const HELLO = `200 ${Buffer.from('{"said":"您好"}').toString('latin1')}`;
const TROUBLED = Buffer.from('{"code":"9999","message":"系统繁忙","data":null}').toString('latin1');

/** What is seen of each, and whether it had its effect behind the line. */
const SEEN: Readonly<Record<FaultMode, readonly [seen: string, effect: boolean]>> = {
  latency: [HELLO, true],
  slowDrip: [HELLO, true],
  refuse: ['no reply', false],
  reset: ['no reply', false],
  blackHole: ['no reply', false],
  cutReply: ['no reply', true],
  halfJson: [HELLO.slice(0, 4 + 9), true],
  wrongCharset: [`${HELLO.slice(0, -1)},"x":"\xc4\xe3"}`, true],
  errorIn200: [`200 ${TROUBLED}`, false],
  error500: [`500 ${TROUBLED}`, false],
  instead: ['418 ', false],
};

describe('a line with a fault', () => {
  it.each(FAULT_MODES)('shows %s as it is meant, and is well again when it is mended', async (mode) => {
    expect(await ask('before')).toBe(HELLO);
    await proxy.set(mode, { ms: 5, reply: Buffer.from('HTTP/1.1 418 No\r\ncontent-length: 0\r\n\r\n') });
    const [seen, effect] = SEEN[mode];
    expect(await ask('during', mode === 'blackHole' ? 200 : 30_000)).toBe(seen);
    expect(bureau.effects.some(({ key }) => key === 'during')).toBe(effect);
    await proxy.set('none');
    expect(await ask('after')).toBe(HELLO);
  });

  it('delays a reply by what it was told, and drips it as slowly', async () => {
    // a machine can only make it longer; a byte of the drip waits 5 ms, and the head alone has more than a hundred
    for (const [mode, ms, least] of [
      ['latency', 300, 290],
      ['slowDrip', 5, 400],
    ] as const) {
      await proxy.set(mode, { ms });
      const asked = performance.now();
      expect(await ask(mode)).toBe(HELLO);
      expect(performance.now() - asked).toBeGreaterThan(least);
    }
  });

  it('meets only the requests it is meant for, as often as it was told', async () => {
    await proxy.set('cutReply', { of: (request) => request.includes('event-id: second'), times: 1 });
    expect([await ask('first'), await ask('second'), await ask('second')]).toEqual([HELLO, 'no reply', HELLO]);
    expect(proxy.met).toBe(1);
    expect(bureau.deliveries.map(({ key }) => key)).toEqual(['first', 'second', 'second']);
  });

  it('loses in a black hole what was on its way, for good', async () => {
    const answers: (() => void)[] = [];
    bureau.behave((response, delivery) => {
      answers.push(() => json(200, {})(response, delivery));
    });
    const asked = ask('under way', 2000);
    await until(() => expect(bureau.deliveries).toHaveLength(1));
    await proxy.set('blackHole');
    answers[0]?.();
    // what was said has reached the line: all three are in this process, and each turn reads what lies in its sockets
    for (let turns = 0; turns < 10; turns += 1) await turn();
    await proxy.set('none');
    expect(await asked).toBe('no reply');
  });
});
