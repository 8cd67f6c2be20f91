import { resetVault } from '../../test/memory-vault';
import { noNetwork, ok, serve } from '../../test/server';
import { resetPhone } from '../../test/taro';
import { isQuiet, useBereavement } from './bereavement';
import { signIn, signOut } from './session';

const quiet = () => isQuiet(useBereavement.getState());
const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
const serveWith = (farewells: () => ReturnType<typeof ok> | Promise<never>) =>
  serve({
    'POST /sessions/wechat': () => ok({ accessToken: 'a', refreshToken: 'r', expiresIn: 900 }),
    'GET /me': () => ok({ accountId: 'anna' }),
    'DELETE /sessions/current': () => ({ status: 204 }),
    'GET /farewells': farewells,
  });

beforeEach(async () => {
  resetPhone();
  resetVault();
  serveWith(() => ok({ items: [] }));
  await signOut();
});

it('whoever mourns and signs in again finds the app as quiet as it was, whatever page they open', async () => {
  serveWith(() => ok({ items: [{ state: 'signed-up' }] }));
  await signIn('code');
  await settle();
  expect(quiet()).toBe(true);
  await signOut();
  expect(quiet()).toBe(false);
  await signIn('code');
  await settle();
  expect(quiet()).toBe(true);
});

it('without a network, or with a farewell that was withdrawn, nothing is made quiet', async () => {
  serveWith(noNetwork);
  await signIn('code');
  await settle();
  expect(quiet()).toBe(false);
  await signOut();
  serveWith(() => ok({ items: [{ state: 'withdrawn' }] }));
  await signIn('code');
  await settle();
  expect(quiet()).toBe(false);
});
