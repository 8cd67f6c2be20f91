import * as memory from '../../test/memory-vault';
import * as taro from '../../test/taro';
import { forgetIntentions, keptIntention } from './intentions';
import { Patience, type Told } from './patience';
import { type SentOnce, sendOnce } from './send-once';
import { beginSession } from './session';

const { phone, resetPhone } = taro;
const hold = { name: 'booking-w1', path: '/bookings', body: { windowId: 'w1' }, saysFirst: true } as const;
type Answer = { statusCode: number; data: object; header: object };
const answer = (statusCode: number, data: object = {}, header: object = {}): Answer => ({ statusCode, data, header });
const held = () => answer(201, { id: 'b1' });
const busy = (ahead = 300) => answer(429, { code: 'booking.busy', ahead }, { 'Retry-After': '2' });
const shed = () => answer(503, { code: 'server.busy' }, { 'Retry-After': '3' });
const broken = () => answer(502);
const cut = (): never => {
  throw new Error('request:fail interrupted');
};
const online = (is: boolean) => jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(is);

/** Of what went to the route, what a server could tell a first attempt by. */
const attempts = () => phone.asked.map(({ header }) => header.Attempt);
const keys = () => phone.asked.map(({ header }) => header['Idempotency-Key']);

/** Answers one after the other; the last one stays. */
function answers(...replies: (() => Answer)[]): number[] {
  const moments: number[] = [];
  phone.reply = async () => {
    moments.push(Date.now());
    return (replies.length > 1 ? replies.shift() : replies[0])?.() ?? cut();
  };
  return moments;
}

/** The app is killed and opened: what was in memory is gone; the vault and the network are the same. */
function restarted(): typeof import('./send-once') {
  let fresh: typeof import('./send-once') | undefined;
  jest.isolateModules(() => {
    jest.doMock('../../test/memory-vault', () => memory);
    jest.doMock('../../test/taro', () => taro);
    fresh = require('./send-once');
  });
  if (fresh === undefined) throw new Error('not loaded');
  return fresh;
}

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
  resetPhone();
  memory.resetVault();
  await forgetIntentions();
  online(true);
  await beginSession({ accessToken: 'a1', refreshToken: 'r1' });
});
afterEach(() => jest.useRealTimers());

async function after<T>(sending: Promise<T>, ms = 240_000): Promise<T> {
  await jest.advanceTimersByTimeAsync(ms);
  return sending;
}
const rushing = (tell?: (told: Told) => void) => new Patience({ tries: 40, forMs: 180_000 }, tell);
const send = (patience = rushing()): Promise<SentOnce<object>> => after(sendOnce<object>(hold, patience));

const on = (env: 'h5' | 'weapp') => void Object.assign(process.env, { TARO_ENV: env });

describe('the first attempt', () => {
  beforeEach(() => on('weapp'));
  afterEach(() => on('h5'));

  it('says so, once: not what is tried again by itself, whatever the first came to', async () => {
    for (const first of [busy, shed, broken, cut]) {
      phone.asked.length = 0;
      answers(first, held);
      await expect(send()).resolves.toMatchObject({ kind: 'sent' });
      expect(attempts()).toEqual(['1', undefined]);
    }
  });

  it('whose session ran out goes again after the renewal without saying so', async () => {
    phone.reply = async (url) => {
      if (url.endsWith('/sessions/refresh')) return answer(200, { accessToken: 'a2', refreshToken: 'r2' });
      return phone.asked.at(-1)?.header.Authorization === 'Bearer a2' ? held() : answer(401);
    };
    await expect(send()).resolves.toMatchObject({ kind: 'sent' });
    expect(attempts()).toEqual(['1', undefined, undefined]);
  });

  it('is not said by an app that was killed while one was on its way', async () => {
    phone.reply = () => new Promise(() => undefined);
    void restarted().sendOnce(hold);
    await jest.advanceTimersByTimeAsync(10);
    answers(held);
    await expect(after(restarted().sendOnce(hold))).resolves.toMatchObject({ kind: 'sent' });
    expect(attempts()).toEqual(['1', undefined]);
    expect(new Set(keys()).size).toBe(1);
  });

  it('is not said by what was kept without a network and is sent later', async () => {
    on('h5');
    online(false);
    await expect(send()).resolves.toEqual({ kind: 'kept', perhapsSent: false });
    on('weapp');
    answers(held);
    await send();
    expect(attempts()).toEqual([undefined]);
  });

  it('is said of a new wish after a definite no, under a new key', async () => {
    answers(() => answer(409, { code: 'booking.window-full' }), held);
    await send();
    await send();
    expect(attempts()).toEqual(['1', '1']);
    expect(new Set(keys()).size).toBe(2);
  });

  it('is never said by a browser, which sends a request twice when a line breaks', async () => {
    on('h5');
    answers(held);
    await send();
    expect(attempts()).toEqual([undefined]);
  });

  it('is not said on a route that does not ask', async () => {
    answers(held);
    await after(sendOnce({ name: 'other', path: '/waitlist' }));
    expect(attempts()).toEqual([undefined]);
  });
});

