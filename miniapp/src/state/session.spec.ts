import { memoryVault, resetVault } from '../../test/memory-vault';
import { phone, resetPhone } from '../../test/taro';
import { currentSession, forgetSession } from '../platform/session';
import { restoreSession, signIn, signOut, useSession, whenSignedOut } from './session';

const tokens = { accessToken: 'a1', refreshToken: 'r1', expiresIn: 900 };
const answer = (statusCode: number, data: unknown) => ({ statusCode, data, header: {} });
let wipes = 0;
whenSignedOut(async () => {
  wipes += 1;
  return true;
});

/** A server where a code is good for an account of the same name. */
function aServer(): void {
  phone.reply = async (url) => {
    if (url.endsWith('/sessions/wechat')) {
      const { code } = phone.sent.at(-1) as { code: string };
      return code === 'spent'
        ? answer(401, { code: 'session.code-refused', detail: '再点一次。' })
        : answer(200, { ...tokens, accessToken: code });
    }
    if (url.endsWith('/me')) return answer(200, { accountId: phone.asked.at(-1)?.header.Authorization });
    return { statusCode: 204, data: '', header: {} };
  };
}

describe('signing in and out', () => {
  beforeEach(async () => {
    resetPhone();
    resetVault();
    await signOut();
    useSession.setState({ status: 'unknown', me: undefined });
    aServer();
    wipes = 0;
  });

  it('knows who it is, and keeps it in the vault alone', async () => {
    await expect(signIn('anna')).resolves.toMatchObject({ kind: 'ok' });
    expect(useSession.getState()).toMatchObject({ status: 'signed-in', me: { accountId: 'Bearer anna' } });
    expect(phone.stored.size).toBe(0);
    expect(memoryVault.sealed.get('session')).toContain('anna');
  });

  it('refused leaves nobody signed in and says why', async () => {
    await expect(signIn('spent')).resolves.toMatchObject({ kind: 'problem', words: '再点一次。' });
    await expect(currentSession()).resolves.toBeUndefined();
  });

  it('without an answer to who it is signs nobody in', async () => {
    const whole = phone.reply;
    phone.reply = async (url) => (url.endsWith('/me') ? Promise.reject(new Error('request:fail')) : whole(url));
    await expect(signIn('anna')).resolves.toMatchObject({ kind: 'offline' });
    await expect(currentSession()).resolves.toBeUndefined();
  });

  it('as somebody else wipes what the last one left, as the same does not', async () => {
    await signIn('anna');
    wipes = 0;
    await signIn('anna');
    expect(wipes).toBe(0);
    await signIn('berta');
    expect(wipes).toBe(1);
  });

  it('as the first wipes nothing: what they typed before is theirs', async () => {
    memoryVault.sealed.set('first-steps', '{"done":["keep-papers"],"cremated":""}');
    await signIn('anna');
    expect(wipes).toBe(0);
    expect(memoryVault.sealed.has('first-steps')).toBe(true);
  });

  it('anew on a phone whose vault keeps nothing leaves what is typed; another account does not find it', async () => {
    memoryVault.obstacle = 'too-old';
    await signIn('anna');
    await signIn('anna');
    expect(wipes).toBe(0);
    await signIn('berta');
    expect(wipes).toBe(1);
    await signOut();
    wipes = 0;
    await signIn('berta');
    expect(wipes).toBe(0);
  });

  it.each(['/sessions/wechat', '/me'])('opens nothing when they left before %s answered', async (asked) => {
    const whole = phone.reply;
    phone.reply = async (url) => {
      const answered = await whole(url);
      if (url.endsWith(asked)) {
        forgetSession();
        memoryVault.sealed.clear();
        memoryVault.sealed.set('account', '"owner"').set('session', '{"accessToken":"o","refreshToken":"o"}');
      }
      return answered;
    };
    await expect(signIn('guest')).resolves.toEqual({ kind: 'signed-out' });
    await expect(currentSession()).resolves.toEqual({ accessToken: 'o', refreshToken: 'o' });
    expect([wipes, memoryVault.sealed.get('account'), useSession.getState().me]).toEqual([0, '"owner"', undefined]);
  });

  it('too late ends on the server what nobody uses here', async () => {
    const whole = phone.reply;
    phone.reply = async (url) => {
      forgetSession();
      return whole(url);
    };
    await signIn('guest');
    await new Promise((later) => setTimeout(later));
    expect(phone.asked.at(-1)).toMatchObject({ method: 'DELETE', header: { Authorization: 'Bearer guest' } });
  });

  it('out tells the server, wipes everything of theirs, also without a network', async () => {
    await signIn('anna');
    phone.reply = async () => Promise.reject(new Error('request:fail'));
    wipes = 0;
    await expect(signOut()).resolves.toBe(true);
    expect(phone.asked.at(-1)).toMatchObject({ method: 'DELETE', header: { Authorization: 'Bearer anna' } });
    expect(wipes).toBe(1);
    expect(memoryVault.sealed.size).toBe(0);
    expect(useSession.getState()).toEqual({ status: 'signed-out', me: undefined });
  });

  it('out on a phone that does not let go says so', async () => {
    await signIn('anna');
    memoryVault.refuses = true;
    await expect(signOut()).resolves.toBe(false);
  });

  it('lasts when the app is started anew, and is taken back when the server ended it', async () => {
    await signIn('anna');
    await restoreSession();
    expect(useSession.getState().status).toBe('signed-in');
    phone.reply = async () => answer(401, {});
    await restoreSession();
    expect(useSession.getState()).toEqual({ status: 'signed-out', me: undefined });
  });
});
