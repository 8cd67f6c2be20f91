import { memoryVault, resetVault } from '../../test/memory-vault';
import { phone, resetPhone } from '../../test/taro';
import { request } from './http';
import { beginSession, currentSession, dropSession } from './session';

const standards = { method: 'GET', path: '/standards' } as const;

describe('a request', () => {
  beforeEach(resetPhone);

  it('without a network says so in words that calm, and throws nothing', async () => {
    phone.reply = async () => {
      throw new Error('request:fail timeout');
    };
    await expect(request(standards)).resolves.toEqual({
      kind: 'offline',
      words: '现在没有网，您填的都还在。有网了再试一次。',
    });
  });

  it('refused with a reason passes the reason on', async () => {
    phone.reply = async () => ({
      statusCode: 400,
      data: { code: 'request.bad-day', detail: '日期不对。', traceId: 't1' },
      header: {},
    });
    await expect(request(standards)).resolves.toEqual({
      kind: 'problem',
      status: 400,
      code: 'request.bad-day',
      words: '日期不对。',
      errors: [],
      traceId: 't1',
      retryAfterS: undefined,
      more: {},
    });
  });

  it('refused for single fields says which, and leaves out what it cannot read', async () => {
    const error = { field: 'facts.guest.count', code: 'fact.out-of-range', message: '请填 1 到 20 之间的数。' };
    phone.reply = async () => ({
      statusCode: 400,
      data: { code: 'eligibility.bad-facts', detail: '看看下面。', errors: [error, { field: 7 }, null] },
      header: {},
    });
    await expect(request(standards)).resolves.toMatchObject({ code: 'eligibility.bad-facts', errors: [error] });
  });

  it.each([
    [500, { detail: 'stack of the server' }],
    [502, '<html>bad gateway</html>'],
    [200, '<html>a login page of the hotel</html>'],
  ])('answered %s with something that is not ours never shows it to the resident', async (statusCode, data) => {
    phone.reply = async () => ({ statusCode, data, header: {} });
    await expect(request(standards)).resolves.toMatchObject({
      kind: 'problem',
      words: '我们这边出了点问题，您填的都还在。过一会儿再试，或者打 12345。',
    });
  });

  it('answered brings the data and the tag, whatever the case of the header', async () => {
    phone.reply = async () => ({ statusCode: 200, data: { version: 3 }, header: { ETag: '"3"' } });
    await expect(request(standards)).resolves.toEqual({ kind: 'ok', data: { version: 3 }, etag: '"3"' });
    phone.reply = async () => ({ statusCode: 304, data: '', header: {} });
    await expect(request({ ...standards, etag: '"3"' })).resolves.toEqual({ kind: 'not-modified' });
  });

  it('keeps what else a problem carries, and how long to wait', async () => {
    const stale = { code: 'application.stale', detail: '另一部手机上改过了。', current: { version: 4 } };
    phone.reply = async () => ({ statusCode: 409, data: stale, header: { 'Retry-After': '2' } });
    await expect(request(standards)).resolves.toMatchObject({ more: { current: { version: 4 } }, retryAfterS: 2 });
  });

  it('answered with nothing to read is answered', async () => {
    phone.reply = async () => ({ statusCode: 204, data: '', header: {} });
    await expect(request({ method: 'DELETE', path: '/consents/x' })).resolves.toMatchObject({ kind: 'ok' });
  });

  describe('to a server that is too full', () => {
    const save = { method: 'PATCH', path: '/relief/applications/1', body: { version: 1 } } as const;
    const busy = { statusCode: 503, data: { code: 'server.busy', detail: 'busy' }, header: { 'Retry-After': '4' } };
    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('waits as long as it is asked to, and goes again with what was typed', async () => {
      phone.reply = async () => (phone.requests.length < 3 ? busy : { statusCode: 200, data: {}, header: {} });
      const saved = request(save);
      await jest.advanceTimersByTimeAsync(3_900);
      expect(phone.requests).toHaveLength(1);
      await jest.advanceTimersByTimeAsync(60_000);
      await expect(saved).resolves.toMatchObject({ kind: 'ok' });
      expect(phone.sent).toEqual([save.body, save.body, save.body]);
    });

    it('gives up in calm words; what only reads is told at once', async () => {
      phone.reply = async () => busy;
      const words = expect.stringContaining('现在用的人多');
      await expect(request(standards)).resolves.toMatchObject({ code: 'server.busy', words, retryAfterS: 4 });
      expect(phone.requests).toHaveLength(1);
      const saved = request(save);
      await jest.advanceTimersByTimeAsync(60_000);
      await expect(saved).resolves.toMatchObject({ code: 'server.busy', words });
      expect(phone.requests).toHaveLength(5);
    });
  });

  it('carries its key, and on WeChat, which knows no PATCH, goes as a POST that names it', async () => {
    phone.reply = async () => ({ statusCode: 200, data: {}, header: {} });
    const change = { method: 'PATCH', path: '/relief/applications/1', body: { version: 1 }, key: 'k1' } as const;
    await request(change);
    expect(phone.asked[0]).toMatchObject({ method: 'PATCH', header: { 'Idempotency-Key': 'k1' } });
    Object.assign(process.env, { TARO_ENV: 'weapp' });
    await request(change);
    Object.assign(process.env, { TARO_ENV: 'h5' });
    expect(phone.asked[1]).toMatchObject({ method: 'POST', header: { 'X-HTTP-Method-Override': 'PATCH' } });
  });
});