describe('a server that is too full', () => {
  it('is asked again by itself under the same key, never before the moment it named, and says how many are ahead', async () => {
    const told: Told[] = [];
    const moments = answers(
      () => busy(300),
      () => busy(120),
      shed,
      held,
    );
    await expect(send(rushing((each) => told.push(each)))).resolves.toEqual({ kind: 'sent', data: { id: 'b1' } });
    expect(new Set(keys()).size).toBe(1);
    expect(told.map(({ why, ahead }) => [why, ahead])).toEqual([
      ['busy', 300],
      ['busy', 120],
      ['busy', undefined],
    ]);
    const gaps = moments.slice(1).map((moment, at) => moment - (moments[at] ?? 0));
    expect(gaps.map((gap, at) => gap >= Number([2_000, 2_000, 3_000][at]))).toEqual([true, true, true]);
    await expect(keptIntention(hold.name)).resolves.toBeUndefined();
  });

  it('to the end leaves the key, and nothing that could have been done', async () => {
    answers(busy);
    await expect(send()).resolves.toMatchObject({ kind: 'problem', code: 'booking.busy' });
    await expect(keptIntention(hold.name)).resolves.toEqual({ perhapsSent: false });
    answers(held);
    await send();
    expect(new Set(keys()).size).toBe(1);
  });

  it('after a request without an answer cannot say that nothing was done', async () => {
    answers(cut, busy);
    await expect(send()).resolves.toEqual({ kind: 'kept', perhapsSent: true });
    await expect(keptIntention(hold.name)).resolves.toEqual({ perhapsSent: true });
  });

  it('is left alone by a tap until its moment, however often the resident stops and starts', async () => {
    const moments = answers(busy);
    for (let times = 0; times < 5; times += 1) {
      const patience = rushing();
      const sending = sendOnce(hold, patience);
      await jest.advanceTimersByTimeAsync(100);
      patience.stop();
      await sending;
    }
    expect(moments).toHaveLength(1);
  });

  it('is not asked while there is no network, and asked again when there is', async () => {
    const told: Told[] = [];
    const moments = answers(busy, held);
    const sending = sendOnce(
      hold,
      rushing((each) => told.push(each)),
    );
    await jest.advanceTimersByTimeAsync(10);
    online(false);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(moments).toHaveLength(1);
    online(true);
    await expect(after(sending)).resolves.toMatchObject({ kind: 'sent' });
    expect(told.map(({ why }) => why)).toEqual(expect.arrayContaining(['busy', 'no-network']));
  });

  it('that is stopped is asked nothing more; the request on its way is still heard', async () => {
    const patience = rushing();
    let arrive: (reply: Answer) => void = () => undefined;
    phone.reply = () => new Promise((resolve) => (arrive = resolve));
    const sending = sendOnce(hold, patience);
    await jest.advanceTimersByTimeAsync(10);
    patience.stop();
    arrive(held());
    await expect(after(sending)).resolves.toMatchObject({ kind: 'sent' });
    expect(keys()).toHaveLength(1);
  });
});
