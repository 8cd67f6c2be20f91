import { memoryVault, resetVault } from '../../test/memory-vault';
import { noNetwork, ok, sentTo, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { isBorrowed, touchBorrowed } from '../platform/borrowed';
import { currentSession } from '../platform/session';
import { readStored, writeStored } from '../platform/storage';
import { forgetQuiet, isQuiet, noteFarewells, useBereavement } from './bereavement';
import { borrowPhone, leaveBorrowed, leaveWhenIdle, useBorrowed } from './borrowed';
import { keptKeys } from './kept-on-phone';
import { loadNotices, useNotices } from './notices';
import { signIn, useSession } from './session';
import { changeDraft, useUrgent } from './urgent';

const routes = {
  'POST /sessions/wechat': () => ok({ accessToken: 'a', refreshToken: 'r', expiresIn: 900 }),
  'GET /me': () => ok({ accountId: 'guest' }),
  'DELETE /sessions/current': () => ({ status: 204 }),
};
const owners = JSON.stringify({ asked: ['a'] });
const later = (ms: number) => jest.spyOn(Date, 'now').mockReturnValue(Date.now() + ms);

beforeEach(() => {
  // jsdom begins no page anew
  jest.spyOn(console, 'error').mockReturnValue(undefined);
  resetPhone();
  resetVault();
  serve(routes);
  phone.stored.set(keptKeys.reliefAnswers, owners);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await leaveBorrowed();
});

describe('a borrowed phone', () => {
  it('keeps nothing, shows nothing of its owner, and leaves the owner’s as it was', async () => {
    await borrowPhone();
    expect(readStored(keptKeys.reliefAnswers)).toBeUndefined();
    expect(writeStored(keptKeys.reliefAnswers, { asked: ['b', 'c'] })).toBe(true);
    expect(readStored(keptKeys.reliefAnswers)).toEqual({ asked: ['b', 'c'] });
    expect([...phone.stored]).toEqual([[keptKeys.reliefAnswers, owners]]);
    await leaveBorrowed();
    expect(readStored(keptKeys.reliefAnswers)).toEqual({ asked: ['a'] });
  });

  it('seals into memory alone', async () => {
    const { vault } = jest.requireActual<typeof import('../platform/vault')>('../platform/vault.ts');
    await borrowPhone();
    await vault().seal('session', { accessToken: 'a' });
    expect(await vault().unseal('session')).toEqual({ kind: 'opened', value: { accessToken: 'a' } });
    await leaveBorrowed();
    await borrowPhone();
    expect(await vault().unseal('session')).toEqual({ kind: 'nothing' });
  });

  it('signs in as nobody’s account', async () => {
    await borrowPhone();
    await signIn('code');
    expect(sentTo('POST', '/sessions/wechat')).toEqual([{ code: 'code', borrowed: true }]);
    await leaveBorrowed();
    await signIn('code');
    expect(sentTo('POST', '/sessions/wechat')[1]).toEqual({ code: 'code' });
  });

  it('is left at one tap: the page first, then tokens, words and the session on the server', async () => {
    await borrowPhone();
    await signIn('code');
    changeDraft({ place: '北站' });
    await leaveBorrowed();
    expect(phone.opened).toEqual(['/pages/home/index']);
    expect(sentTo('DELETE', '/sessions/current')).toHaveLength(1);
    expect(await currentSession()).toBeUndefined();
    expect(useSession.getState()).toEqual({ status: 'signed-out', me: undefined });
    expect(useUrgent.getState().draft.place).toBeUndefined();
    expect([isBorrowed(), useBorrowed.getState().borrowed]).toEqual([false, false]);
    expect(memoryVault.sealed.size).toBe(0);
  });

  it('given back leaves the owner what was the owner’s: a slow answer to the guest changes nothing of it', async () => {
    await signIn('owner');
    const before = new Map(memoryVault.sealed);
    await borrowPhone();
    await signIn('guest');
    let answer = (): void => undefined;
    const gate = new Promise<void>((open) => {
      answer = open;
    });
    const notice = { id: '1', title: '有进展', line: '点开看看。', at: '2026-11-24T02:00:00Z', read: false };
    const slowly = (found: object) => () => gate.then(() => ok(found));
    serve({
      ...routes,
      'GET /notices': slowly({ items: [notice] }),
      'POST /sessions/wechat': slowly({ accessToken: 'guest', refreshToken: 'g', expiresIn: 900 }),
    });
    const late = [loadNotices(), signIn('guest-again')];
    await leaveBorrowed();
    answer();
    await Promise.all(late);
    expect(memoryVault.sealed).toEqual(before);
    expect(useNotices.getState().notices).toBeUndefined();
    await expect(currentSession()).resolves.toEqual({ accessToken: 'a', refreshToken: 'r' });
  });

  it('whose guest looks once more while it is given back is the owner’s all the same', async () => {
    await signIn('owner');
    await borrowPhone();
    serve({
      ...routes,
      'POST /sessions/wechat': () => ok({ accessToken: 'guest', refreshToken: 'g', expiresIn: 900 }),
    });
    await signIn('guest');
    const leaving = leaveBorrowed();
    await currentSession();
    await leaving;
    await expect(currentSession()).resolves.toEqual({ accessToken: 'a', refreshToken: 'r' });
  });

  it('is left without a network too', async () => {
    await borrowPhone();
    await signIn('code');
    serve({ 'DELETE /sessions/current': noNetwork });
    await leaveBorrowed();
    expect([isBorrowed(), await currentSession()]).toEqual([false, undefined]);
  });

  it('nobody was at for longer is left as soon as somebody comes back: their touch and what the page keeps make it no fresher', async () => {
    await borrowPhone();
    later(30 * 60_000);
    touchBorrowed();
    const { vault } = jest.requireActual<typeof import('../platform/vault')>('../platform/vault.ts');
    await vault().seal('notices', {});
    leaveWhenIdle();
    await new Promise((settled) => setTimeout(settled, 20));
    expect(isBorrowed()).toBe(false);
  });

  it('is as quiet for an owner who mourns, once it is theirs again, as it was before', async () => {
    noteFarewells([{ state: 'signed-up' }]);
    expect(isQuiet(useBereavement.getState())).toBe(true);
    await borrowPhone();
    expect(isQuiet(useBereavement.getState())).toBe(false);
    await leaveBorrowed();
    expect(isQuiet(useBereavement.getState())).toBe(true);
    forgetQuiet();
  });

  it('nobody touches for five minutes is left by itself, and not a moment before a touch is five minutes old', async () => {
    await borrowPhone();
    later(4 * 60_000);
    leaveWhenIdle();
    expect(isBorrowed()).toBe(true);
    touchBorrowed();
    later(4 * 60_000);
    leaveWhenIdle();
    expect(isBorrowed()).toBe(true);
    later(2 * 60_000);
    leaveWhenIdle();
    await new Promise((settled) => setTimeout(settled, 20));
    expect(isBorrowed()).toBe(false);
  });
});
