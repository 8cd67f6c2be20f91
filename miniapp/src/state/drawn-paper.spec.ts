import { resetVault } from '../../test/memory-vault';
import { ok, serve } from '../../test/server';
import { phone, resetPhone } from '../../test/taro';
import { openDrawnPdf } from '../platform/document';
import { borrowPhone, leaveBorrowed } from './borrowed';
import { restoreSession, signIn, signOut } from './session';

beforeEach(async () => {
  // jsdom begins no page anew
  jest.spyOn(console, 'error').mockReturnValue(undefined);
  Object.assign(process.env, { TARO_ENV: 'weapp' });
  resetPhone();
  resetVault();
  serve({
    'POST /sessions/wechat': () => ok({ accessToken: 'a', refreshToken: 'r', expiresIn: 900 }),
    'GET /me': () => ok({ accountId: 'somebody' }),
    'DELETE /sessions/current': () => ({ status: 204 }),
    'POST /draw': () => ok('%PDF'),
  });
  await signIn('code');
});
afterEach(async () => {
  await leaveBorrowed();
  Object.assign(process.env, { TARO_ENV: 'h5' });
  jest.restoreAllMocks();
});

const draw = () => openDrawnPdf('/draw', { statement: '写给复议机关的话' });

describe('a paper that WeChat could only open from a file', () => {
  it('is gone from the phone once whoever it is of signs out', async () => {
    expect(await draw()).toBe('opened');
    expect(phone.files.size).toBe(1);
    expect(await signOut()).toBe(true);
    expect([...phone.files]).toEqual([]);
  });

  it('of somebody who borrowed the phone goes with them, and the owner’s stays', async () => {
    await draw();
    const owners = [...phone.files];
    await borrowPhone();
    await signIn('guest');
    await draw();
    expect(phone.files.size).toBe(2);
    await leaveBorrowed();
    expect([...phone.files]).toEqual(owners);
  });

  it('of a borrowed phone that was switched off in the middle is gone at the next start', async () => {
    await borrowPhone();
    await signIn('guest');
    await draw();
    const left = [...phone.files];
    await leaveBorrowed();
    phone.files.set(String(left[0]?.[0]), left[0]?.[1]);
    await restoreSession();
    expect([...phone.files]).toEqual([]);
  });
});
