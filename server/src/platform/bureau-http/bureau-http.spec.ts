import { Logger } from '@nestjs/common';
import { clocksAhead } from '../../../test/clocks-ahead';
import {
  type Behaviour,
  blackHole,
  bytes,
  cutReply,
  json,
  type LocalBureau,
  reset,
  sendKey,
  slow,
  startLocalBureau,
} from '../../../test/local-bureau';
import { Clock } from '../clock';
import type { Config } from '../config/config';
import type { Transactions } from '../database/transactions';
import { BureauNonsense } from './bureau-answer';
import { BureauHttp } from './bureau-http';
import { LINE_LIMITS, type LineLimits } from './bureau-line';
import { answerByStatus } from './bureau-reply';
import { isSignedBy } from './signing';

/** Longer than a test takes: it is over when the clocks say so. */
const OPEN_MS = 600_000;

/** Patient, so that a slow machine is not taken for a dead bureau. */
const LIMITS: LineLimits = { ...LINE_LIMITS, timeoutMs: 600_000, openMs: OPEN_MS };

const CLOCK_AT = Date.parse('2026-11-25T02:30:15Z');
const noTransaction = { isOpen: false } as Transactions;
let bureau: LocalBureau;
let other: LocalBureau;
let http: BureauHttp;

beforeAll(() => Logger.overrideLogger(false));

beforeEach(async () => {
  [bureau, other] = await Promise.all([startLocalBureau(), startLocalBureau()]);
  const bureaus: Config['bureaus'] = {
    'social-assistance': { ...bureau.address, url: `${bureau.url}/base` },
    'disability-benefits': other.address,
  };
  http = new BureauHttp({ bureaus } as Config, new Clock(CLOCK_AT), noTransaction);
  waitingFor(LIMITS.timeoutMs);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await http.hangUp();
  await Promise.all([bureau.close(), other.close()]);
});

/** Before its first call. */
const waitingFor = (timeoutMs: number) => Object.assign(http, { limits: { ...LIMITS, timeoutMs } });

const call = (key = 'key-00000001') =>
  http.for('social-assistance').call({ method: 'POST', path: '/cases?x=1', key, body: { name: '张三' } });

describe('a call to a bureau', () => {
  it('is signed over what travels, under the sending key, with a fresh nonce each time', async () => {
    expect(await call()).toEqual({ kind: 'done', body: { ok: true } });
    await call();
    const [first, second] = bureau.deliveries;
    if (!first || !second) throw new Error('not delivered');
    const { headers } = first;
    const parts = {
      method: 'POST',
      pathWithQuery: '/base/cases?x=1',
      keyId: 'send-1',
      timestamp: String(CLOCK_AT / 1000),
      nonce: String(headers.nonce),
      eventId: 'key-00000001',
      body: '{"name":"张三"}',
    };
    expect(first.path).toBe('/base/cases?x=1');
    expect(headers).toMatchObject({ 'key-id': 'send-1', timestamp: parts.timestamp, 'event-id': 'key-00000001' });
    expect(isSignedBy(sendKey.key, parts, String(headers.signature))).toBe(true);
    expect(second.headers.nonce).not.toBe(headers.nonce);
  });

  it.each<[string, Behaviour, object]>([
    ['200', json(200, { no: 1 }), { kind: 'done', body: { no: 1 } }],
    ['200 without a body', (response) => void response.writeHead(200).end(), { kind: 'done', body: undefined }],
    ['202', json(202, {}), { kind: 'pending' }],
    ['400', json(400, {}), { kind: 'rejected', code: 'http-400' }],
    ['404', json(404, {}), { kind: 'rejected', code: 'http-404' }],
    ['409', json(409, {}), { kind: 'rejected', code: 'http-409' }],
    ['422', json(422, {}), { kind: 'rejected', code: 'http-422' }],
    ['401, for our key may be wrong', json(401, {}), { kind: 'failed', answered: true, why: 'status 401' }],
    ['403', json(403, {}), { kind: 'failed', answered: true, why: 'status 403' }],
    ['429', json(429, {}), { kind: 'failed', answered: true, why: 'status 429' }],
    ['500', json(500, {}), { kind: 'failed', answered: true, why: 'status 500' }],
    [
      '503 with a page',
      (response) => void response.writeHead(503, { 'content-type': 'text/html' }).end('<html>'),
      { kind: 'failed', answered: true, why: 'status 503' },
    ],
    [
      'a redirect, which is not followed',
      (response) => void response.writeHead(302, { location: other.url }).end(),
      { kind: 'failed', answered: true, why: 'status 302' },
    ],
    ['half a JSON', bytes('application/json', '{"a":'), { kind: 'failed', answered: true, why: 'reply is not JSON' }],
    [
      'GBK that says so',
      bytes('application/json; charset=GBK', Buffer.from('7b2261223a22d6d0227d', 'hex')),
      { kind: 'done', body: { a: '中' } },
    ],
    [
      'GBK that says nothing',
      bytes('application/json', Buffer.from('7b2261223a22d6d0227d', 'hex')),
      { kind: 'failed', answered: true, why: 'reply is not in the charset it names' },
    ],
    [
      'a charset nobody knows',
      bytes('application/json; charset=klingon', '{}'),
      { kind: 'failed', answered: true, why: 'reply is not in the charset it names' },
    ],
    [
      'more than a megabyte',
      bytes('application/json', Buffer.alloc(1024 * 1024 + 1, 0x20)),
      { kind: 'failed', answered: true, why: 'reply too long' },
    ],
    ['a cut reply', cutReply, { kind: 'failed', answered: false, why: expect.stringMatching(/^no answer/) }],
    ['a reset', reset, { kind: 'failed', answered: false, why: expect.stringMatching(/^no answer/) }],
    ['a black hole', blackHole, { kind: 'failed', answered: false, why: 'no answer in time' }],
    ['too slow an answer', slow(400, json(200, {})), { kind: 'failed', answered: false, why: 'no answer in time' }],
  ])('answered by %s is taken for what it is', async (_name, behaviour, expected) => {
    if ('why' in expected && expected.why === 'no answer in time') waitingFor(200);
    bureau.behave(behaviour);
    expect(await call()).toEqual(expected);
    expect(other.deliveries).toHaveLength(0);
  });

  it('that drips its answer byte by byte ends when the time is over', async () => {
    bureau.behave((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => clearInterval(drip));
    });
    waitingFor(200);
    expect(await call()).toEqual({ kind: 'failed', answered: false, why: 'no answer in time' });
  });

  it('to a port where nobody listens had no answer', async () => {
    await bureau.close();
    expect(await call()).toEqual({ kind: 'failed', answered: false, why: 'no answer (ECONNREFUSED)' });
    bureau = await startLocalBureau();
  });

  it('to a bureau without an address had no answer', async () => {
    const answer = await http.for('identity').call({ method: 'GET', path: '/x', key: 'key-00000001' });
    expect(answer).toEqual({ kind: 'failed', answered: false, why: 'not connected' });
  });

  it('is read by the bureau’s own rule: an error inside a 200 is not done', async () => {
    bureau.behave(json(200, { rtnCode: 'S9001' }));
    const read = () => ({ kind: 'failed', answered: true, why: 'S9001' }) as const;
    const answer = await http.for('social-assistance').call({ method: 'POST', path: '/', key: 'key-00000001', read });
    expect(answer).toEqual({ kind: 'failed', answered: true, why: 'S9001' });
  });

  it('whose reply breaks the bureau’s own document failed, and names the place alone', async () => {
    const read = () => {
      throw new BureauNonsense('social-assistance', 'sj.djsj');
    };
    const answer = await http.for('social-assistance').call({ method: 'POST', path: '/', key: 'key-00000001', read });
    expect(answer).toEqual({ kind: 'failed', answered: true, why: 'reply unreadable in sj.djsj' });
  });

  it('inside a transaction is refused before anything leaves', async () => {
    const inside = new BureauHttp({ bureaus: {} } as Config, new Clock(), { isOpen: true } as Transactions);
    await expect(inside.for('identity').call({ method: 'GET', path: '/', key: 'k' })).rejects.toThrow('transaction');
  });
});