describe('a request of someone signed in', () => {
  const mine = { method: 'GET', path: '/me', session: 'required' } as const;
  const answer = (statusCode: number, data: unknown = {}) => ({ statusCode, data, header: {} });
  const renewed = { accessToken: 'a2', refreshToken: 'r2', expiresIn: 900 };
  const bearer = () => phone.asked.map(({ header }) => header.Authorization);
  /** A server that knows one access token and renews any refresh token it was asked with. */
  const serverThatKnows = (token: string, refresh: () => ReturnType<typeof answer>) => {
    phone.reply = async (url) => {
      if (url.endsWith('/sessions/refresh')) return refresh();
      return phone.asked.at(-1)?.header.Authorization === `Bearer ${token}` ? answer(200, { who: 1 }) : answer(401);
    };
  };

  beforeEach(async () => {
    resetPhone();
    resetVault();
    await beginSession({ accessToken: 'a1', refreshToken: 'r1' });
  });

  it('is not sent when nobody is', async () => {
    await dropSession();
    await expect(request(mine)).resolves.toEqual({ kind: 'signed-out' });
    expect(phone.requests).toEqual([]);
  });

  it('whose time ran out renews it once, whoever else asks meanwhile, and goes again', async () => {
    serverThatKnows('a2', () => answer(200, renewed));
    const replies = await Promise.all([request(mine), request(mine), request(mine)]);
    expect(replies.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok']);
    expect(phone.requests.filter((url) => url.endsWith('/sessions/refresh'))).toHaveLength(1);
    expect(phone.sent).toContainEqual({ refreshToken: 'r1' });
    await expect(currentSession()).resolves.toEqual({ accessToken: 'a2', refreshToken: 'r2' });
  });

  it('repeats with the same key', async () => {
    serverThatKnows('a2', () => answer(200, renewed));
    await request({ ...mine, method: 'POST', key: 'k1' });
    const keys = phone.asked.filter((_, index) => phone.requests[index]?.endsWith('/me')).map(({ header }) => header);
    expect(keys.map((header) => header['Idempotency-Key'])).toEqual(['k1', 'k1']);
  });

  it('of a session the server no longer knows says so, and forgets the tokens', async () => {
    serverThatKnows('none', () => answer(401));
    await expect(request(mine)).resolves.toEqual({ kind: 'signed-out' });
    await expect(currentSession()).resolves.toBeUndefined();
    expect(memoryVault.sealed.size).toBe(0);
  });

  it.each([
    ['a cut network', 'offline', () => Promise.reject(new Error('request:fail interrupted'))],
    ['a fault of the server', 'problem', async () => answer(503)],
  ])('signs nobody out because of %s while renewing', async (_what, kind, refresh) => {
    phone.reply = async (url) => (url.endsWith('/sessions/refresh') ? refresh() : answer(401));
    await expect(request(mine)).resolves.toMatchObject({ kind });
    await expect(currentSession()).resolves.toEqual({ accessToken: 'a1', refreshToken: 'r1' });
  });

  it('asks once more at once when the answer to a renewal was lost', async () => {
    let lost = 0;
    serverThatKnows('a2', () => {
      lost += 1;
      if (lost === 1) throw new Error('request:fail interrupted');
      return answer(200, renewed);
    });
    await expect(request(mine)).resolves.toMatchObject({ kind: 'ok' });
    expect(lost).toBe(2);
  });

  it('does not bring a session back that was ended while it was renewed', async () => {
    serverThatKnows('a2', () => {
      void dropSession();
      return answer(200, renewed);
    });
    await expect(request(mine)).resolves.toEqual({ kind: 'signed-out' });
    expect(memoryVault.sealed.size).toBe(0);
  });

  it('that is refused even with fresh tokens ends the session instead of asking for ever', async () => {
    serverThatKnows('none', () => answer(200, renewed));
    await expect(request(mine)).resolves.toEqual({ kind: 'signed-out' });
    expect(bearer()).toEqual(['Bearer a1', undefined, 'Bearer a2']);
  });

  it('never leaves a token outside the vault', async () => {
    expect(phone.stored.size).toBe(0);
    expect([...memoryVault.sealed.keys()]).toEqual(['session']);
  });
});