describe('a dead bureau', () => {
  it('is not asked once its line is open, is tried once after a while, and is then back for everyone', async () => {
    const back: string[] = [];
    http.onBack((code) => back.push(code));
    bureau.behave(json(500, {}));
    const later = clocksAhead();
    for (let calls = 0; calls < 20; calls += 1) await call(`key-${calls}`);
    expect(http.state('social-assistance')).toBe('open');
    expect(await call()).toEqual({ kind: 'failed', answered: false, why: 'line open' });
    expect(bureau.deliveries).toHaveLength(20);

    later(OPEN_MS);
    expect(http.state('social-assistance')).toBe('trial');
    expect(await call()).toEqual({ kind: 'failed', answered: true, why: 'status 500' });
    expect(http.state('social-assistance')).toBe('open');
    expect(back).toEqual([]);

    later(OPEN_MS);
    bureau.behave();
    expect(await call()).toMatchObject({ kind: 'done' });
    expect(http.state('social-assistance')).toBe('closed');
    expect(back).toEqual(['social-assistance']);
  });

  it('is not held against by refusals: they are its right answers', async () => {
    bureau.behave(json(422, {}));
    for (let calls = 0; calls < 40; calls += 1) await call(`key-${calls}`);
    expect(http.state('social-assistance')).toBe('closed');
  });

  it('keeps ten calls and twenty in a queue, refuses the rest at once, and slows no other bureau', async () => {
    bureau.behave(blackHole);
    const calls = Array.from({ length: 40 }, (_, index) => call(`key-${index}`));
    let ended = 0;
    for (const hanging of calls.slice(0, 30)) void hanging.then(() => (ended += 1));
    const overflow = await Promise.all(calls.slice(30));
    expect(overflow).toEqual(Array(10).fill({ kind: 'failed', answered: false, why: 'line full' }));
    const others = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const answer = await http
          .for('disability-benefits')
          .call({ method: 'POST', path: '/', key: `key-${index}`, read: answerByStatus });
        return answer.kind;
      }),
    );
    expect(others).toEqual(Array(10).fill('done'));
    expect(ended).toBe(0);
    await http.hangUp();
    expect(new Set((await Promise.all(calls)).map(({ kind }) => kind))).toEqual(new Set(['failed']));
    expect(bureau.deliveries.length).toBeLessThanOrEqual(30);
  });
});
